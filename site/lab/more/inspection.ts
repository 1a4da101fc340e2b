import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { SIZE, unitPlaces } from '../../pictures/network/networkSvgs.ts';
import type { Picture } from '../../pictures/network/picture.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { Field, WeightOverTime } from '../../training/lab/messages.ts';
import type { Trainings } from '../training/trainings.ts';
import { nextTarget, type Target, targetAt } from './networkTarget.ts';

interface Holding {
	trainings: Trainings;
	language: Language;
	signal: AbortSignal;
}

/** Shows what a unit responds to and a weight over time, for the one that the reader points at or goes to by keys. */
export function bindInspection(place: HTMLElement, { trainings, language, signal }: Holding): void {
	const text = LAB_TEXT[language].inspect;
	let asked = 0;
	let shown: { key: number; target: Target } | null = null;

	const show = async (inside: HTMLElement, key: number, target: Target) => {
		if (shown?.key === key && JSON.stringify(shown.target) === JSON.stringify(target)) return;
		shown = { key, target };
		putRing(inside, target, trainings.runs.find((run) => run.key === key)?.look?.picture);
		asked += 1;
		const number = asked;
		const widths = trainings.runs.find((run) => run.key === key)?.look?.picture.widths ?? [];
		const name = (column: number, unit: number) =>
			column === 0
				? text.input(unit + 1)
				: column === widths.length - 1
					? text.output(unit + 1)
					: text.unit(unit + 1, column);
		const out = inside.querySelector<HTMLElement>('[data-part="inspection"]');
		if (!out) return;
		if (target.kind === 'unit') {
			const { column, unit } = target;
			const isHidden = column > 0 && column < widths.length - 1;
			const field = isHidden ? await trainings.unit(key, column - 1, unit) : null;
			if (number === asked) out.replaceChildren(name(column, unit), ...(field ? [pictureOf(field)] : []));
			return;
		}
		const { column, from, to } = target;
		const weight = await trainings.weight(key, column, from, to);
		if (number !== asked || !weight) return;
		const last = formatInProse(weight.values.at(-1) ?? Number.NaN, { language });
		out.innerHTML = `${escapeHtml(text.weight(name(column, from), name(column + 1, to), last))}${overTimeSvg(weight)}`;
	};

	const hear = (target: EventTarget | null) => {
		const network = target instanceof Element ? target.closest<HTMLElement>('[data-part="network"]') : null;
		const inside = network?.closest<HTMLElement>('[data-inside]');
		const key = Number(inside?.dataset.inside);
		const picture = trainings.runs.find((run) => run.key === key)?.look?.picture;
		return network && inside && picture ? { network, inside, key, picture } : null;
	};
	const pointed = ({ target, clientX, clientY }: PointerEvent) => {
		const heard = hear(target);
		const box = heard?.network.querySelector('svg')?.getBoundingClientRect();
		if (!heard || !box) return;
		const scale = SIZE / box.width;
		const found = targetAt(heard.picture, (clientX - box.left) * scale, (clientY - box.top) * scale);
		if (found) void show(heard.inside, heard.key, found);
	};
	const keyed = (event: KeyboardEvent) => {
		const heard = hear(event.target);
		const now = heard && shown?.key === heard.key ? shown.target : null;
		const next = heard && nextTarget(heard.picture, now, event.key);
		if (!heard || !next) return;
		event.preventDefault();
		event.stopPropagation(); // arrows go through the epochs elsewhere
		void show(heard.inside, heard.key, next);
	};
	place.addEventListener('pointermove', pointed, { signal });
	place.addEventListener('pointerdown', pointed, { signal });
	place.addEventListener('keydown', keyed, { signal });
}

/** A ring around the unit that is looked at; a weight has none. */
function putRing(inside: HTMLElement, target: Target, picture: Picture | undefined): void {
	const ring = inside.querySelector<HTMLElement>('[data-part="ring"]');
	const place = target.kind === 'unit' && picture ? unitPlaces(picture)[target.column]?.units[target.unit] : undefined;
	if (!ring) return;
	ring.hidden = !place;
	if (place) Object.assign(ring.style, { left: `${(100 * place.x) / SIZE}cqi`, top: `${(100 * place.y) / SIZE}cqi` });
}

function pictureOf({ pixels, size, x, y }: Field): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [size, size];
	canvas.style.aspectRatio = `${x[1] - x[0]} / ${y[1] - y[0]}`;
	if (pixels) canvas.getContext('2d')?.putImageData(new ImageData(pixels, size), 0, 0);
	return canvas;
}

const WIDTH = 200;
const HEIGHT = 80;
/** More points than this would not be seen. */
const MOST = 200;

/** A weight over its epochs, with the line of 0. */
function overTimeSvg({ epochs, values }: WeightOverTime): string {
	const finite = [...values].filter(Number.isFinite);
	const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
	const last = epochs.at(-1) || 1;
	const down = (value: number) => tenth(4 + ((high - value) / (high - low || 1)) * (HEIGHT - 8));
	const every = Math.max(1, Math.ceil(epochs.length / MOST));
	const points = epochs.flatMap((epoch, i) => {
		const value = values[i] ?? Number.NaN;
		const isShown = (i % every === 0 || i === epochs.length - 1) && Number.isFinite(value);
		return isShown ? [`${tenth((epoch / last) * WIDTH)} ${down(value)}`] : [];
	});
	return `<svg class="over-time" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path class="axis" d="M0 ${down(0)}H${WIDTH}"/><path d="M${points.join('L')}"/></svg>`;
}
