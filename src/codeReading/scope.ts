import { compute } from './arithmetic.ts';
import { elementOf } from './element.ts';
import { pathOf } from './path.ts';
import type { Quantity, Unknown, Way } from './quantity.ts';
import type { Binding, Blocks, Call, Expression, Place, Program } from './syntax.ts';

/** Where an expression is used: what is bound above it there counts. */
export interface Use {
	from: number;
	blocks: Blocks;
}

type Found = { expression: Expression; ways: readonly Way[] } | { expression: null; unknown: Unknown };

type Numbered = { value: number; ways: readonly Way[] } | { value: null; unknown: Unknown };

/** Names that are followed from one to the next, and steps of one question. */
const LONGEST_CHAIN = 12;
const MOST_STEPS = 400;
const LONGEST_WRITTEN = 60;

/** Where a value of a name or an attribute is written, and where that is. */
interface Source {
	value: Expression | null;
	way: Way;
	use?: Use;
}

/** What names, attributes and elements stand for, as far as the text says it. It runs nothing. */
export class Scope {
	readonly #program: Program;
	readonly #calls: readonly { call: Call & Place; use: Use }[];
	readonly #names = new Map<string, Binding[]>();
	/** Attributes and string elements by their last name, wherever they are set. */
	readonly #attributes = new Map<string, Source[]>();
	/** Elements of names that are set by a line of their own, by both. */
	readonly #elements = new Map<string, Binding[]>();
	#steps = 0;
	/** Where the expressions stand that something was resolved to. */
	readonly #asked = new Set<number>();

