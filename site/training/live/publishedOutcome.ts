import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from '../../../src/data/sample.ts';
import { settle } from '../../../src/schema/canonical.ts';
import type { Boundary } from '../../../src/schema/run.ts';
import type { LiveOutcome, LiveTask } from './messages.ts';

/** An outcome as `npm run precompute` writes it: probabilities of three decimals, in plain lists. */
export interface PublishedOutcome extends Omit<LiveOutcome, 'looks'> {
	looks: { epoch: number; probability: number[]; weights: LiveOutcome['looks'][number]['weights'] }[];
}

/** Where the outcomes of a figure's tasks are kept, from the root of the repository. */
export const publishedFile = (figure: string): string => `site/precomputed/live/${figure}.json`;

const files = new Map<string, Record<string, PublishedOutcome>>();

/**
 * What was published of a task, `publishedOutcome('hero', 'divided')`. Only the build calls it.
 *
 * @throws Error where the committed files hold none
 */
export function publishedOutcome(figure: string, key: string): PublishedOutcome {
	const outcomes = files.get(figure) ?? readOutcomes(figure);
	files.set(figure, outcomes);
	const outcome = outcomes[key];
	if (!outcome) throw new Error(`${publishedFile(figure)} has no "${key}": npm run precompute`);
	return { ...outcome, spec: settle(outcome.spec) };
}

const readOutcomes = (figure: string) =>
	JSON.parse(readFileSync(join(process.cwd(), publishedFile(figure)), 'utf8')) as Record<string, PublishedOutcome>; // `npm run precompute` wrote it

/** Where the curve of a figure is kept: means over many trainings, a point each. */
export const curveFile = (figure: string): string => publishedFile(`${figure}-curve`);

/** What was published of a figure's curve. Only the build calls it. */
export const publishedCurve = <Point>(figure: string): Point[] =>
	JSON.parse(readFileSync(join(process.cwd(), curveFile(figure)), 'utf8')) as Point[]; // `npm run precompute` wrote it

/** The last look of an outcome as the boundary that it draws. @throws Error where the task had no grid or diverged */
function boundaryOf({ grid }: LiveTask, { looks }: Pick<PublishedOutcome, 'looks'>): Boundary {
	const probability = looks.at(-1)?.probability ?? [];
	if (!grid || probability.length === 0) throw new Error('the task has no boundary');
	return { x: [...grid.x], y: [...grid.y], resolution: grid.resolution, probability };
}

/** Frame and examples of a drawing. */
export const panelOf = (task: LiveTask, outcome: PublishedOutcome, label: string) => {
	const boundary = boundaryOf(task, outcome);
	const sample: Sample = outcome.sample;
	return { boundary, sample, frame: { x: boundary.x, y: boundary.y }, label };
};
