import { isReal } from '../../../src/data/realTables.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { networkSvg } from '../../pictures/network/networkSvgs.ts';
import type { Picture } from '../../pictures/network/picture.ts';
import { ownScale, sharedScale } from '../../pictures/network/scale.ts';
import { sizeOverTimeSvg } from '../../pictures/network/sizeOverTimeSvg.ts';
import { weightsSvg } from '../../pictures/network/weightsSvg.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { LiveRun } from '../training/liveRun.ts';
import { valueInWords } from './describeDifferences.ts';

/** Of pictures whose largest weights are so many times apart, some would be empty on the scale of all. */
const APART = 1e3;

/**
 * The weights of networks that have no boundary in a plane, on one scale where that shows them all; of a linear model as bars, and
 * of one with a single weight its size over the epochs. Null for a run that has a boundary, or nothing yet.
 */
export function weightsHtml(runs: readonly LiveRun[], language: Language): (string | null)[] {
	const { network, weightsOf, barsTo, sizeOfWeight, ownScales, units } = LAB_TEXT[language];
	const pictures = runs.map(({ look }) => (look && !look.field ? look.picture : null));
	const sizes = pictures.flatMap((picture) => (picture ? largest(picture) : [])).filter((size) => size > 0);
	const isApart = Math.max(...sizes) > APART * Math.min(...sizes);
	const scale = sharedScale(pictures.flatMap((picture) => picture ?? []));
	const last = Math.max(...runs.map(({ epochs }) => epochs));
	return pictures.map((picture, index) => {
		const run = runs[index];
		if (!picture || !run) return null;
		const all = picture.widths[0] ?? 0;
		const isLinear = picture.widths.length === 2 && picture.widths[1] === 1;
		const captioned = (svg: string, said: string) => `${svg}<span aria-hidden="true">${said}</span>`;
		if (isLinear && all === 1) return captioned(sizeOverTimeSvg(soFar(run), last, sizeOfWeight), sizeOfWeight);
		const named = isLinear ? weightsOf(picture.layers[0]?.[0]?.length ?? 0, all) : network;
		const { data } = run.of ?? {};
		const of = data && isReal(data) ? [valueInWords('data.kind', data.kind, language)] : []; // no picture to choose from shows it
		const drawnIn = isApart ? ownScale(picture) : scale;
		const bars = isLinear ? [barsTo(formatInProse(drawnIn.weight, { language, mantissaDigits: 2 }))] : [];
		const said = [...of, named, ...bars, ...(isApart ? [ownScales] : [])].join('; ');
		return captioned(isLinear ? weightsSvg(picture, drawnIn, said) : networkSvg(picture, drawnIn, said, units), said);
	});
}

/** The norm of a single weight is its size: it is measured all along. */
function soFar({ trace, look }: LiveRun): { epochs: readonly number[]; sizes: readonly (number | null)[] } {
	const count = trace.epoch.filter((epoch) => epoch <= (look?.epoch ?? 0)).length;
	return { epochs: trace.epoch.slice(0, count), sizes: trace.weightNorm.slice(0, count) };
}

const largest = ({ layers }: Picture): number => Math.max(0, ...layers.flat(2).map(Math.abs).filter(Number.isFinite));
