import { LAMBDA } from '../../src/convert/exactness.ts';
import { libraries } from '../../src/convert/libraries.ts';
import { PROOF_EXAMPLES } from '../../src/convert/proofSpec.ts';
import type { Proof, Trained } from '../../src/convert/proveIt.ts';
import type { Language } from '../../src/language.ts';
import { formatDecimals, formatInProse, formatShortest, roundTo } from '../../src/numberFormat.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';

/** Of a weight; those of two trainings that agree differ in none. */
const WEIGHT_DECIMALS = 9;

/** Weights that a proof shows. */
const SHOWN = 6;

/** Relative difference below which two trainings have ended at one place: as near as an optimizer comes in the proofs. */
const SAME = 1e-4;

/**
 * Two trained spellings side by side, or why there are not two.
 *
 * @param lambda that both spelled, on the problem of the proof
 */
export function proofHtml(proof: Proof, lambda: number, language: Language): string {
	const text = CONVERTER_TEXT[language];
	if (proof.status === 'not-expressible') return `<p>${text.notExpressible}${escapeHtml(proof.reason[language])}</p>`;
	if (proof.status === 'diverged') return `<p>${text.diverged}</p>`;
	const { from, to, loss, difference } = proof;
	const count = from.weights.length;
	const verdict = difference < SAME ? text.sameWeights : text.otherWeights;
	const rows = from.weights.slice(0, SHOWN).map((weight, i) => {
		const cells = [weight, to.weights[i] ?? Number.NaN]
			.map((one) => `<td>${formatDecimals(one, WEIGHT_DECIMALS)}</td>`)
			.join('');
		return `<tr><th scope="row">w<sub>${i + 1}</sub></th>${cells}</tr>`;
	});
	const head = [from, to].map((side) => `<th scope="col">${nameOf(side)}</th>`).join('');
	const facts = {
		examples: PROOF_EXAMPLES,
		lambda: short(lambda),
		decay: short(lambda / PROOF_EXAMPLES),
		loss: text.losses[loss],
		weights: count,
		difference: difference === 0 ? null : formatInProse(difference, { language }),
	};
	return [
		`<p><b>${verdict}</b> ${text.proved(facts)}</p>`,
		`<table><caption>${text.weightsShown(Math.min(SHOWN, count), count)}</caption>`,
		`<thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
	].join('');
}

function nameOf({ library, value }: Trained): string {
	if (library === LAMBDA) return `λ/2m<br /><code>λ = ${short(value)}</code>`;
	const { name, parameter } = libraries[library];
	return `${escapeHtml(name)}<br /><code>${escapeHtml(parameter)} = ${short(value)}</code>`;
}

/** Both sides have one strength, which the row says with every digit. */
const short = (value: number) => formatShortest(roundTo(value, 4));
