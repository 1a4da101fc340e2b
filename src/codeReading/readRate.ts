import { Arguments, type FoundCall } from './calls.ts';
import { lastName, pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { type Note, note, type Source } from './reading.ts';
import type { Scope, Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** Momentum; 0 where there is none, and, said so, where it is not known. */
export function readMomentum(given: Expression | undefined, scope: Scope, use: Use, notes: Note[]): number {
	if (!given) return 0;
	const { value } = scope.number(given, use);
	const isNone = given.kind === 'constant';
	if (value === null && !isNone) notes.push(note('momentum-unknown', given, { written: scope.written(given) }));
	return value ?? 0;
}

/** PyTorch's `OneCycleLR(optimizer, max_lr=0.1, …)`, which sets η of the optimizer whatever its own is: at most `max_lr`. */
export function readOneCycle({ call }: FoundCall, { calls, scope }: Source, notes: Note[]): Quantity | null {
	for (const cycle of calls.filter(({ name }) => name === 'OneCycleLR')) {
		const args = new Arguments(cycle, scope);
		const [of, peak] = [args.get(['optimizer'], 0), args.get(['max_lr'], 1)];
		const made = of && scope.resolve(of, cycle.use);
		if (!peak || (made && made.from !== call.from)) continue;
		notes.push(note('one-cycle', cycle.call, { name: cycle.name, rate: `max_lr = ${scope.written(peak)}` }));
		return scope.number(peak, cycle.use);
	}
	return null;
}

/** A rate that falls by a schedule starts with the schedule's first number. */
export function readRate(rate: Expression, scope: Scope, use: Use, notes: Note[]): Quantity {
	const found = scope.resolve(rate, use);
	const name = found?.kind === 'call' ? lastName(pathOf(found.callee) ?? '') : undefined;
	if (found?.kind !== 'call' || !name || !/schedule|Decay|decay|OneCycle/.test(name)) return scope.number(rate, use);
	notes.push(note('schedule', found, { name }));
	const args = new Arguments({ call: found, use }, scope);
	const peak = args.get(['peak_value', 'max_lr', 'warmup_target'], /^warmup/.test(name) ? 1 : -1);
	const first = peak ?? args.get(['init_value', 'initial_learning_rate', 'learning_rate', 'value'], 0);
	return scope.number(first ?? rate, use);
}
