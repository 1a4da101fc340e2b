const OPERATORS: Readonly<Record<string, (left: number, right: number) => number>> = {
	'+': (left, right) => left + right,
	'-': (left, right) => left - right,
	'*': (left, right) => left * right,
	'/': (left, right) => left / right,
	'//': (left, right) => Math.floor(left / right),
	'%': (left, right) => left - right * Math.floor(left / right),
	'**': (left, right) => left ** right,
};

/** How R writes operators of Python's. */
const OF_R: Readonly<Record<string, string>> = { '^': '**', '%/%': '//', '%%': '%' };

/** A number of Python's or R's arithmetic; null for an operator that is none of it, and where the result is not finite. */
export function compute(operator: string, [left = Number.NaN, right]: readonly number[]): number | null {
	const value =
		right === undefined ? { '-': -left, '+': left }[operator] : OPERATORS[OF_R[operator] ?? operator]?.(left, right);
	return value !== undefined && Number.isFinite(value) ? value : null;
}

const FUNCTION =
	/^(?:(?:math|np|numpy|jnp|torch|tf|base)\.)?(?:math\.)?(exp|expm1|log|log1p|log2|log10|sqrt|abs|pow|floor|min|max)$/;

/** A function of mathematics by its path, `exp` and `np.sqrt`; the second argument of a logarithm is its base. */
export function functionAt(path: string): ((numbers: readonly number[]) => number | null) | null {
	const name = FUNCTION.exec(path)?.[1] as 'exp' | undefined; // one of Math's, all of which take numbers
	if (!name) return null;
	return (numbers) => {
		const [first = Number.NaN, base] = numbers;
		const isBased = (name as string) === 'log' && base !== undefined;
		const value = isBased ? Math.log(first) / Math.log(base) : Math[name](...(numbers as [number]));
		return Number.isFinite(value) ? value : null;
	};
}
