import { isReal } from '../../../src/data/realTables.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { windowOf } from '../../../src/engine/boundary.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LiveTask } from '../../training/live/messages.ts';
import { OPENING, OPENING_EPOCH } from '../state/state.ts';
import { QUESTIONS } from './questions.ts';

/** Points along a side of what the page opens on, and of the small pictures of the questions. */
const RESOLUTION = { opening: 40, small: 24 } as const;

/** A run as the page shows it before its script has trained it. @param recordEvery so many epochs, of those whose curves are drawn */
function taskOf(spec: RunSpecInput, resolution: number, recordEvery = OPENING_EPOCH): LiveTask {
	const { data, training } = canonical(spec);
	if (isReal(data)) throw new RangeError('measured data have no plane');
	return {
		spec: { ...spec, training: { ...training, recordEvery } as RunSpecInput['training'] }, // by epochs, as all of them
		lookAt: [OPENING_EPOCH],
		grid: { ...windowOf(drawDataSet(data)), resolution },
	};
}

/** What the Lab shows at first paint, by name: `npm run precompute` trains it. */
export const LAB_TASKS: Readonly<Record<string, LiveTask>> = Object.fromEntries([
	...OPENING.runs.map(({ key, spec }) => [`run ${key}`, taskOf(spec, RESOLUTION.opening, 10)]),
	...QUESTIONS.flatMap(({ name, specs, pictured }) =>
		specs.flatMap((spec, index) =>
			pictured.includes(index) ? [[`${name} ${index}`, taskOf(spec, RESOLUTION.small)]] : [],
		),
	),
]);
