import type { Place } from '../codeReading/syntax.ts';

/** Names of the two lists, the first pair of which a code has none. */
const NAMES = [
	['decay', 'no_decay'],
	['with_decay', 'without_decay'],
	['decayed_weights', 'undecayed_parameters'],
] as const;

/**
 * A call of PyTorch's as it stands in the code, with two groups in place of its parameters: weights of layers, which keep the
 * call's own decay, and everything of one dimension without. The call's other arguments and the name that it is given stay.
 *
 * @param call where it stands
 * @param parameters where its parameters stand in it
 */
export function groupsWithoutDecay(code: string, call: Place, parameters: Place): string {
	const [decay, without] =
		NAMES.find((pair) => !pair.some((name) => new RegExp(`\\b${name}\\b`).test(code))) ?? NAMES[0];
	const all = code.slice(parameters.from, parameters.to);
	const line = code.slice(code.lastIndexOf('\n', call.from - 1) + 1, call.from);
	const [, indent = '', target = ''] = /^([ \t]*)([\w.]+ *= *|return +)?/.exec(line) ?? [];
	const one = /named_parameters\(\)$/.test(all) ? ['(n, p)', 'n, p'] : ['p', 'p']; // a group takes names as the call does
	const list = (dimensions: string) => `[${one[0]} for ${one[1]} in ${all} if p.ndim ${dimensions}]`;
	const groups = `[{"params": ${decay}}, {"params": ${without}, "weight_decay": 0.0}]`;
	const text = [
		/^\w+$/.test(all) ? [`${all} = list(${all})`] : [], // it may be a generator
		`${decay} = ${list('> 1')}`,
		`${without} = ${list('<= 1')}  # biases, norms`,
		target + code.slice(call.from, parameters.from) + groups + code.slice(parameters.to, call.to),
	].flat();
	return text.join('\n').replaceAll(`\n${indent}`, '\n');
}
