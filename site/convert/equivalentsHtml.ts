import type { Conversion, Equivalent } from '../../src/convert/convert.ts';
import { escaped } from '../figures/experiment/svg.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { LanguageKey } from '../text/languages.ts';

/** Libraries that a reader of the article is most likely to use. */
export const WELL_KNOWN = [
	'pytorch-sgd',
	'pytorch-adamw',
	'keras-l2',
	'tfjs-l2',
	'sklearn-ridge',
	'sklearn-logistic-regression',
	'sklearn-mlp',
	'xgboost-gbtree',
] as const;

/** Digits that say a value to 12 places, without the last of 0.30000000000000004. */
export const typed = (value: number): string => String(Number(value.toPrecision(12)));

interface Shown {
	language: LanguageKey;
	/** The spelling that the reader has. */
	from: string;
	isEmbedded: boolean;
}

/** Every spelling of a strength, one a row: parameter and value first, the rest on demand. The build and the browser both make it. */
export function equivalentsHtml({ lambda, equivalents }: Conversion, { language, from, isEmbedded }: Shown): string {
	const text = CONVERTER_TEXT[language];
	const rows = equivalents.filter(
		({ library }) => !isEmbedded || library === from || WELL_KNOWN.some((known) => known === library),
	);
	const own = `<li class="spelling own"><p class="spelling-head"><span class="spelling-name">${text.lambda}</span><code class="spelling-value">λ = ${typed(lambda)}</code></p></li>`;
	return `<ul class="spellings">${own}${rows.map((row) => rowHtml(row, row.library === from, language)).join('')}</ul>`;
}

function rowHtml(row: Equivalent, isAsked: boolean, language: LanguageKey): string {
	const text = CONVERTER_TEXT[language];
	const {
		library,
		name,
		parameter,
		value,
		exact,
		reason,
		caveats,
		snippet,
		source,
		timescale,
		penalizesBiases,
		checked,
	} = row;
	const facts = [
		...(reason ? [reason] : []),
		...(penalizesBiases ? [text.biases] : []),
		...caveats,
		...(timescale ? [text.timescale(short(timescale.steps), short(timescale.epochs))] : []),
		checked.how === 'run' ? text.checked(checked.version) : text.unchecked,
	];
	return [
		`<li class="spelling${isAsked ? ' asked' : ''}" data-library="${library}">`,
		`<p class="spelling-head"><span class="spelling-name">${escaped(name)}</span>`,
		`<code class="spelling-value">${escaped(parameter)} = ${value === null ? '–' : typed(value)}</code>`,
		`<span class="spelling-exact" data-exact="${exact}">${exact ? text.exact : text.near}</span></p>`,
		`<details><summary>${text.more}<span class="visually-hidden"> ${escaped(name)}</span></summary>`,
		snippet === null
			? ''
			: `<pre tabindex="0"><code>${escaped(snippet)}</code></pre><button type="button" data-copy hidden>${text.copy}</button>`,
		`<button type="button" data-prove hidden>${text.prove}</button><div class="proof" aria-live="polite"></div>`,
		`<ul>${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>`,
		`<p class="spelling-source">${text.source}: ${sourceHtml(source)}</p>`,
		'</details></li>',
	].join('');
}

const short = (value: number) => String(Number(value.toPrecision(3)));

const sourceHtml = (source: string) =>
	/^https?:\/\/\S+$/.test(source) ? `<a href="${escaped(source)}">${escaped(source)}</a>` : escaped(source);
