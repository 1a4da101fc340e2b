import { Arguments, type FoundCall } from './calls.ts';
import type { Quantity } from './quantity.ts';
import { computed, type Note, note, type Source } from './reading.ts';
import type { Use } from './scope.ts';
import { HELD_OUT } from './sizeNames.ts';
import type { Expression } from './syntax.ts';

/** `x[:10000]`, `x[5000:]`: which part of something a slice takes. */
const SLICE = /^(\w+) ?\[([\d_]*):(-?[\d_]*)(,[^\]]*)?\]$/;

/** The examples that are chosen of a data set before it is trained on: `Subset(CIFAR10(…), range(5000))`, `model.fit(x[:10000], …)`. */
export function chosenOf(m: Quantity | null, source: Source, notes: Note[]): Quantity | null {
	if (m === null || m.value === null) return m;
	const { calls } = source;
	const chosen = calls.find((one) => /^Subset(RandomSampler)?$/.test(one.name) && isTrained(one, source));
	if (chosen) return ofSubset(m, chosen, source, notes);
	const [rows] = /\w+\[ *\(?(y\w*|[\w.]*targets?|labels?) *([=!]=|[<>]=?)[^\]]*\]/.exec(source.program.text) ?? [];
	if (rows !== undefined) return computed(m.from, rows);
	const fit = calls.find(({ name }) => name === 'fit');
	const given = fit && new Arguments(fit, source.scope).get(['x', 'X'], 0);
	const from = given ? sliceOf(given, fit.use, source) : ownSlice(source);
	const [, , start = '', end = ''] = from ? (SLICE.exec(source.scope.written(from)) ?? []) : [];
	if (!from || `${start}${end}` === '') return m;
	const [first, last] = [start, end].map((one) => Number(one.replaceAll('_', '')));
	const until = end === '' ? m.value : end.startsWith('-') ? m.value + (last ?? 0) : Math.min(last ?? 0, m.value);
	return left(m, until - (first ?? 0), from, notes);
}

function left(m: Quantity, value: number, at: Expression | FoundCall['call'], notes: Note[]): Quantity {
	notes.push(note('found-by', at, { way: 'split', value }));
	return { value, from: m.from, ways: [] };
}

/** `range(5000)`, `list(range(100, 200))`, `torch.arange(n)`; any other indices are known when the code runs. */
function ofSubset(m: Quantity, { call, use, name }: FoundCall, { scope }: Source, notes: Note[]): Quantity {
	const given = call.args[name === 'Subset' ? 1 : 0]?.value;
	const [, first, second] =
		/^(?:list\()?(?:range|\w+\.arange)\(([^,()]+)(?:, *([^,()]+))?\)+$/.exec(
			given ? scope.written(scope.resolve(given, use) ?? given) : '',
		) ?? [];
	const [start, end] = second === undefined ? [0, Number(first)] : [Number(first), Number(second)];
	return end - start > 0 ? left(m, end - start, call, notes) : computed(call.from, scope.written(call));
}

/** Whether a call makes what is trained on, by what it is called and what it is of. */
function isTrained({ call }: FoundCall, { program, scope }: Source): boolean {
	const holder = program.bindings.find(({ value }) => value && value.from <= call.from && call.to <= value.to);
	return !HELD_OUT.test(
		`${holder ? scope.written(holder.target) : ''} ${call.args[0] ? scope.written(call.args[0].value) : ''}`,
	);
}

/** The slice that an expression is, or that its name stands for. */
function sliceOf(given: Expression, use: Use, { scope }: Source): Expression | null {
	const [bound] = given.kind === 'name' ? scope.parts(given.name, use) : [];
	const one = bound?.how === 'assigned' && bound.value ? bound.value : given;
	return SLICE.test(scope.written(one)) ? one : null;
}

/** `x_train = x_train[:50000]`. */
function ownSlice({ program, scope }: Source): Expression | null {
	const found = program.bindings.find(
		({ target, value }) =>
			target.kind === 'name' &&
			value &&
			SLICE.exec(scope.written(value))?.[1] === target.name &&
			/^x|^data$|^inputs$/i.test(target.name) &&
			!HELD_OUT.test(target.name),
	);
	return found?.value ?? null;
}
