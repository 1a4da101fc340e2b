import {
	Bindings,
	type Found,
	isConditional,
	passedTo,
	reaching,
	startOf,
	type Use,
	type ValueSource,
} from './bindings.ts';
import { elementOf } from './element.ts';
import { isLength, type Length } from './lengths.ts';
import { numberOf } from './numbers.ts';
import { pathOf } from './path.ts';
import type { Quantity, Unknown } from './quantity.ts';
import type { Binding, Call, Expression, Place, Program } from './syntax.ts';
import { WrittenText } from './writtenText.ts';

export type { Use } from './bindings.ts';

/** Names that are followed from one to the next, and steps of one question. */
const LONGEST_CHAIN = 12;
const MOST_STEPS = 400;
/** Mappings that are spread into each other. */
const MOST_SPREADS = 3;

/** What only a search gives a value: `cv$lambda.min`, `search.best_params_`, `ridge.alpha_`. */
const CHOSEN = /^lambda\.(min|1se)$|^best|_$/i;

const placeOf = ({ from, to }: Place): Place => ({ from, to });

/** What names, attributes and elements stand for, as far as the text says it. It runs nothing. */
export class Scope extends WrittenText {
	readonly #program: Program;
	readonly #calls: readonly { call: Call & Place; use: Use }[];
	readonly #bound: Bindings;
	#steps = 0;
	/** Where what is asked for is set over an earlier value. */
	#setAt: number | undefined;
	/** Of the data, once it has been read. */
	readonly length: Length | null;
	readonly firstIndex: number;
	/** Where the expressions stand that something was resolved to. */
	readonly #asked = new Set<number>();

	constructor(program: Program, calls: readonly { call: Call & Place; use: Use }[], length: Length | null = null) {
		super(program.text);
		this.length = length;
		this.firstIndex = program.firstIndex ?? 0;
		this.#program = program;
		this.#calls = calls;
		this.#bound = new Bindings(program, calls);
	}

	/** Whether a question has led to the expression at that place. */
	wasAsked(from: number): boolean {
		return this.#asked.has(from);
	}

	/** Says that the expression at that place was understood. */
	see(from: number): void {
		this.#asked.add(from);
	}

	/** The number that an expression is where it is used. */
	number(expression: Expression, use: Use): Quantity {
		this.#steps = 0;
		this.#setAt = undefined;
		const { from } = expression;
		const found = numberOf(expression, use, 0, this);
		return found.value === null
			? { value: null, from, unknown: found.unknown }
			: {
					...{ value: found.value, from, ways: [...new Set(found.ways)], ...(found.named && { named: found.named }) },
					...(this.#setAt !== undefined && found.ways.includes('set-again') && { setAt: this.#setAt }),
				};
	}

	/** The literal, call or list that an expression is where it is used. */
	resolve(expression: Expression, use: Use): Expression | null {
		this.#steps = 0;
		return this.lookUp(expression, use, 0).expression;
	}

	/** What may be in a name where it is used: the last value that it surely got, and what was added since. */
	parts(name: string, use: Use): readonly Binding[] {
		return reaching(this.#bound.names.get(name) ?? [], use).found;
	}

	/** The element of a dictionary, as it is written or set later (`params['lambda'] = 3`). */
	element(holder: Expression, name: string, use: Use): Expression | undefined {
		const found = this.resolve(holder, use);
		return this.#setElement(holder, name, use) ?? (found ? this.#elementWithin(found, name, use, 0) : undefined);
	}

	/** The element of a mapping, its own or one of another that is spread into it (`{**defaults, 'lr': 0.1}`). */
	#elementWithin(holder: Expression, name: string, use: Use, depth: number): Expression | undefined {
		const own = elementOf(holder, name);
		if (own || holder.kind !== 'dictionary' || depth > MOST_SPREADS) return own;
		for (const { key, value } of holder.entries) {
			const spread = key === null ? this.lookUp(value, use, depth + 1).expression : null;
			const element = spread && this.#elementWithin(spread, name, use, depth + 1);
			if (element) return element;
		}
		return undefined;
	}

	#setElement(holder: Expression, name: string, use: Use): Expression | undefined {
		if (holder.kind !== 'name') return undefined;
		const set = this.#bound.elements.get(`${holder.name} ${name}`)?.findLast((one) => startOf(one) <= use.from);
		if (!set?.value || !isConditional(set, use)) return set?.value ?? undefined;
		// Under a condition it may be what it was before.
		const made = this.lookUp(holder, use, LONGEST_CHAIN - 2).expression; // of the question that is being asked
		const before = (made && elementOf(made, name)) ?? { kind: 'constant', value: null, from: set.from, to: set.from };
		return { kind: 'operation', operator: 'if', operands: [set.value, set.target, before], ...placeOf(set.target) };
	}

