import type { Window } from '../../../src/engine/boundary.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { knowSpecs } from '../form/checkSpec.ts';
import { knowTestWindow } from '../runs/samples.ts';
import { OPENING } from '../state/state.ts';

/** Takes over what the build has worked out of the runs that the page opens on, so that it opens without the schema. */
export function takeWhatIsBuilt({ whole: specs = '[]', testWindow = 'null' }: DOMStringMap): void {
	const whole: RunSpec[] = JSON.parse(specs); // the build wrote them
	knowSpecs(OPENING.runs.flatMap(({ spec }, i) => (whole[i] ? { written: spec, whole: whole[i] } : [])));
	const window: Window | null = JSON.parse(testWindow); // and where its held-out examples lie
	if (whole[0] && window) knowTestWindow(whole[0].data, window);
}
