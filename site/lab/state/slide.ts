import { withEach } from './changes.ts';
import type { LabStore } from './labStore.ts';
import { SETTINGS, withRatios } from './ratios.ts';

/** Moves λ or m of the selected run, or of all by one factor. */
export function slide(store: LabStore, name: keyof typeof SETTINGS, value: number): void {
	const { state, view } = store;
	const setting = SETTINGS[name];
	const moved =
		view.scope === 'all'
			? withRatios(state, setting, value, store.startingFrom(name))
			: withEach(state, 'one', (spec) => setting.with(spec, value));
	store.set(moved, name);
}
