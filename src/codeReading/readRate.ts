import { Arguments, type FoundCall } from './calls.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { type Note, note } from './reading.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './syntax.ts';

/** A rate that falls by a schedule starts with the schedule's first number. */
export function readRate(rate: Expression, scope: Scope, use: FoundCall['use'], notes: Note[]): Quantity {
	const found = scope.resolve(rate, use);
	const name = found?.kind === 'call' ? (pathOf(found.callee) ?? '').split('.').at(-1) : undefined;
	if (found?.kind !== 'call' || !name || !/schedule|Decay|decay|OneCycle/.test(name)) return scope.number(rate, use);
	notes.push(note('schedule', found, { name }));
	const args = new Arguments({ call: found, use }, scope);
	const peak = args.get(['peak_value', 'max_lr'], /^warmup/.test(name) ? 1 : -1);
	const first = peak ?? args.get(['init_value', 'initial_learning_rate', 'learning_rate', 'value'], 0);
	return scope.number(first ?? rate, use);
}
