/** What an experiment trained and computed as one line of small print, for captions and docs/claims.md. */
import { at } from '../at.ts';
import type { Language, Text } from '../language.ts';
import { formatInProse } from '../numberFormat.ts';
import type { Setting } from '../schema/setting.ts';
import { SETTING_WORDS } from './settingWords.ts';

/** More values than these are told by how many there are and where they end. */
const MOST_LISTED = 5;
const MOST_NETWORKS_LISTED = 3;
const DIGITS = 5;

/** `Trained: 2-32-1 tanh; two moons (noise 0.3); m = 30; …`, in both languages. */
export const describeSetting = (setting: Setting): Text => ({
	en: describeIn('en', setting),
	zh: describeIn('zh', setting),
});

function describeIn(language: Language, setting: Setting): string {
	const words = SETTING_WORDS[language];
	const { runs, computed } = setting;
	return [
		...(runs > 0 ? [words.trained(partsOf(language, setting).join(words.semicolon))] : []),
		...(computed ? [words.computed(computed[language])] : []),
	].join(words.betweenSentences);
}

function partsOf(language: Language, setting: Setting): string[] {
	const words = SETTING_WORDS[language];
	const { dropout, inputNoise, epochs, steps, seeds, runs } = setting;
	const values = (name: string, all: readonly number[]) => listValues(language, name, all);
	const quantity = (unit: (count: string) => string, all: readonly number[]) => listQuantity(language, unit, all);
	return [
		words.list(describeModels(language, setting.models)),
		words.list(
			setting.data.map(({ kind, noise }) =>
				noise === undefined ? words.kinds[kind] : words.with(words.kinds[kind], [words.noise(format(language, noise))]),
			),
		),
		values('m', setting.m),
		words.list(
			setting.optimizers.map(({ kind, learningRates, learningRateDecay, momentum, nesterov }) =>
				words.with(words.optimizers[kind], [
					`${values('η', learningRates)}${learningRateDecay === 'linear' ? words.fallingToZero : ''}`,
					...(momentum ? [words.momentum(format(language, momentum), nesterov ?? false)] : []),
				]),
			),
		),
		describePenalties(language, setting.penalties),
		...(isUsed(dropout) ? [values('dropout', dropout)] : []),
		...(isUsed(inputNoise) ? [values(words.inputNoise, inputNoise)] : []),
		words.list(setting.batchSizes.map((size) => (size === 'full' ? words.fullBatches : words.batches(size)))),
		words.list([
			...(epochs.length > 0 ? [quantity(words.epochs, epochs)] : []),
			...(steps.length > 0 ? [quantity(words.steps, steps)] : []),
		]),
		...(seeds > 1 ? [words.seeds(format(language, seeds))] : []),
		words.runs(format(language, runs)),
	];
}

type Models = Setting['models'];

/** Networks that differ in their widths or activations alone are told together: `1-h-1 ReLU and tanh (7 values of h from 1 to 64)`. */
function describeModels(language: Language, models: Models): string[] {
	const words = SETTING_WORDS[language];
	const shapeOf = ({ layers }: Models[number]) => `${layers[0]} ${layers.length} ${layers.at(-1)}`;
	return [...new Set(models.map(shapeOf))].map((shape) => {
		const alike = models.filter((model) => shapeOf(model) === shape);
		const activations = words.list([...new Set(alike.map(({ activation }) => words.activations[activation]))]);
		const names = [...new Set(alike.map(({ layers }) => layers.join('-')))];
		const widths = [...new Set(alike.map(({ layers }) => at(layers, 1)))].sort((a, b) => a - b);
		const isOneWidth = alike.every(({ layers }) => layers.slice(1, -1).every((width) => width === layers[1]));
		if (names.length <= MOST_NETWORKS_LISTED || !isOneWidth) return `${words.list(names)} ${activations}`;
		const general = at(alike, 0).layers.map((units, i, { length }) => (i === 0 || i === length - 1 ? units : 'h'));
		return words.with(`${general.join('-')} ${activations}`, [listValues(language, 'h', widths)]);
	});
}

function describePenalties(language: Language, penalties: Setting['penalties']): string {
	const words = SETTING_WORDS[language];
	const strong = penalties.filter(({ lambdas }) => isUsed(lambdas));
	if (strong.length === 0) return words.noPenalty;
	return words.list([
		...strong.map(({ norm, scaling, application, lambdas }) =>
			words.with(`${words.norms[norm]} ${words.coefficients[scaling]}`, [
				...(application === 'loss' ? [] : [words.applications[application]]),
				listValues(language, 'λ', lambdas),
			]),
		),
		...(strong.length < penalties.length ? [words.noPenalty] : []),
	]);
}

const isUsed = (values: readonly number[]) => values.some((value) => value > 0);

const format = (language: Language, value: number) => formatInProse(value, { language, digits: DIGITS });

/** `m = 30, 100 and 300`, and when there are many `7 values of λ from 0 to 10`. */
function listValues(language: Language, name: string, values: readonly number[]): string {
	const words = SETTING_WORDS[language];
	const shown = values.map((value) => format(language, value));
	if (shown.length <= MOST_LISTED) return `${name} = ${words.list(shown)}`;
	return words.manyValues(name, shown.length, at(shown, 0), at(shown, shown.length - 1));
}

/** `3, 10 and 30 epochs`, and when there are many `from 3 to 3,000 epochs (7 lengths)`. */
function listQuantity(language: Language, unit: (count: string) => string, values: readonly number[]): string {
	const words = SETTING_WORDS[language];
	const shown = values.map((value) => format(language, value));
	if (shown.length <= MOST_LISTED) return unit(words.list(shown));
	return words.manyLengths(at(shown, 0), unit(at(shown, shown.length - 1)), shown.length);
}
