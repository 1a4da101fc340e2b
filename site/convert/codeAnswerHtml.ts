import { LAMBDA } from '../../src/convert/exactness.ts';
import { libraries } from '../../src/convert/libraries.ts';
import { WRITTEN_BY_THE_USER } from '../../src/convert/library.ts';
import { isMeanOverOutputs } from '../../src/convert/outputs.ts';
import type { Language } from '../../src/language.ts';
import { formatCount, formatInProse, formatShortest } from '../../src/numberFormat.ts';
import type { CodeAnswer, CodeNote, DecayAnswer } from '../../src/schema/codeAnswer.ts';
import type { Exactness } from '../../src/schema/conversion.ts';
import { isSquaredError, type Loss } from '../../src/schema/losses.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CODE_TEXT } from '../text/converter/codeText.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { Choice } from './codeState.ts';
import type { PartialMeaning } from './partialMeaning.ts';
import { sayShort } from './sayShort.ts';

/**
 * What a text of code decays, what that is, and what follows: a part a decay, then what else is said of the reading.
 *
 * @param choice of several decays, which the converter can show and which it does
 * @param partly what each decay means as far as that goes without m
 */
export function codeAnswerHtml(
	answer: CodeAnswer,
	language: Language,
	choice: Choice | null = null,
	partly: readonly (PartialMeaning | null)[] = [],
): string {
	const { decays, notes } = answer;
	const advised = choice?.shown ?? decays.findIndex(({ findings }) => findings.some(isAdvice));
	const isEmpty = decays.length === 0;
	const folded = [...decays.flatMap((decay) => decay.notes), ...notes].filter(
		(note) => !isReason(note) && !isFound(note, decays),
	);
	const hasTerms = [...partly, ...decays.map(({ meaning }) => meaning)].some((one) => one !== null);
	return [
		...decays.map((decay, at) => {
			const [choiceOf, isAdvised] = [choiceHtml(at, choice, language), at === advised];
			return decayHtml(decay, answer, language, { choiceOf, isAdvised, part: partly[at] ?? null });
		}),
		...notes.filter((note) => isEmpty || isReason(note)).map((note) => noteHtml(note, language)),
		isEmpty ? '' : foldedHtml(folded, hasTerms, language),
	].join('');
}

/** What is found of a decay need not be noted of its reading as well. */
const isFound = ({ code }: CodeNote, decays: CodeAnswer['decays']) =>
	code === 'decays-biases' && decays.some(({ findings }) => findings.some((one) => one.code === code));

/** A note that says why something was not read stands open; how something was read is folded. */
const isReason = ({ code }: CodeNote) =>
	![
		...['found-by', 'known-data-set', 'accumulated', 'left-out', 'read-as', 'decays-biases', 'schedule', 'set-later'],
		...[
			'loss-assumed',
			'held-out',
			'folds',
			'one-cycle',
			'intercept-prior',
			'script-defaults',
			'per-process',
			'rate-scaled',
			'steps',
		],
	].includes(code);

/** What is measured of more data is one for all decays of a kind: it stands below one. */
const isAdvice = ({ code }: DecayAnswer['findings'][number]) => code === 'twice-the-data';

/** Whether code says what a decay reaches: settings alone leave it to the script whether biases are among all parameters. */
const isReachSaid = ({ library, value, covers, notes }: DecayAnswer, { codeLanguage }: CodeAnswer) =>
	library !== null &&
	value !== 0 &&
	(covers !== 'everything' || /^(python|r)$/.test(codeLanguage) || notes.some(({ code }) => code === 'decays-biases'));

/** A button that puts a decay into the converter, where there are several; that of the one that is there is pressed. */
function choiceHtml(at: number, choice: Choice | null, language: Language): string {
	if (!choice?.places.includes(at)) return '';
	const isShown = at === choice.shown;
	const { shown, show } = CODE_TEXT[language];
	return `<p class="code-choice"><button type="button" data-choose="${at}" aria-pressed="${isShown}">${isShown ? shown : show}</button></p>`;
}