	constructor(program: Program, calls: readonly { call: Call & Place; use: Use }[]) {
		this.#program = program;
		this.#calls = calls;
		for (const binding of program.bindings) {
			const { target, value, blocks, from } = binding;
			const source: Source = { value, way: 'attribute', use: { from, blocks } };
			if (target.kind === 'name') {
				push(this.#names, target.name, binding);
				if (blocks.at(-1)?.kind === 'class') push(this.#attributes, target.name, source);
			}
			const [item] = target.kind === 'index' ? target.items : [];
			if (target.kind === 'member') push(this.#attributes, target.name, source);
			else if (item?.value.kind === 'string') {
				push(this.#attributes, item.value.value, source);
				if (target.kind === 'index' && target.of.kind === 'name')
					push(this.#elements, `${target.of.name} ${item.value.value}`, binding);
			}
		}
		for (const { call } of calls) this.#readArgumentDefault(call);
	}

	/** `parser.add_argument("--weight-decay", default=0.01)`, and click's options. */
	#readArgumentDefault({ callee, args }: Call): void {
		const path = pathOf(callee) ?? '';
		if (!/(^|\.)(add_argument|option|DEFINE_float|DEFINE_integer)$/.test(path)) return;
		const names = args.flatMap(({ name, value }) => (name === null && value.kind === 'string' ? [value.value] : []));
		const named = args.find(({ name }) => name === 'dest')?.value;
		const name = named?.kind === 'string' ? named.value : (names.find((one) => one.startsWith('--')) ?? names[0] ?? '');
		const second = path.includes('DEFINE') ? args[1]?.value : undefined;
		const value = args.find(({ name: one }) => one === 'default')?.value ?? second ?? null;
		push(this.#attributes, name.replace(/^-+/, '').replaceAll('-', '_'), { value, way: 'argument-default' });
	}

	/** Whether a question has led to the expression at that place. */
	wasAsked(from: number): boolean {
		return this.#asked.has(from);
	}

	/** The number that an expression is where it is used. */
	number(expression: Expression, use: Use): Quantity {
		this.#steps = 0;
		const { from } = expression;
		const found = this.#number(expression, use, 0);
		return typeof found.value === 'number'
			? { value: found.value, from, ways: [...new Set(found.ways)] }
			: { value: null, from, unknown: found.unknown };
	}

	/** The literal, call or list that an expression is where it is used. */
	resolve(expression: Expression, use: Use): Expression | null {
		this.#steps = 0;
		return this.#resolve(expression, use, 0).expression;
	}

	/** The element of a dictionary, as it is written or set later (`params['lambda'] = 3`). */
	element(holder: Expression, name: string, use: Use): Expression | undefined {
		const found = this.resolve(holder, use);
		return this.#setElement(holder, name, use) ?? (found ? elementOf(found, name) : undefined);
	}

	/** What the last line above sets an element of a name to. */
	#setElement(holder: Expression, name: string, use: Use): Expression | undefined {
		if (holder.kind !== 'name') return undefined;
		const set = this.#elements.get(`${holder.name} ${name}`)?.findLast(({ from }) => from < use.from);
		return set?.value ?? undefined;
	}

	/** The string that an expression is where it is used. */
	text(expression: Expression | undefined, use: Use): string | null {
		const found = expression && this.resolve(expression, use);
		return found?.kind === 'string' ? found.value : null;
	}

	#number(expression: Expression, use: Use, depth: number): Numbered {
		const found = this.#resolve(expression, use, depth);
		if (!found.expression) return { value: null, unknown: found.unknown };
		const { expression: literal, ways } = found;
		if (literal.kind === 'number') return { value: literal.value, ways };
		const computed = { value: null, unknown: this.#unknown('computed', expression) } as const;
		if (literal.kind === 'string') {
			const value = Number(literal.value);
			return literal.value.trim() !== '' && Number.isFinite(value) ? { value, ways } : computed;
		}
		if (literal.kind === 'operation' && literal.operator === 'if')
			return this.#chosen(expression, literal.operands, use, depth);
		if (literal.kind === 'operation') {
			const operands = literal.operands.map((one) => this.#number(one, use, depth + 1));
			const numbers = operands.flatMap(({ value }) => (value === null ? [] : [value]));
			const unknown = operands.find((one) => one.value === null);
			if (unknown?.value === null) return { value: null, unknown: unknown.unknown };
			const value = compute(literal.operator, numbers);
			const among = operands.flatMap((one) => (one.value === null ? [] : one.ways));
			return value === null
				? computed
				: { value, ways: [...ways, ...among, ...(numbers.length > 1 ? (['arithmetic'] as const) : [])] };
		}
		if (literal.kind === 'call') {
			const path = pathOf(literal.callee) ?? '';
			const [first] = literal.args;
			if (
				first &&
				/^(float|int|np\.float32|np\.float64|torch\.tensor|tf\.constant|jnp\.array|c)$/.test(path) &&
				literal.args.length === 1
			) {
				return this.#number(first.value, use, depth + 1);
			}
			const byDefault = literal.args.find(({ name }) => name === 'default');
			if (byDefault && /(^|\.)(field|Field|Option)$/.test(path)) return this.#number(byDefault.value, use, depth + 1);
		}
		if (literal.kind === 'list') {
			const values = literal.items.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
			return { value: null, unknown: { ...this.#unknown('several-values', expression), values } };
		}
		return computed;
	}

	/** `a if condition else b`: a number where both are the same. */
	#chosen(expression: Expression, [left, , right]: readonly Expression[], use: Use, depth: number): Numbered {
		const both = [left, right].map((one) => (one ? this.#number(one, use, depth + 1) : null));
		const values = both.flatMap((one) => (typeof one?.value === 'number' ? [one.value] : []));
		const [value] = values;
		if (value !== undefined && values.length === 2 && values[1] === value) return { value, ways: [] };
		return { value: null, unknown: { ...this.#unknown('several-values', expression), values } };
	}

	#resolve(expression: Expression, use: Use, depth: number): Found {
		this.#steps += 1;
		this.#asked.add(expression.from);
		if (depth > LONGEST_CHAIN || this.#steps > MOST_STEPS) return this.#none('computed', expression);
		switch (expression.kind) {
			case 'name':
				return this.#resolveName(expression, use, depth);
			case 'member':
				return this.#resolveElement(expression, expression.of, expression.name, use, depth);
			case 'index': {
				const [item] = expression.items;
				const key = item ? this.#resolve(item.value, use, depth + 1).expression : null;
				if (key?.kind === 'string') return this.#resolveElement(expression, expression.of, key.value, use, depth);
				const list = this.#resolve(expression.of, use, depth + 1).expression;
				const element = list?.kind === 'list' && key?.kind === 'number' ? list.items.at(key.value) : undefined;
				return element ? this.#resolve(element, use, depth + 1) : this.#none('computed', expression);
			}
			case 'call':
				return this.#resolveGet(expression, use, depth) ?? { expression, ways: [] };
			default:
				return { expression, ways: [] };
		}
	}

	/** `config.get("lr", …)` of a dictionary that has it. */
	#resolveGet({ callee, args }: Call, use: Use, depth: number): Found | null {
		const [key] = args;
		if (callee.kind !== 'member' || callee.name !== 'get' || key?.value.kind !== 'string') return null;
		const holder = this.#resolve(callee.of, use, depth + 1).expression;
		const element =
			this.#setElement(callee.of, key.value.value, use) ?? (holder ? elementOf(holder, key.value.value) : undefined);
		return element ? this.#resolve(element, use, depth + 1) : null;
	}

	#resolveName(expression: Expression & { kind: 'name' }, use: Use, depth: number): Found {
		const visible = (this.#names.get(expression.name) ?? []).filter(({ blocks }) =>
			blocks.every((block) => block.kind !== 'function' || use.blocks.includes(block)),
		);
		const above = visible.filter(({ from }) => from < use.from);
		const candidates: Binding[] = [];
		for (const binding of (above.length > 0 ? above : visible).toReversed()) {
			candidates.push(binding);
			const isConditional = binding.blocks.some(
				({ kind }, index) => (kind === 'branch' || kind === 'loop') && binding.blocks[index] !== use.blocks[index],
			);
			if (!isConditional && binding.how !== 'changed') break;
		}
		const [last] = candidates;
		if (!last) {
			const set = this.#attributes.get(expression.name)?.filter(({ way }) => way === 'argument-default') ?? [];
			return set.length > 0 ? this.#agree(expression, set, use, depth) : this.#none('not-bound', expression);
		}
		if (last.how === 'changed') return this.#none('changes', expression);
		const passed = last.how === 'parameter' ? this.#passed(last, expression.name) : [];
		if (passed.length > 0) return this.#agree(expression, passed, use, depth);
		if (last.how === 'parameter' && !last.value) {
			const set = this.#attributes.get(expression.name)?.filter(({ way }) => way === 'argument-default') ?? [];
			return set.length > 0 ? this.#agree(expression, set, use, depth) : this.#none('no-default', expression);
		}
		if (last.how === 'loop') {
			const list = last.value && this.#resolve(last.value, last, depth + 1).expression;
			const values =
				list?.kind === 'list' ? list.items.flatMap((one) => (one.kind === 'number' ? [one.value] : [])) : [];
			return { expression: null, unknown: { ...this.#unknown('several-values', expression), values } };
		}
		const sources = candidates.map(({ value, how, from, blocks }) => ({
			value,
			way: how === 'parameter' ? ('parameter-default' as const) : ('name' as const),
			use: { from, blocks },
		}));
		return this.#agree(expression, sources, use, depth);
	}

	/** What the calls of the text give to a parameter; nothing where none gives anything. */
	#passed({ blocks, value: byDefault }: Binding, name: string): Source[] {
		const block = blocks.at(-1);
		const of = block?.name === '__init__' ? blocks.at(-2)?.name : block?.name;
		const place = block?.parameters.indexOf(name) ?? -1;
		const isMethod = block?.parameters[0] === 'self';
		const given = this.#calls.flatMap(({ call, use }): Source[] => {
			if (pathOf(call.callee)?.split('.').at(-1) !== of || call.args.some(({ spread }) => spread > 0)) return [];
			const unnamed = call.args.filter((one) => one.name === null);
			const value = call.args.find((one) => one.name === name)?.value ?? unnamed[place - (isMethod ? 1 : 0)]?.value;
			return [{ value: value ?? byDefault, way: value ? 'argument' : 'parameter-default', use }];
		});
		return given.some(({ way }) => way === 'argument') ? given : [];
	}

	/** `of.name` or `of["name"]`: the element of what `of` is, or the one value that the text gives to such an attribute. */
	#resolveElement(whole: Expression, of: Expression, name: string, use: Use, depth: number): Found {
		const holder = this.#resolve(of, use, depth + 1).expression;
		const element = this.#setElement(of, name, use) ?? (holder ? elementOf(holder, name) : undefined);
		if (element) {
			const found = this.#resolve(element, { ...use, from: use.from }, depth + 1);
			return found.expression ? { ...found, ways: [...found.ways, 'name'] } : found;
		}
		const set = this.#attributes.get(name) ?? [];
		if (set.length > 0) return this.#agree(whole, set, use, depth);
		// Lightning keeps the arguments of a constructor there.
		const kept = pathOf(of)?.endsWith('hparams')
			? this.#names.get(name)?.find(({ how }) => how === 'parameter')
			: undefined;
		return kept
			? this.#resolveName({ ...whole, kind: 'name', name }, { from: kept.from + 1, blocks: kept.blocks }, depth)
			: this.#none('not-bound', whole);
	}

	/** What several sources say, where they say the same. */
	#agree(expression: Expression, sources: readonly Source[], use: Use, depth: number): Found {
		const found = sources
			.slice(0, 8)
			.map(({ value, use: own = use }) => (value ? this.#resolve(value, own, depth + 1) : null));
		const [first] = found;
		const [source] = sources;
		if (!source || !first) return this.#none('no-default', expression);
		if (!first.expression) return first;
		const isSame = found.every(
			(one) => one?.expression && this.#written(one.expression) === this.#written(first.expression),
		);
		if (!isSame) {
			const values = found.flatMap((one) => (one?.expression?.kind === 'number' ? [one.expression.value] : []));
			return { expression: null, unknown: { ...this.#unknown('several-values', expression), values } };
		}
		return { expression: first.expression, ways: [source.way, ...first.ways] };
	}

	/** An expression as it stands in the text, on one line. */
	written(expression: Place): string {
		const written = this.#written(expression).replace(/\s+/g, ' ');
		return written.length > LONGEST_WRITTEN ? `${written.slice(0, LONGEST_WRITTEN)}…` : written;
	}

	#written({ from, to }: Place): string {
		return this.#program.text.slice(from, Math.min(to, from + 2000));
	}

	#unknown(code: Unknown['code'], expression: Expression): Unknown {
		return { code, written: this.written(expression) };
	}

	#none(code: Unknown['code'], expression: Expression): Found {
		return { expression: null, unknown: this.#unknown(code, expression) };
	}
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}
