import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { chooseTicks } from '../../charts/ticks.ts';
import { tenth } from '../../html/tenth.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { WeightOverTime } from '../../training/lab/messages.ts';

/** The picture's own units, and what its axes leave. */
const WIDTH = 340;
const HEIGHT = 200;
const ROOM = { left: 56, right: 14, top: 22, bottom: 36 };
/** A number that begins nearer to the right edge ends there. */
const EDGE = 24;
/** More points than this would not be seen. */
const MOST = 200;
const MOST_TICKS = 4;

/** A weight over its epochs, with the line of 0, and numbers at both axes. */
export function weightTraceSvg({ epochs, values }: WeightOverTime, language: Language): string {
	const finite = [...values].filter(Number.isFinite);
	const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
	const last = epochs.at(-1) || 1;
	const across = (epoch: number) => tenth(ROOM.left + (epoch / last) * (WIDTH - ROOM.left - ROOM.right));
	const down = (value: number) =>
		tenth(ROOM.top + ((high - value) / (high - low || 1)) * (HEIGHT - ROOM.top - ROOM.bottom));
	const every = Math.max(1, Math.ceil(epochs.length / MOST));
	const points = epochs.flatMap((epoch, i) => {
		const value = values[i] ?? Number.NaN;
		const isShown = (i % every === 0 || i === epochs.length - 1) && Number.isFinite(value);
		return isShown ? [`${across(epoch)} ${down(value)}`] : [];
	});
	const ticks = (to: [number, number]) => chooseTicks(to, 'linear', (all) => all.length <= MOST_TICKS);
	const said = (value: number) => formatInProse(value, { language });
	const floor = HEIGHT - ROOM.bottom;
	const numbers = [
		...ticks([low, high > low ? high : low + 1]).map(
			(w) => `<text x="${ROOM.left - 6}" y="${down(w) + 4}" text-anchor="end">${said(w)}</text>`,
		),
		...ticks([0, last]).map(
			(epoch) =>
				`<text x="${across(epoch)}" y="${floor + 16}" text-anchor="${across(epoch) > WIDTH - EDGE ? 'end' : 'middle'}">${said(epoch)}</text>`,
		),
		`<text x="${ROOM.left - 6}" y="12" text-anchor="end" font-style="italic">w</text>`,
		`<text x="${WIDTH - ROOM.right}" y="${HEIGHT - 4}" text-anchor="end">${LAB_TEXT[language].epoch}</text>`,
	];
	const axes = `M${ROOM.left} ${ROOM.top}V${floor}H${WIDTH - ROOM.right}M${ROOM.left} ${down(0)}H${WIDTH - ROOM.right}`;
	return `<svg class="over-time" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="axis" d="${axes}"/>${numbers.join('')}<path class="trace" d="${points.length > 0 ? `M${points.join('L')}` : ''}"/></svg>`;
}
