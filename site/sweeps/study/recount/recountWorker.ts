/** Computes the numbers of a case from the published losses, apart from the page: a few seconds of resampling. */
import type { CaseCells } from '../../../../src/study/cells.ts';
import type { StudyCase } from '../../../../src/study/design.ts';
import { analyseCells, type CaseNumbers } from './analyseCells.ts';

/** What the worker answers; null where the losses did not come. */
export type Recounted = CaseNumbers | null;

const LOSSES = '/data/study-cells.json';

self.onmessage = async ({ data: chosen }: MessageEvent<StudyCase>) => {
	const answer = (numbers: Recounted) => self.postMessage(numbers);
	try {
		const response = await fetch(LOSSES);
		answer(response.ok ? analyseCells((await response.json()) as CaseCells[], chosen) : null); // `npm run study` wrote it
	} catch {
		answer(null);
	}
};
