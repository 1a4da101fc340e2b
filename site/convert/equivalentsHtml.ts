import { FAMILIES, libraries, librariesOf } from '../../src/convert/libraries.ts';
import { besideStepOf } from '../../src/convert/moveLambda.ts';
import { isMeanOverOutputs } from '../../src/convert/outputs.ts';
import type { Language } from '../../src/language.ts';
import { formatShortest, roundTo } from '../../src/numberFormat.ts';
import type { Equivalent } from '../../src/schema/conversion.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { Spellings } from './answer.ts';
import { asInexactAs, type InexactCode } from './everyRow.ts';
import { DIGITS, type OwnCall } from './ownCall.ts';
import { exactnessHtml, rowHtml } from './rowHtml.ts';

interface Shown {
	language: Language;
	/** The spelling that the reader has. */
	from: string;
	/** The code that it was read from, if it was. */
	call?: OwnCall | null;
	/** Why that code has another minimizer than its row, if it has. */
	inexact?: InexactCode | null;
}

/**
 * Every spelling of a strength, one a row, a family of libraries after the other: name, parameter and value first, the
 * rest on demand. The build and the browser both make it.
 */
export function equivalentsHtml(every: Spellings, { language, from, call, inexact }: Shown): string {
	const spellings = inexact?.from === from ? asInexactAs(every, inexact, language) : every;
	const text = CONVERTER_TEXT[language];
	const {
		m,
		momentum,
		outputs,
		isBatchKnown,
		lambda,
		besideStep,
		loss,
		equivalents,
		omitted,
		reason,
		caveat,
		later,
		inM,
	} = spellings;
	const htmlOf = (row: Equivalent) =>
		rowHtml(row, {
			language,
			isAsked: row.library === from,
			isOtherLoss: row.loss !== loss,
			later: later.find(({ library }) => library === row.library) ?? null,
			inM: inM.get(row.library) ?? null,
			call: call && row.library === from && call.library === from ? call : null,
			origin: { lambda: m === null ? every.said.lambda : lambda, m, isBesideStep: isBesideStepOf(row, besideStep) },
			isProvable: m !== null,
			momentum,
			outputs: isOfOutputs(from, loss) ? outputs : 1,
			isBatchKnown,
		});
	const families = FAMILIES.map((family) => {
		const ids = librariesOf(family);
		const rows = equivalents.filter(({ library }) => ids.includes(library)).map(htmlOf);
		if (rows.length === 0) return '';
		const heading = `<h2 id="family-${family}">${text.families[family]}</h2>`;
		return `<section class="spelling-family" aria-labelledby="family-${family}">${heading}<ul class="spellings">${rows.join('')}</ul></section>`;
	});
	const isAsked = from === 'lambda';
	const own = [
		`<li class="spelling own${isAsked ? ' asked' : ''}" data-names="λ lambda">`,
		`<p class="spelling-head"><span class="spelling-name">${text.lambda}${isAsked ? ` <span class="spelling-asked">${text.asked}</span>` : ''}</span>`,
		`<code class="spelling-value">${besideStep === null ? `λ = ${m === null ? every.said.lambda : formatShortest(roundTo(lambda, DIGITS))}` : text.asFastAs(every.said.lambda)}</code>${exactnessHtml(spellings, language)}</p>`,
		...[reason, caveat].map((one) => (one === undefined ? '' : `<p class="spelling-reason">${escapeHtml(one)}</p>`)),
		'</li>',
	].join('');
	const missing = omitted.map(({ library }) => escapeHtml(libraries[library].name));
	const note = missing.length === 0 ? '' : `<p class="spellings-omitted">${text.notTrained(missing)}</p>`;
	return `<ul class="spellings">${own}</ul>${families.join('')}${note}`;
}

/** Whether a row's number has no λ, since it or the reader's own stands beside an adaptive step. */
const isBesideStepOf = ({ library }: Equivalent, besideStep: string | null) =>
	besideStep !== null || besideStepOf(libraries[library]) !== null;

/** Whether a squared error is one that a user writes, a mean over outputs as well. */
const isOfOutputs = (from: string, loss: Equivalent['loss']) =>
	isMeanOverOutputs({ from: from as LibraryId | 'lambda' }, { loss }); // the form has no other

/** What holds for all rows: λ and the decay coefficient; first, that m is missing for them. */
export function summaryOf({ m, said, besideStep }: Spellings, language: Language): string {
	const { withoutM, withLambda, noLambda } = CONVERTER_TEXT[language];
	const both = besideStep === null ? withLambda(said) : noLambda(said);
	return `${m === null ? withoutM : ''}${both}`.replaceAll(' = ', '\u00a0=\u00a0');
}

/** The objective that λ belongs to. */
export function lossSaid({ loss, equivalents }: Spellings, language: Language): string {
	const text = CONVERTER_TEXT[language];
	return text.lossSaid({ loss: text.losses[loss], isOneLoss: equivalents.every((row) => row.loss === loss) });
}
