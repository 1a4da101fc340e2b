import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { ChartSeries, CurvesChart } from '../../charts/chart.ts';
import { fade } from '../../charts/colours.ts';
import { BY_HEART_TEXT } from '../../text/figures/byHeart.ts';
import { EPOCHS, LOSS_LINES } from '../thirtyMoons.ts';
import { momentOf, type Told } from './words.ts';

/** What the losses stay within, so that the axis does not move while a point is dragged. */
const LEAST = 1e-3;
const LARGEST = 4;
/** How much of its colour a published line keeps behind the reader's. */
const PALE = 0.4;

const KINDS = [
	{ name: 'fresh', values: 'testLoss', ...LOSS_LINES.fresh },
	{ name: 'training', values: 'dataLoss', ...LOSS_LINES.training },
] as const;

export const boundLoss = (loss: number): number => Math.min(LARGEST, Math.max(LEAST, loss));

/**
 * Both losses over the epochs, with a mark on each at the epoch that the boundary shows.
 *
 * @param ghost the published training, pale behind the reader's own
 */
export function lossChart(told: Told, epoch: number, language: Language, ghost?: Told): CurvesChart {
	const text = BY_HEART_TEXT[language];
	const moment = momentOf(told, epoch);
	const line = (from: Told, { name, values, colour, dash }: (typeof KINDS)[number], isGhost: boolean): ChartSeries => ({
		name: text[name],
		draw: 'line',
		points: from.epoch.flatMap((x, i) => {
			const y = from[values][i];
			return typeof y === 'number' ? [{ x, y: boundLoss(y), interval: null }] : [];
		}),
		colour: isGhost ? fade(colour, PALE) : colour,
		dash,
		isNamed: !isGhost,
	});
	const mark = ({ name, colour, shape }: (typeof KINDS)[number], y: number): ChartSeries => ({
		name: text[name],
		draw: 'points',
		points: [{ x: epoch, y: boundLoss(y), interval: null }],
		colour,
		dash: [],
		mark: { shape, isOpen: false },
		isNamed: false,
	});
	return {
		kind: 'curves',
		x: { title: text.epoch, scale: 'linear', range: [0, EPOCHS] },
		y: { title: text.loss, scale: 'logarithmic', range: [LEAST, LARGEST] },
		series: [
			...(ghost ? KINDS.map((kind) => line(ghost, kind, true)) : []),
			...KINDS.map((kind) => line(told, kind, false)),
			...(moment ? KINDS.map((kind) => mark(kind, moment[kind.name])) : []),
		],
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
		cursor: epoch,
	};
}
