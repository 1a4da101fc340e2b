import { Arguments } from './calls.ts';
import { frameOf, KNOWN_CLASSES } from './dataSets.ts';
import type { Source } from './reading.ts';

/** What tells the classes apart, and how many there are. */
export interface Classes {
	name: string;
	classes: number;
	from: number;
}

const NUMBER = /^(n|num|nb)_?(class(es)?|labels)$/i;
/** Targets that are compared with a class, as those of one against the rest. */
const CHOSEN = /\b(y\w*|\w*targets?|labels?)(\[[^\]]*\])? *(==|!=|[<>]=?) *['"\d]/;
/** Sets whose rows stand class by class, of which the first may be fewer. */
const SORTED = /load_(iris|wine)/;

/**
 * The classes of the data, where a text says that there are more than two: by a data set that it loads, or by their number. Null
 * where it chooses among them, so that two may be left.
 */
export function readClasses({ calls, program, scope }: Source): Classes | null {
	const { text } = program;
	if (CHOSEN.test(text) || (SORTED.test(text) && /\[ *:\d{2}/.test(text))) return null;
	const said: Classes[] = [];
	for (const { call, name, path, use } of calls) {
		const args = new Arguments({ call, use }, scope);
		const isOfSpecies = call.args[0] && scope.written(call.args[0].value).startsWith('Species');
		if (isOfSpecies && frameOf({ call, name }, program)?.name === 'iris')
			said.push({ name: 'iris', classes: 3, from: call.from });
		const set = name === 'load_data' ? (path.split('.').at(-2) ?? '') : name;
		const given = call.args.find((one) => one.name !== null && NUMBER.test(one.name));
		const number = args.get(name === 'make_blobs' ? ['centers'] : ['n_class']) ?? given?.value;
		const classes = number
			? scope.number(number, use).value
			: Object.hasOwn(KNOWN_CLASSES, set)
				? (KNOWN_CLASSES[set] ?? null)
				: null;
		if (classes !== null) said.push({ name: number && name !== 'load_digits' ? name : set, classes, from: call.from });
	}
	for (const { target, value, ...use } of program.bindings) {
		if (target.kind !== 'name' || !NUMBER.test(target.name) || !value) continue;
		const classes = scope.number(value, use).value;
		if (classes !== null) said.push({ name: target.name, classes, from: target.from });
	}
	const [first] = said;
	return first && said.every(({ classes }) => classes > 2) ? first : null;
}
