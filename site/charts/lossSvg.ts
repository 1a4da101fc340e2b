import type { Trace } from '../../src/schema/run.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import { tenth } from '../pictures/tenth.ts';
import { scaleOf } from './scale.ts';

const WIDTH = 400;
const HEIGHT = 300;
const LEFT = 46;
const RIGHT = 74;
const BOTTOM = 40;
const TOP = 10;

export interface LossWords {
	label: string;
	epoch: string;
	training: string;
	test: string;
}

/** Training and test loss over the epochs, on an axis that does not move while they grow, as the text of an SVG element. */
export function lossSvg(
	trace: Pick<Trace, 'epoch' | 'dataLoss' | 'testLoss'>,
	epochs: number,
	words: LossWords,
	locale: string,
): string {
	const x = scaleOf({ label: { en: '', zh: '' }, scale: 'linear' }, [0, epochs], locale);
	const y = scaleOf({ label: { en: '', zh: '' }, scale: 'logarithmic' }, [1e-4, 3], locale);
	const across = (value: number) => tenth(LEFT + x.at(value) * (WIDTH - LEFT - RIGHT));
	const down = (value: number) =>
		tenth(HEIGHT - BOTTOM - Math.min(1, Math.max(0, y.at(value))) * (HEIGHT - BOTTOM - TOP));
	const curve = (values: readonly (number | null)[], name: string, className: string) => {
		const points = trace.epoch.flatMap((epoch, i) => {
			const value = values[i] ?? null;
			return value === null || value <= 0 ? [] : [`${across(epoch)} ${down(value)}`];
		});
		const [endX, endY] = (points.at(-1) ?? '0 0').split(' ').map(Number);
		return `<g class="${className}"><path class="curve" d="M${points.join('L')}"/><text class="end-label" x="${(endX ?? 0) + 6}" y="${(endY ?? 0) + 5}">${escapeHtml(name)}</text></g>`;
	};
	return [
		`<svg class="experiment-svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(words.label)}">`,
		...y.ticks.map(
			({ value, text }) =>
				`<path class="grid" d="M${LEFT} ${down(Number(value))}H${WIDTH - RIGHT}"/><text class="tick" x="${LEFT - 6}" y="${down(Number(value)) + 5}" text-anchor="end">${text}</text>`,
		),
		...x.ticks
			.filter((_, i) => i % 2 === 0)
			.map(
				({ value, text }) =>
					`<text class="tick" x="${across(Number(value))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${text}</text>`,
			),
		`<text class="axis-title" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 4}" text-anchor="middle">${escapeHtml(words.epoch)}</text>`,
		curve(trace.dataLoss, words.training, 'series-3'),
		curve(trace.testLoss, words.test, 'series-2'),
		'</svg>',
	].join('');
}
