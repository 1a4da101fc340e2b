import { pathOf } from './path.ts';
import type { Unknown, Way } from './quantity.ts';
import type { Binding, Blocks, Call, Expression, Place, Program } from './syntax.ts';

/** Where an expression is used: what is bound above it there counts. */
export interface Use {
	from: number;
	blocks: Blocks;
}

/** What an expression stands for, and where that is written if it is elsewhere. */
export type Found =
	| { expression: Expression; ways: readonly Way[]; use?: Use }
	| { expression: null; unknown: Unknown };

/** Where a value of a name or an attribute is written, and where that is. */
export interface ValueSource {
	value: Expression | null;
	way: Way;
	use?: Use;
	/** What an attribute is of: `cfg.optim` of `cfg.optim.lr = 0.1`. */
	holder?: string | null;
}

/** What a program binds: names, attributes and elements, each with all lines that set it, in their order. */
export class Bindings {
	readonly names = new Map<string, Binding[]>();
	/** Attributes and string elements by their last name, wherever they are set. */
	readonly attributes = new Map<string, ValueSource[]>();
	/** Elements of dictionaries that have a name, by their keys: what a function is given under another one may be any of them. */
	readonly keys = new Map<string, ValueSource[]>();
	/** Elements of names that are set by a line of their own, by both. */
	readonly elements = new Map<string, Binding[]>();

	constructor({ bindings }: Program, calls: readonly { call: Call & Place; use: Use }[]) {
		for (const binding of bindings) this.#add(binding);
		for (const { call } of calls) {
			this.#addArgumentDefault(call);
			this.#addRun(call);
		}
	}

	#add(binding: Binding): void {
		const { target, value, blocks } = binding;
		const holder = target.kind === 'member' || target.kind === 'index' ? pathOf(target.of) : null;
		const source: ValueSource = { value, way: 'attribute', use: { from: startOf(binding), blocks }, holder };
		if (target.kind === 'name') {
			push(this.names, target.name, binding);
			for (const { key, value: said } of value?.kind === 'dictionary' ? value.entries : [])
				if (key?.kind === 'string') push(this.keys, key.value, { ...source, value: said });
			if (blocks.at(-1)?.kind === 'class') push(this.attributes, target.name, source);
		}
		const [item] = target.kind === 'index' ? target.items : [];
		if (target.kind === 'member') push(this.attributes, target.name, source);
		else if (item?.value.kind === 'string') {
			push(this.attributes, item.value.value, source);
			if (target.kind === 'index' && target.of.kind === 'name')
				push(this.elements, `${target.of.name} ${item.value.value}`, binding);
		}
	}

	/** `wandb.init(config={"lr": 0.1})`, whose elements `wandb.config` has. */
	#addRun({ callee, args }: Call): void {
		const given = pathOf(callee) === 'wandb.init' ? args.find(({ name }) => name === 'config')?.value : undefined;
		for (const { key, value } of given?.kind === 'dictionary' ? given.entries : [])
			if (key?.kind === 'string') push(this.attributes, key.value, { value, way: 'name' });
	}

	/** `parser.add_argument("--weight-decay", default=0.01)`, and click's options. */
	#addArgumentDefault({ callee, args }: Call): void {
		const path = pathOf(callee) ?? '';
		if (!/(^|\.)(add_argument|option|DEFINE_float|DEFINE_integer)$/.test(path)) return;
		const names = args.flatMap(({ name, value }) => (name === null && value.kind === 'string' ? [value.value] : []));
		const named = args.find(({ name }) => name === 'dest')?.value;
		const name = named?.kind === 'string' ? named.value : (names.find((one) => one.startsWith('--')) ?? names[0] ?? '');
		const second = path.includes('DEFINE') ? args[1]?.value : undefined;
		const value = args.find(({ name: one }) => one === 'default')?.value ?? second ?? null;
		push(this.attributes, name.replace(/^-+/, '').replaceAll('-', '_'), { value, way: 'argument-default' });
	}

	/** The defaults that a command line gives an argument of that name. */
	argumentDefaults(name: string): readonly ValueSource[] {
		return this.attributes.get(name)?.filter(({ way }) => way === 'argument-default') ?? [];
	}
}

/** From where on a binding holds: behind its value, so that `loss = loss + x` is not made of itself. */
export const startOf = ({ target, value, by, how, from }: Binding) =>
	how === 'parameter' ? from : (value ?? by ?? target).to;

/** Whether a binding stands in a branch or a loop that the use is outside of, so that it may not have been met. */
export const isConditional = ({ blocks }: Pick<Binding, 'blocks'>, use: Use) =>
	blocks.some(({ kind }, at) => (kind === 'branch' || kind === 'loop') && blocks[at] !== use.blocks[at]);

/**
 * The bindings of a name that may hold where it is used, the last one first: those above it, back to one that is surely met.
 * Within a function also what is set outside of it further down, since the function may be called behind that; `isLater`
 * says that a name is bound only below its use.
 */
export function reaching(all: readonly Binding[], use: Use): { found: Binding[]; isLater: boolean } {
	const isVisible = ({ blocks }: Binding) =>
		blocks.every((block) => block.kind !== 'function' || use.blocks.includes(block));
	const isOutside = ({ blocks }: Binding) =>
		use.blocks.some((block) => block.kind === 'function' && !blocks.includes(block));
	let place = all.length;
	for (let low = 0; low < place; ) {
		const middle = (low + place) >> 1; // the bindings of a name stand in the order of the text
		const one = all[middle];
		if (one && startOf(one) <= use.from) low = middle + 1;
		else place = middle;
	}
	const found = untilCertain(all, place, use, isVisible);
	if (use.blocks.some(({ kind }) => kind === 'function') && found.every(isOutside)) {
		const below = all.slice(place).filter((one) => isVisible(one) && isOutside(one) && one.how === 'assigned');
		found.unshift(...untilCertain(below, below.length, use, isVisible));
	}
	return { found, isLater: found.length === 0 && all.slice(place).some(isVisible) };
}

/** Bindings that are looked at, at most: what more lines change is not known anyway. */
const MOST_BINDINGS = 30;

function untilCertain(all: readonly Binding[], end: number, use: Use, isVisible: (one: Binding) => boolean): Binding[] {
	const found: Binding[] = [];
	for (let at = end - 1; at >= 0 && at >= end - MOST_BINDINGS; at--) {
		const binding = all[at];
		if (!binding || !isVisible(binding)) continue;
		found.push(binding);
		if (!isConditional(binding, use) && binding.how !== 'changed') break;
	}
	return found;
}

/** What the calls of the text give to a parameter; nothing where none gives anything. */
export function passedTo(
	{ blocks, value: byDefault }: Binding,
	name: string,
	calls: readonly { call: Call & Place; use: Use }[],
): ValueSource[] {
	const block = blocks.at(-1);
	const of = block?.name === '__init__' ? blocks.at(-2)?.name : block?.name;
	const place = block?.parameters.indexOf(name) ?? -1;
	const isMethod = block?.parameters[0] === 'self';
	const given = calls.flatMap(({ call, use }): ValueSource[] => {
		if (pathOf(call.callee)?.split('.').at(-1) !== of || call.args.some(({ spread }) => spread > 0)) return [];
		const unnamed = call.args.filter((one) => one.name === null);
		const value = call.args.find((one) => one.name === name)?.value ?? unnamed[place - (isMethod ? 1 : 0)]?.value;
		return [{ value: value ?? byDefault, way: value ? 'argument' : 'parameter-default', use }];
	});
	return given.some(({ way }) => way === 'argument') ? given : [];
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}
