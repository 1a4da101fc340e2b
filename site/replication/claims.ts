import { CHAPTERS, type Chapter } from '../../src/experiments/chapters.ts';
import { committedResult } from '../../src/experiments/committed.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';
import { findExperiment } from '../../src/experiments/registry.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';

/** A claim with its committed result. */
export interface Claimed {
	experiment: Experiment;
	result: ExperimentResult;
}

export interface ClaimedChapter extends Pick<Chapter, 'id' | 'title'> {
	claims: Claimed[];
}

/** The chapters with what they rest on. @throws Error for an experiment that is not there, or has no committed result */
export const claimedChapters = (): ClaimedChapter[] =>
	CHAPTERS.map(({ id, title, experiments }) => ({ id, title, claims: experiments.map(claimed) }));

function claimed(name: string): Claimed {
	const experiment = findExperiment(name);
	const result = committedResult(name);
	if (!experiment || !result) throw new Error(`the experiment "${name}" is not there, or has no committed result`);
	return { experiment, result };
}