	/** The string that an expression is where it is used. */
	text(expression: Expression | undefined, use: Use): string | null {
		const found = expression && this.resolve(expression, use);
		return found?.kind === 'string' ? found.value : null;
	}

	/** One step of a question: what an expression stands for, with the reason where it is not known. */
	lookUp(expression: Expression, use: Use, depth: number): Found {
		this.#steps += 1;
		this.#asked.add(expression.from);
		if (depth > LONGEST_CHAIN || this.#steps > MOST_STEPS) return this.none('computed', expression);
		switch (expression.kind) {
			case 'name':
				return this.#resolveName(expression, use, depth);
			case 'member':
				return this.#resolveElement(expression, expression.of, expression.name, use, depth);
			case 'index': {
				const [item] = expression.items;
				const key = item ? this.lookUp(item.value, use, depth + 1).expression : null;
				if (key?.kind === 'string') return this.#resolveElement(expression, expression.of, key.value, use, depth);
				const list = this.lookUp(expression.of, use, depth + 1).expression;
				const isList = list?.kind === 'call' && pathOf(list.callee) === 'list'; // R's
				const items = list?.kind === 'list' ? list.items : isList ? list.args.map(({ value }) => value) : [];
				const element = key?.kind === 'number' ? items[key.value - this.firstIndex] : undefined;
				if (!element && this.length && isLength(expression, this.length)) return { expression, ways: [] };
				return element ? this.lookUp(element, use, depth + 1) : this.none('computed', expression);
			}
			case 'call':
				return this.#resolveGet(expression, use, depth) ?? { expression, ways: [] };
			case 'string': {
				const element = this.#interpolated(expression.value);
				return element ? this.lookUp(element, use, depth + 1) : { expression, ways: [] };
			}
			default:
				return { expression, ways: [] };
		}
	}

	/** `${optim.lr}` of a configuration that has it. */
	#interpolated(text: string): Expression | undefined {
		const path = /^\$\{([\w.]+)\}$/.exec(text)?.[1];
		const [root] = this.#program.expressions;
		return path?.split('.').reduce<Expression | undefined>((one, key) => one && elementOf(one, key), root?.expression);
	}

