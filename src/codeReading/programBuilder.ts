import type { Binding, Block, Expression } from './syntax.ts';

/** `f(x)[1]` of `a, b = f(x)`. */
const elementAt = (of: Expression, index: number): Expression => {
	const { from, to } = of;
	const value: Expression = { kind: 'number', value: index, from, to: from };
	return { kind: 'index', of, items: [{ name: null, from, spread: 0, value }], from, to };
};

/** Puts together what the statements of a text bind and evaluate, each with the blocks that are open. */
export class ProgramBuilder {
	readonly bindings: Binding[] = [];
	readonly expressions: { expression: Expression; blocks: readonly Block[] }[] = [];
	readonly functions: Block[] = [];
	/** The blocks that are open, each with the column that its statements must stand right of, or its depth. */
	#open: { indent: number; block: Block }[] = [];

	get blocks(): readonly Block[] {
		return this.#open.map(({ block }) => block);
	}

	/** Closes the blocks that a statement at this column is outside of. */
	leave(indent: number): void {
		this.#open = this.#open.filter((one) => one.indent < indent);
	}

	evaluate(expression: Expression, isReturned: boolean): void {
		this.expressions.push({ expression, blocks: this.blocks });
		const inner = this.blocks.findLast(({ kind }) => kind === 'function');
		if (isReturned) inner?.returned.push(expression);
		this.#update(expression);
	}

	/** `options.update(lr=0.1)` and `options.update({'lr': 0.1})` set elements. */
	#update(expression: Expression): void {
		if (expression.kind !== 'call' || expression.callee.kind !== 'member' || expression.callee.name !== 'update')
			return;
		const { of } = expression.callee;
		for (const { name, value, from } of expression.args) {
			const key = name === null ? null : ({ kind: 'string', value: name, from, to: from + name.length } as const);
			const entries = key ? [{ key, value }] : value.kind === 'dictionary' ? value.entries : [];
			for (const one of entries) {
				if (!one.key) continue;
				const items = [{ name: null, from: one.key.from, spread: 0, value: one.key }] as const;
				this.bind({ kind: 'index', of, items, from, to: one.value.to }, one.value, 'assigned', from);
			}
		}
	}

	/** Binds a target, or each of several to its part of the value. */
	bind(target: Expression, value: Expression | null, how: Binding['how'], from: number): void {
		if (target.kind === 'list') {
			const parts = value?.kind === 'list' && value.items.length === target.items.length ? value.items : null;
			const of = value?.kind === 'call' ? value : null;
			for (const [index, one] of target.items.entries())
				this.bind(one, parts?.[index] ?? (of && elementAt(of, index)), how, from);
		} else this.bindings.push({ target, value, how, blocks: this.blocks, from });
	}

	enter(indent: number, kind: Block['kind'], name: string, condition: Expression | null = null): Block {
		const block: Block = { kind, name, returned: [], parameters: [], condition };
		this.#open.push({ indent, block });
		if (kind === 'function') this.functions.push(block);
		return block;
	}
}
