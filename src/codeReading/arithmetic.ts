/** A number of Python's or R's arithmetic; null for an operator that is none of it, and where the result is not finite. */
export function compute(operator: string, [left = Number.NaN, right]: readonly number[]): number | null {
	const value = right === undefined ? { '-': -left, '+': left }[operator] : binary(operator, left, right);
	return value !== undefined && Number.isFinite(value) ? value : null;
}

function binary(operator: string, left: number, right: number): number | undefined {
	switch (operator) {
		case '+':
			return left + right;
		case '-':
			return left - right;
		case '*':
			return left * right;
		case '/':
			return left / right;
		case '//':
			return Math.floor(left / right);
		case '**':
		case '^':
			return left ** right;
		default:
			return undefined;
	}
}
