import { keysOf } from './keysOf.ts';
import { pathOf } from './path.ts';
import type { Scope, Use } from './scope.ts';
import type { Argument, Call, Expression, Place, Program } from './syntax.ts';

/** A call of a text with what its callee is called in full. */
export interface FoundCall {
	call: Call & Place;
	/** `torch.optim.AdamW`, whatever it was imported as; empty where the callee is no name. */
	path: string;
	/** Its last name. */
	name: string;
	use: Use;
}

/** Every call of a program, in the order of the text, those within others behind them. */
export function callsOf(program: Program): { call: Call & Place; use: Use }[] {
	return program.expressions.flatMap(({ expression, blocks }) => {
		const calls: { call: Call & Place; use: Use }[] = [];
		for (const one of everyPart(expression))
			if (one.kind === 'call') calls.push({ call: one, use: { from: one.from, blocks } });
		return calls;
	});
}

/** An expression and everything within it. A stack of its own, since nested texts are deeper than the engine's. */
export function* everyPart(root: Expression): Generator<Expression> {
	const stack: Expression[] = [root];
	for (let one = stack.pop(); one; one = stack.pop()) {
		yield one;
		stack.push(...partsOf(one).toReversed());
	}
}

/** Whether an expression or anything within it is so. */
export const hasPart = (root: Expression, is: (one: Expression) => boolean): boolean => [...everyPart(root)].some(is);

function partsOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case 'member':
			return [expression.of];
		case 'index':
			return [expression.of, ...expression.items.map(({ value }) => value)];
		case 'call':
			return [expression.callee, ...expression.args.map(({ value }) => value)];
		case 'list':
			return expression.items;
		case 'dictionary':
			return expression.entries.flatMap(({ key, value }) => (key === null || key === value ? [value] : [key, value]));
		case 'operation':
			return expression.operands;
		case 'other':
			return expression.parts;
		case 'number':
		case 'string':
		case 'constant':
		case 'name':
			return [];
	}
}

/** What a callee is called in full: imports are followed, and a name that stands for a class (`opt = torch.optim.SGD`). */
export function qualify(program: Program, callee: Expression, use: Use): string {
	if (callee.kind === 'call' && pathOf(callee.callee) === 'getattr') {
		const [of, name] = callee.args.map(({ value }) => value);
		const path = of ? pathOf(of) : null;
		return path && name?.kind === 'string' ? followImport(program, `${path}.${name.value}`) : '';
	}
	if (callee.kind === 'call' && pathOf(callee.callee)?.endsWith('inject_hyperparams')) {
		const path = callee.args[0] ? pathOf(callee.args[0].value) : null;
		return path ? followImport(program, path) : '';
	}
	const written = pathOf(callee) ?? (callee.kind === 'member' ? callee.name : '');
	if (callee.kind === 'name' && !program.imports.some(({ name }) => name === callee.name)) {
		const bound = program.bindings.findLast(
			({ target, from }) => target.kind === 'name' && target.name === callee.name && from < use.from,
		);
		const path = bound?.value?.kind === 'member' ? pathOf(bound.value) : null;
		if (path) return followImport(program, path);
	}
	return followImport(program, written);
}

/** Whether a name is that of a class of the text. */
export const isOwnClass = ({ expressions }: Program, name: string): boolean =>
	expressions.some(({ blocks }) => blocks.some((one) => one.kind === 'class' && one.name === name));

function followImport({ imports }: Program, path: string): string {
	const [first = '', ...rest] = path.split('.');
	const found = imports.findLast(({ name }) => name === first);
	return found ? [found.path, ...rest].join('.') : path;
}

/** What must not be lost where a condition chooses options. */
const DECIDING = /decay|^wd$|^lr$|rate|momentum/;

/** The arguments of a call by name or place, those of dictionaries that are spread into it among them. */
export class Arguments {
	readonly #call: Call;
	readonly #scope: Scope;
	readonly #use: Use;
	/** What is spread into the call and cannot be looked into. */
	readonly unknownSpread: Argument | null;

	constructor({ call, use }: Pick<FoundCall, 'call' | 'use'>, scope: Scope) {
		this.#call = call;
		this.#scope = scope;
		this.#use = use;
		this.unknownSpread = call.args.find(({ spread, value }) => spread > 0 && !this.#isReadable(value)) ?? null;
	}

	#isReadable(value: Expression): boolean {
		const found = this.#scope.resolve(value, this.#use);
		if (found?.kind !== 'operation' || found.operator !== 'if')
			return found?.kind === 'dictionary' || found?.kind === 'call';
		// `dict(fused=True) if use_fused else dict()`
		return [...everyPart(found)].every(
			(one) =>
				!(one.kind === 'call'
					? one.args.some(({ name }) => DECIDING.test(name ?? ''))
					: one.kind === 'string' && DECIDING.test(one.value)),
		);
	}

	/** What is given by name, also in dictionaries that are spread into the call. */
	get named(): { name: string; from: number }[] {
		return this.#call.args.flatMap(({ name, value, spread, from }) => {
			if (name !== null) return [{ name, from }];
			const found = spread === 2 ? this.#scope.resolve(value, this.#use) : null;
			return found ? keysOf(found) : [];
		});
	}

	/** The argument of one of these names, or at this place among those without a name. */
	get(names: readonly string[], position = -1): Expression | undefined {
		const { args } = this.#call;
		const named = args.find(({ name }) => name !== null && names.includes(name));
		if (named) return named.value;
		for (const { spread, value } of args) {
			for (const name of spread === 2 ? names : []) {
				const element = this.#scope.element(value, name, this.#use);
				if (element) return element;
			}
		}
		const star = args.findIndex(({ spread }) => spread === 1);
		const before = star < 0 ? args : args.slice(0, star);
		return position < 0
			? undefined
			: before.filter(({ name, spread }) => name === null && spread === 0)[position]?.value;
	}
}
