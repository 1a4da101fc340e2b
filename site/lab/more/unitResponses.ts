import { spacing, unitPlaces } from '../../pictures/network/networkSvgs.ts';
import type { LiveRun } from '../training/liveRun.ts';
import type { Trainings } from '../training/trainings.ts';
import { drawnWidth } from './networkShape.ts';

/** Points along a side of a unit's small picture, and its pixels. */
const FINENESS = { resolution: 16, pixels: 32 };
/** The largest side of a small picture, in the drawing's units; where units lie closer it is smaller. */
const LARGEST = 20;

/** In each hidden unit of the networks a small picture of what it responds to, once the epoch stands still. */
export class UnitResponses {
	readonly #place: HTMLElement;
	readonly #trainings: Trainings;
	/** Goes up whenever what is drawn is of another moment. */
	#moment = 0;

	/** @param place holds the drawings, by `data-inside` */
	constructor(place: HTMLElement, trainings: Trainings) {
		this.#place = place;
		this.#trainings = trainings;
	}

	/** @param isStill whether the networks stay as they are; those that move have no small pictures */
	draw(runs: readonly LiveRun[], isStill: boolean): void {
		this.#moment += 1;
		if (isStill) void this.#drawAll(runs, this.#moment);
	}

	/** One after the other: a worker that is asked for something else meanwhile has time for it. */
	async #drawAll(runs: readonly LiveRun[], moment: number): Promise<void> {
		for (const { key, look } of runs) {
			const drawing = this.#place.querySelector<HTMLElement>(`[data-inside="${key}"] [data-part="drawing"]`);
			if (!drawing || !look?.field) continue;
			const width = drawnWidth(drawing.querySelector('svg'));
			const columns = unitPlaces(look.picture, width);
			for (const [column, { units }] of columns.slice(1, -1).entries()) {
				const side = Math.min(LARGEST, spacing(units.length) - 1);
				for (const [unit, { x, y }] of units.entries()) {
					const field = await this.#trainings.unit(key, column, unit, FINENESS);
					if (moment !== this.#moment) return;
					if (!field?.pixels) continue;
					const canvas = document.createElement('canvas');
					[canvas.width, canvas.height] = [field.size, field.size];
					canvas.getContext('2d')?.putImageData(new ImageData(field.pixels, field.size), 0, 0);
					const share = (units: number) => `${(100 * units) / width}cqi`; // of the drawing's width, down too
					Object.assign(canvas.style, { left: share(x - side / 2), top: share(y - side / 2), width: share(side) });
					drawing.append(canvas);
				}
			}
		}
	}
}
