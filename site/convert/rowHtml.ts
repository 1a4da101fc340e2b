import { libraries } from '../../src/convert/libraries.ts';
import { momentumShare } from '../../src/convert/spelling.ts';
import type { Language } from '../../src/language.ts';
import { formatCount, formatInProse, formatShortest, roundTo } from '../../src/numberFormat.ts';
import type { Equivalent, Exactness } from '../../src/schema/conversion.ts';
import { isSquaredError } from '../../src/schema/losses.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import { isBesideNoise } from './besideNoise.ts';
import { copiedCode, type Origin } from './copiedCode.ts';
import type { LaterValue } from './laterValues.ts';
import { DIGITS, type OwnCall, withNumber } from './ownCall.ts';
import { thenText } from './showMoved.ts';
import { withoutHalf } from './withoutHalf.ts';

interface RowShown {
	language: Language;
	/** Whether it is the spelling that the reader has. */
	isAsked: boolean;
	/** Whether its loss is another than the other rows'. */
	isOtherLoss: boolean;
	/** What its number becomes at another number of examples; null where there is none. */
	later: LaterValue | null;
	/** Its number as m makes it, while m is not known; null where m does not decide it. */
	inM: string | null;
	/** The reader's own code, where the row is its. */
	call: OwnCall | null;
	/** Of which λ and m its number is. */
	origin: Omit<Origin, 'isOwn'>;
	/** Whether it can be proved: at the decay coefficient that the reader has, once m says it. */
	isProvable: boolean;
	isBatchKnown: boolean;
	/** μ of SGD's steps. */
	momentum: number;
	/** k, over which the loss is a mean and this row may sum; null where it is not known. */
	outputs: number | null;
}

/** A library's row: a line to read, and behind it the code, the proof, what to mind and where it is written. */
export function rowHtml(
	row: Equivalent,
	{ language, isAsked, isOtherLoss, later, inM, call, origin, isProvable, isBatchKnown, momentum, outputs }: RowShown,
): string {
	const text = CONVERTER_TEXT[language];
	const { library, name, parameter, value, source, objective, loss } = row;
	const { snippet: offered, value: shown } = later ?? row;
	const own = call && shown !== null ? withNumber(call, shown) : null;
	const copied = { ...origin, isOwn: own !== null, ...(later && { lambda: later.lambda, m: later.m }) };
	const snippet = offered === null ? null : copiedCode(row, own ?? offered, copied, language);
	const asked = isAsked ? ` <span class="spelling-asked">${text.asked}</span>` : '';
	// A number that holds beside another one only.
	const beside = [
		...(isBesideNoise(library, loss) ? [text.besideNoise] : []),
		...(momentumShare(libraries[library], momentum) === 1 ? [] : [text.besideMomentum(formatShortest(momentum))]),
	];
	const { ownSquaredError }: { ownSquaredError?: string } = libraries[library];
	if (ownSquaredError && isSquaredError(loss) && outputs !== 1) beside.push(text.besideOutputs(outputs));
	const doubled = inM === null ? withoutHalf(row) : null;
	const besideMean = doubled && text.withoutHalf(doubled.name, formatShortest(roundTo(doubled.value, DIGITS)));
	if (besideMean) beside.push(escapeHtml(besideMean));
	const facts = factsOf(row, { language, isOtherLoss, isBatchKnown, isLater: later !== null });
	return [
		`<li class="spelling${isAsked ? ' asked' : ''}" data-library="${library}" data-names="${escapeHtml(`${library} ${name} ${parameter}`)}">`,
		`<details><summary class="spelling-head"><span class="spelling-name">${escapeHtml(name)}${asked}</span>`,
		`<span class="spelling-numbers"><code class="spelling-value">${escapeHtml(parameter)} ${numberOf(value, inM)}</code>`,
		`${later ? laterHtml(later, language) : ''}`,
		`${beside.length > 0 ? ` <span class="spelling-beside">${beside.join(' ')}</span>` : ''}</span>`,
		`${exactnessHtml(row, language)}</summary>`,
		'<div class="spelling-body">',
		inM === null ? '' : `<p class="spelling-for">${text.needsM}</p>`,
		later && snippet !== null
			? `<p class="spelling-for">${text.moved.codeFor(formatCount(later.m, language))}</p>`
			: '',
		snippet === null ? '' : `<pre tabindex="0"><code>${escapeHtml(snippet)}</code></pre>`,
		'<p class="spelling-actions">',
		snippet === null ? '' : `<button type="button" data-copy>${text.copy}</button>`,
		value === null || !isProvable ? '' : `<button type="button" data-prove>${text.prove}</button>`,
		'<span class="spelling-said" role="status"></span></p><div class="proof" aria-live="polite"></div>',
		`<p class="spelling-objective">${text.objective} <code>${escapeHtml(objective)}</code></p>`,
		`<ul>${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>`,
		`<p class="spelling-source">${text.source}${sourceHtml(source)}</p>`,
		'</div></details></li>',
	].join('');
}

function numberOf(value: number | null, inM: string | null): string {
	if (inM !== null) return `= ${inM}`;
	return value === null ? '–' : `= ${formatShortest(roundTo(value, DIGITS))}`;
}

function laterHtml({ value, stays }: LaterValue, language: Language): string {
	const { stays: word, becomes } = CONVERTER_TEXT[language].moved;
	return ` <span class="spelling-later" data-stays="${stays}">${stays ? word : becomes(thenText(value))}</span>`;
}

/** @param isLater whether the code is of another number of examples, at which the timescale of now does not hold */
function factsOf(
	row: Equivalent,
	{
		language,
		isOtherLoss,
		isBatchKnown,
		isLater,
	}: Pick<RowShown, 'language' | 'isOtherLoss' | 'isBatchKnown'> & { isLater: boolean },
): string[] {
	const text = CONVERTER_TEXT[language];
	const { reason, reasonCode, caveats, timescale, checked, loss } = row;
	const byDefault = row.default;
	const said = (number: number) => formatInProse(number, { language });
	return [
		...(reason ? [reason] : []),
		...(isOtherLoss ? [text.besideLoss(text.losses[loss])] : []),
		...caveats,
		...(timescale && !isLater
			? [text.timescale(said(timescale.steps), isBatchKnown ? said(timescale.epochs) : null)]
			: []),
		byDefault === null ? text.noDefault : text.byDefault(formatShortest(byDefault)),
		// The reason has said so where nothing ran.
		...(reasonCode === 'unverified' && checked.how !== 'run' ? [] : [text.checked[checked.how](checked.version)]),
	];
}

/** Whether a conversion is exact, in a word. */
export function exactnessHtml({ exact, reasonCode }: Exactness, language: Language): string {
	const text = CONVERTER_TEXT[language];
	const word = reasonCode === undefined ? text.exact : text.inexact[reasonCode];
	return `<span class="spelling-exact" data-exact="${exact}"${reasonCode === 'another-minimiser' ? ' data-other' : ''}>${word}</span>`;
}

const sourceHtml = (source: string) =>
	/^https?:\/\/\S+$/.test(source)
		? `<a href="${escapeHtml(source)}">${escapeHtml(source.replace(/^https?:\/\//, ''))}</a>`
		: escapeHtml(source);
