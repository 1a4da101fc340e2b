import type { Window } from '../../../src/engine/boundary.ts';
import type { View } from '../../training/lab/messages.ts';

/** Points along a side of a boundary that moves, and pixels of a side of its picture, unless the page says otherwise. */
const FINENESS = { resolution: 48, pixels: 240 };

/** How the boundary of each run is seen: how finely, which part of the plane, in which palette. */
export class Views {
	readonly #windows = new Map<number, Window>();
	fineness: Omit<View, 'window'> = FINENESS;
	/** Goes up with each palette. */
	palette = 0;

	of(key: number): View {
		return { ...this.fineness, window: this.#windows.get(key) ?? null };
	}

	/** @param window null: what spans the run's own examples */
	setWindow(key: number, window: Window | null): void {
		if (window) this.#windows.set(key, window);
		else this.#windows.delete(key);
	}

	/** Tells pictures apart that would not look the same. */
	name(key: number): string {
		return JSON.stringify([this.of(key), this.palette]);
	}
}