	/** `config.get("lr", …)` of a dictionary that has it. */
	#resolveGet({ callee, args }: Call, use: Use, depth: number): Found | null {
		const [key] = args;
		if (callee.kind !== 'member' || callee.name !== 'get' || key?.value.kind !== 'string') return null;
		const holder = this.lookUp(callee.of, use, depth + 1).expression;
		const element =
			this.#setElement(callee.of, key.value.value, use) ?? (holder ? elementOf(holder, key.value.value) : undefined);
		return element ? this.lookUp(element, use, depth + 1) : null;
	}

	#resolveName(expression: Expression & { kind: 'name' }, use: Use, depth: number): Found {
		const { name } = expression;
		const { found, isLater } = reaching(this.#bound.names.get(name) ?? [], use);
		const [last] = found;
		const orDefault = (code: Unknown['code']) => {
			const set = this.#bound.argumentDefaults(name);
			return set.length > 0 ? this.#agree(expression, set, use, depth) : this.none(code, expression);
		};
		if (!last) return orDefault(isLater ? 'bound-later' : 'not-bound');
		if (last.how === 'changed') return this.none('changes', expression);
		const passed = last.how === 'parameter' ? passedTo(last, name, this.#calls) : [];
		if (passed.length > 0) return this.#agree(expression, passed, use, depth);
		if (last.how === 'parameter' && !last.value)
			return this.#namesake(expression, use, depth) ?? orDefault('no-default');
		if (last.how === 'loop') {
			const list = last.value && this.lookUp(last.value, { ...last }, depth + 1).expression;
			const values =
				list?.kind === 'list' ? list.items.flatMap((one) => (one.kind === 'number' ? [one.value] : [])) : [];
			return { expression: null, unknown: { ...this.unknown('several-values', expression), values } };
		}
		const sources = found.map(({ value, how, from, blocks }) => ({
			value,
			way: how === 'parameter' ? ('parameter-default' as const) : ('name' as const),
			use: { from, blocks },
		}));
		return this.#agree(expression, sources, use, depth);
	}

	/** The number that calls give an argument of the name of a parameter that gets none: `model(x, y, lambd=0.7)`, which hands it on elsewhere. */
	#namesake(expression: Expression & { kind: 'name' }, use: Use, depth: number): Found | null {
		const given = this.#calls.flatMap(({ call, use: own }): ValueSource[] => {
			const value = call.args.find(({ name }) => name === expression.name)?.value;
			return value?.kind === 'number' ? [{ value, way: 'attribute', use: own }] : [];
		});
		return given.length > 0 ? this.#agree(expression, given, use, depth) : null;
	}

	/** `of.name` or `of["name"]`: the element of what `of` is, or the one value that the text gives to such an attribute. */
	#resolveElement(whole: Expression, of: Expression, name: string, use: Use, depth: number): Found {
		const holder = this.lookUp(of, use, depth + 1).expression;
		const path = pathOf(of);
		const set = this.#bound.attributes.get(name) ?? [];
		// The last line above that sets it, where nothing around that line makes it uncertain.
		const last = set.findLast((one) => one.holder === path && path !== null && (one.use?.from ?? 0) <= use.from);
		if (last?.value && last.use?.blocks.every((block) => use.blocks.includes(block))) {
			const before = holder ? this.#elementWithin(holder, name, use, depth) : undefined;
			if (!before) return this.#agree(whole, [last], use, depth);
			this.see(before.from); // it counts no more
			this.#setAt = last.value.from;
			return this.#agree(whole, [{ ...last, way: 'set-again' }], use, depth);
		}
		const element =
			this.#setElement(of, name, use) ?? (holder ? this.#elementWithin(holder, name, use, depth) : undefined);
		if (element) {
			const found = this.lookUp(element, use, depth + 1);
			return found.expression ? { ...found, ways: [...found.ways, 'name'] } : found;
		}
		if (set.length > 0) return this.#agree(whole, set, use, depth);
		if (path?.endsWith('hparams')) return this.#kept(whole, name, use, depth);
		const keys = of.kind === 'name' && holder === null ? this.#bound.keys.get(name) : undefined;
		if (keys) return this.#agree(whole, keys, use, depth);
		const later = of.kind === 'name' && holder === null ? this.#bound.names.get(of.name)?.[0]?.value : undefined;
		const below = later && later.from > use.from ? elementOf(later, name) : undefined;
		if (below) this.see(below.from); // `args = Namespace(wd=1e-4)` behind its use
		return this.none(below ? 'bound-later' : CHOSEN.test(name) ? 'computed' : 'not-bound', whole);
	}

	/** `self.hparams.name`: Lightning keeps the arguments of a constructor there, those of its `**kwargs` among them. */
	#kept(whole: Expression, name: string, use: Use, depth: number): Found {
		const kept = this.#bound.names.get(name)?.find(({ how }) => how === 'parameter');
		if (kept)
			return this.#resolveName({ ...whole, kind: 'name', name }, { from: kept.from + 1, blocks: kept.blocks }, depth);
		const model = use.blocks.find(({ kind }) => kind === 'class')?.name;
		const given = this.#calls.flatMap(({ call, use: own }): ValueSource[] => {
			const value = pathOf(call.callee) === model ? call.args.find((one) => one.name === name)?.value : undefined;
			return value ? [{ value, way: 'argument', use: own }] : [];
		});
		return given.length > 0 ? this.#agree(whole, given, use, depth) : this.none('not-bound', whole);
	}

	/** What several sources say, where they say the same. */
	#agree(expression: Expression, sources: readonly ValueSource[], use: Use, depth: number): Found {
		const found = sources
			.slice(0, 8)
			.map(({ value, use: own = use }) => (value ? this.lookUp(value, own, depth + 1) : null));
		const [first] = found;
		const [source] = sources;
		if (!source || !first) return this.none('no-default', expression);
		if (!first.expression) return first;
		const isSame = found.every((one) => one?.expression && this.quote(one.expression) === this.quote(first.expression));
		if (!isSame) {
			const values = found.flatMap((one) => (one?.expression?.kind === 'number' ? [one.expression.value] : []));
			return { expression: null, unknown: { ...this.unknown('several-values', expression), values } };
		}
		return { expression: first.expression, ways: [source.way, ...first.ways], use: first.use ?? source.use ?? use };
	}
}
