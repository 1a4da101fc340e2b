import type { Language } from '../../src/language.ts';
import { formatCount, formatInProse } from '../../src/numberFormat.ts';
import type { Analysis, Interval, ScalingAnalysis } from '../../src/schema/analysis.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { OPTION_TEXT } from '../text/lab/fieldText.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** An analysis in words: for each scaling its best λ, their exponent, and what moving the first to the last costs. */
export function analysisHtml({ metric, scalings }: Analysis, language: Language): string {
	const judged = scalings.filter(({ best }) => best.length > 0);
	const text = SWEEPS_TEXT[language];
	if (judged.length === 0)
		return `<p>${escapeHtml(scalings.every(({ seeds }) => seeds === 0) ? text.incomplete : text.nothing)}</p>`;
	return judged.map((one) => ofScaling(one, metric, language)).join('');
}

function ofScaling(
	{ scaling, seeds, best, exponent, transfer }: ScalingAnalysis,
	metric: Analysis['metric'],
	language: Language,
): string {
	const text = SWEEPS_TEXT[language];
	const number = (value: number | null) => (value === null ? '–' : formatInProse(value, { language }));
	const within = ({ low, high, value }: Interval) =>
		low === null || high === null || (low === value && high === value) ? '' : `${number(low)}, ${number(high)}`;
	const judged = text.losses[metric];
	const name = OPTION_TEXT['penalty.scaling']?.[scaling]?.[language] ?? scaling;
	const items = best.map(({ m, lambda, loss, isAtEdge }) =>
		text.bestAt(number(m), number(lambda.value), within(lambda), `${judged} ${number(loss.value)}`, isAtEdge),
	);
	const [smallest, largest] = [best[0]?.m, best.at(-1)?.m];
	const moved = transfer.find(({ from, to }) => from === smallest && to === largest);
	const said = [
		exponent === null || exponent.value === null
			? best.some(({ isAtEdge }) => isAtEdge)
				? text.exponentAtEdge
				: text.noExponent
			: text.exponent(number(exponent.value), within(exponent)),
		moved && moved.regret.value !== null
			? text.regret(number(moved.from), number(moved.to), number(moved.regret.value), within(moved.regret), judged)
			: '',
	];
	return [
		`<section><h4>${escapeHtml(text.scalingTitle(name, formatCount(seeds, language)))}</h4>`,
		`<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`,
		...said.filter(Boolean).map((one) => `<p>${escapeHtml(one)}</p>`),
		'</section>',
	].join('');
}