function decayHtml(
	decay: DecayAnswer,
	answer: CodeAnswer,
	language: Language,
	{ choiceOf, isAdvised, part }: { choiceOf: string; isAdvised: boolean; part: PartialMeaning | null },
): string {
	const text = CODE_TEXT[language];
	const { name, line, parameter, value, isDefault, count, covers, meaning, notes } = decay;
	const findings = decay.findings.filter((one) => isAdvised || !isAdvice(one));
	const isSaid = ({ code }: CodeNote) => code === 'whatever-m' && part !== null;
	const reach = isReachSaid(decay, answer) ? text.covers[covers] : '';
	const said = [
		`<code>${escapeHtml(`${parameter} = ${value === null ? '?' : formatShortest(value)}`)}</code>`,
		...(isDefault ? [text.byDefault] : []),
		...(count > 1 ? [text.layers(count)] : []),
		...(reach ? [reach] : []),
		text.line(line),
	];
	return [
		'<div class="code-decay">',
		`<p class="code-name"><b>${escapeHtml(name)}</b> ${said.join(' · ')}</p>`,
		meaning ? meaningHtml(meaning, decay, language) : part ? partHtml(part, decay, language) : '',
		lossHtml(meaning?.conversion.loss ?? part?.loss ?? null, decay, answer, language),
		meaning ? wholeBatchHtml(decay, answer, language) : '',
		choiceOf,
		...notes.filter((note) => isReason(note) && !isSaid(note)).map((note) => noteHtml(note, language)),
		findings.length > 0
			? `<ul class="code-findings">${findings.map((one) => findingHtml(one, language)).join('')}</ul>`
			: '',
		'</div>',
	].join('');
}

/** The loss that λ stands beside, and whether the code says it: a library's own need not be said. */
function lossHtml(
	loss: Loss | null,
	{ library, value, meaning, notes }: DecayAnswer,
	answer: CodeAnswer,
	language: Language,
) {
	if (loss === null || library === null || value === 0) return '';
	const isWritten = library === LAMBDA || libraries[library].losses === WRITTEN_BY_THE_USER;
	// Of several losses of an estimator its own arguments may say which.
	const isOneOfMany = library !== LAMBDA && libraries[library].losses.length === WRITTEN_BY_THE_USER.length;
	const isUnsaid = meaning === null || answer.notes.some(({ code }) => /^loss-(assumed|unsaid|of-model)$/.test(code));
	const isOpen = isWritten || (isOneOfMany && isUnsaid);
	const isAssumed = isOpen && !isSquaredError(loss) && answer.loss !== loss; // no squared error is ever assumed
	if (isAssumed && loss === 'binary-cross-entropy') return `<p class="code-loss">${CODE_TEXT[language].anyLoss}</p>`;
	const isOverOutputs =
		isMeanOverOutputs({ from: library }, { loss }) && !notes.some(({ code }) => code === 'loss-summed');
	const said = { loss: CONVERTER_TEXT[language].losses[loss], isOverOutputs, isAssumed };
	return `<p class="code-loss">${escapeHtml(CODE_TEXT[language].lossSaid(said))}</p>`;
}

/** λ first, where there is one: a decay beside Adam’s step has none. */
function meaningHtml(
	meaning: NonNullable<DecayAnswer['meaning']>,
	{ optimizer, notes }: DecayAnswer,
	language: Language,
): string {
	const text = CODE_TEXT[language];
	const { lambda, derivation, decayCoefficient, priorStandardDeviation, timescaleEpochs, conversion } = meaning;
	const isNone = optimizer?.kind === 'adamw' && conversion.reasonCode === 'another-minimiser';
	const isSaid = notes.some(({ code, message }) => code === 'l1-row' || message === conversion.reason);
	const facts = [
		...(isL1Row(notes) ? [] : [whole(`${text.decay} = ${sayShort(decayCoefficient)}`)]),
		...(priorStandardDeviation === null
			? []
			: [priorHtml(sayShort(priorStandardDeviation), isSquaredError(conversion.loss), language)]),
		...(timescaleEpochs === null ? [] : [whole(timescaleIn(timescaleEpochs, language))]),
	];
	return [
		lambdaHtml(isNone ? text.noLambda : `λ = ${sayShort(lambda)}`, true, [
			...conditionOf(conversion, language),
			...facts,
		]),
		isNone
			? `<p class="code-derivation">${text.asFastAs(sayShort(lambda))}</p>`
			: `<p class="code-derivation">${escapeHtml(derivation)}</p>`,
		isNone || isSaid || conversion.reasonCode !== 'another-minimiser'
			? ''
			: `<p class="code-note">${escapeHtml(conversion.reason ?? '')}</p>`,
	].join('');
}

