import type { Expression } from './syntax.ts';

/** `torch.optim.AdamW` of a chain of names and members; null for anything else. */
export function pathOf(expression: Expression): string | null {
	if (expression.kind === 'name') return expression.name;
	if (expression.kind !== 'member') return null;
	const of = pathOf(expression.of);
	return of === null ? null : `${of}.${expression.name}`;
}

/** `AdamW` of `torch.optim.AdamW`. */
export const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
