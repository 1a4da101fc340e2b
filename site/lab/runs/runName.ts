import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { nameOf, rowsInWords, valueInWords } from './describeDifferences.ts';
import { differences } from './difference.ts';

/** Cards of more runs are narrow: their names have only what is not alike in all. */
const FEW = 3;
/** More settings than these are a list and not a name. */
const NAMED = 3;
/** What the first words of a name say already. */
const SAID = new Set(['penalty.lambda', 'penalty.scaling', 'penalty.norm', 'penalty.application']);

/**
 * A run's name in words: its penalty, and the settings in which the runs beside it are not all alike, as
 * `λ = 0.5, ÷2m, m = 300`.
 */
export function runName(spec: RunSpec, others: readonly RunSpec[], language: Language): string {
	const text = LAB_TEXT[language];
	const { lambda, scaling, norm, application } = spec.penalty;
	const paths = new Set(others.flatMap((other) => differences(other, spec).map(({ path }) => path)));
	const isShort = others.length > FEW && paths.size > 0;
	const isNamed = (path: string) => !isShort || paths.has(path);
	const isApplied = paths.has('penalty.application') || (application !== 'loss' && isNamed('penalty.application'));
	const penalty = [
		...(isNamed('penalty.lambda') ? [`λ = ${formatInProse(lambda, { language })}`] : []),
		...(lambda === 0
			? []
			: [
					...(isNamed('penalty.scaling') ? [text.divided[scaling]] : []),
					...(norm === 'l2' || !isNamed('penalty.norm') ? [] : [text.norm[norm]]),
					...(isApplied ? [text.applied[application]] : []),
				]),
	];
	const leaves = new Map(differences(EMPTY, spec).map(({ path, to }) => [path, to]));
	const rest = [...paths]
		.filter((path) => !SAID.has(path) && leaves.has(path) && leaves.get(path) !== undefined)
		.filter((path) => !isOfOptimizer(path, spec, others))
		.filter((path) => path !== 'data.kind' || spec.data.kind !== 'inline') // the number of its rows says so
		.slice(0, NAMED)
		.map((path) => inWords(path, leaves.get(path), language));
	// What all have alike is no name.
	const isAlike = others.length > 1 && rest.length > 0 && ![...paths].some((path) => SAID.has(path));
	const parts = isAlike ? [...rest, ...penalty] : [...penalty, ...rest];
	return text.list(parts.length > 0 ? parts : [`λ = ${formatInProse(lambda, { language })}`]);
}

/** Whether the optimizer's name says so much: what all runs with the same one have alike, and no other optimizer has. */
function isOfOptimizer(path: string, { optimizer }: RunSpec, others: readonly RunSpec[]): boolean {
	const [part, name = ''] = path.split('.');
	if (part !== 'optimizer' || name === 'kind') return false;
	const valueIn = (one: RunSpec['optimizer']) => JSON.stringify(one[name as keyof typeof one]);
	const areOfSame = others.filter((other) => other.optimizer.kind === optimizer.kind);
	return (
		others.some((other) => other.optimizer.kind !== optimizer.kind && !(name in other.optimizer)) &&
		areOfSame.every((other) => valueIn(other.optimizer) === valueIn(optimizer))
	);
}

const EARLY_STOPPING = 'regularizers.earlyStopping';

/** What has nothing: every field of another spec is a difference to it. */
const EMPTY = { data: {} } as RunSpec;

function inWords(path: string, value: unknown, language: Language): string {
	if (path === 'data.X') return rowsInWords(value, 'namedRows', language);
	const said = valueInWords(path, value, language);
	const text = LAB_TEXT[language];
	if (path === 'network.hidden') return text.hiddenUnits(said);
	if (path === EARLY_STOPPING && value === null) return text.without(nameOf(path, language));
	if (path === `${EARLY_STOPPING}.patience`) return text.stopsAfter(said);
	return path.endsWith('.kind') || path === 'network.activation' ? said : text.setting(nameOf(path, language), said);
}