/** What λ is of, where that is not known. */
const conditionOf = ({ reasonCode }: Exactness, language: Language): string[] =>
	reasonCode === 'target-deviation-assumed' ? [whole(CONVERTER_TEXT[language].inexact[reasonCode])] : [];

/** An L1 penalty has no d before ½‖W‖². */
const isL1Row = (notes: readonly CodeNote[]) => notes.some(({ code }) => code === 'l1-row');

/** λ, bold where it is known, and what follows from it. */
const lambdaHtml = (lambda: string, isKnown: boolean, facts: readonly string[]): string =>
	`<p class="code-lambda">${isKnown ? `<strong>${lambda}</strong> ` : ''}${[...(isKnown ? [] : [whole(lambda)]), ...facts].join(' · ')}</p>`;

/** What is known without m stands where the whole meaning will. */
function partHtml(
	{ lambda, isKnown, isNone, decay, prior, derivation, isRegression }: PartialMeaning,
	{ notes }: DecayAnswer,
	language: Language,
): string {
	const text = CODE_TEXT[language];
	const facts = [
		...(isL1Row(notes) ? [] : [whole(`${text.decay} = ${decay}`)]),
		...(prior === null ? [] : [priorHtml(prior, isRegression, language)]),
	];
	const explained = isNone ? text.asFastAs(lambda) : isKnown ? text.whateverM(derivation) : null;
	return [
		lambdaHtml(isNone ? text.noLambda : `λ = ${lambda}`, isKnown || isNone, facts),
		explained === null ? '' : `<p class="code-derivation">${escapeHtml(explained)}</p>`,
	].join('');
}

/** The prior of a regression stands beside its noise, which the penalty does not say. */
const priorHtml = (deviation: string, isRegression: boolean, language: Language): string =>
	`${whole(`${CODE_TEXT[language].prior} = ${deviation}`)}${isRegression ? CODE_TEXT[language].besideNoise : ''}`;

/** That B is not the code's own, where the code has fewer examples than that. */
function wholeBatchHtml({ batchSize }: DecayAnswer, { sizes: { m } }: CodeAnswer, language: Language): string {
	if (batchSize === null || m === null || batchSize <= m) return '';
	const [said, all] = [batchSize, m].map((size) => formatCount(size, language));
	return `<p class="code-note">${CODE_TEXT[language].wholeBatch(said ?? '', all ?? '')}</p>`;
}

/** Epochs that a timescale is printed to: nobody trains longer. */
const MOST_EPOCHS = 10_000;

function timescaleIn(epochs: number, language: Language): string {
	const { timescale, longTimescale } = CODE_TEXT[language];
	const said = (one: number) => formatInProse(one, { language });
	return epochs > MOST_EPOCHS ? longTimescale(said(MOST_EPOCHS)) : timescale(said(epochs));
}

function findingHtml({ severity, message, fix }: DecayAnswer['findings'][number], language: Language): string {
	const code =
		fix === undefined
			? ''
			: `<details><summary>${CODE_TEXT[language].fix}</summary><pre tabindex="0"><code>${escapeHtml(fix)}</code></pre></details>`;
	return `<li data-severity="${severity}">${escapeHtml(message)}${code}</li>`;
}

/** What breaks nowhere within a line. */
const whole = (text: string) => `<span class="whole">${text}</span>`;

const noteHtml = ({ line, message }: CodeNote, language: Language) =>
	`<p class="code-note">${escapeHtml(CODE_TEXT[language].noteLine(line, message))}</p>`;

/** How it was read, and what d, τ and the timescale are: one line that opens. */
function foldedHtml(notes: readonly CodeNote[], hasTerms: boolean, language: Language): string {
	const { terms, termsAre, notes: count, notesAndTerms, noteLine } = CODE_TEXT[language];
	const said = [...notes.map(({ line, message }) => noteLine(line, message)), ...(hasTerms ? termsAre : [])];
	if (said.length === 0) return '';
	const summary = !hasTerms ? count(notes.length) : notes.length === 0 ? terms : notesAndTerms(notes.length);
	const items = said.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
	return `<details class="code-notes"><summary>${summary}</summary><ul>${items}</ul></details>`;
}
