import type { Proof } from '../../src/convert/proveIt.ts';
import { plain } from '../figures/experiment/scale.ts';
import { escaped } from '../figures/experiment/svg.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import type { LanguageKey } from '../text/languages.ts';
import { typed } from './equivalentsHtml.ts';

/** Weights that a proof shows. */
const SHOWN = 6;

/** Two trained spellings side by side, or why there are not two. */
export function proofHtml(proof: Proof, language: LanguageKey): string {
	const text = CONVERTER_TEXT[language];
	if (proof.status === 'not-expressible') return `<p>${escaped(proof.reason[language])}</p>`;
	if (proof.status === 'diverged') return `<p>${text.diverged}</p>`;
	const { from, to, difference } = proof;
	const head = [from, to].map(({ library, value }) => `<th scope="col">${library} ${typed(value)}</th>`).join('');
	const rows = from.weights
		.slice(0, SHOWN)
		.map(
			(weight, i) =>
				`<tr><th scope="row">w<sub>${i + 1}</sub></th><td>${weight.toFixed(7)}</td><td>${(to.weights[i] ?? 0).toFixed(7)}</td></tr>`,
		)
		.join('');
	return `<p>${text.proved(from.weights.length, plain(difference, language))}</p><table><thead><tr><th></th>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}
