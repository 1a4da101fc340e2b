import { liveSpec, RESOLUTION } from '../../../src/experiments/trainingFigure.ts';
import type { Run } from '../../../src/schema/run.ts';
import { inWorker } from '../../training/inWorker.ts';
import type { RunProgress } from '../../training/messages.ts';
import { playFrames } from './playFrames.ts';

/** Pictures of one training: about four seconds at 60 a second. */
const PICTURES = 240;

/** The pictures of one training so far. */
interface Film {
	lambda: number;
	pictures: RunProgress[];
}

/**
 * Trains a network for each λ, in Web Workers side by side.
 *
 * @param isStill whether the results are enough: then no boundary is drawn on the way
 * @returns the films, which grow until the runs are there
 */
export function trainFilms(
	lambdas: readonly number[],
	isStill: boolean,
	signal: AbortSignal,
): { films: readonly Film[]; training: Promise<Run[]> } {
	const films = lambdas.map((lambda): Film => ({ lambda, pictures: [] }));
	const watch = { boundary: isStill ? null : RESOLUTION, weights: false, pictures: isStill ? 1 : PICTURES };
	const runs = films.map(({ lambda, pictures }) => {
		const job = { kind: 'run', spec: liveSpec(lambda), watch } as const;
		return inWorker<'run'>(job, (picture) => pictures.push(picture), signal);
	});
	return { films, training: Promise.all(runs) };
}

/**
 * Plays films side by side: what has been trained so far, then what follows.
 *
 * @param show draws a picture in the nth panel
 * @returns how many frames there were
 */
export function playFilms(
	films: readonly Film[],
	show: (panel: number, picture: RunProgress, lambda: number) => void,
	training: Promise<unknown>,
	signal: AbortSignal,
): Promise<number> {
	const showFrame = (frame: number) => {
		for (const [panel, { lambda, pictures }] of films.entries()) {
			const picture = pictures[frame];
			if (picture) show(panel, picture, lambda);
		}
		return Math.min(...films.map(({ pictures }) => pictures.length));
	};
	return playFrames(showFrame, training, signal);
}
