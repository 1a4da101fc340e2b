import { type Contestant, epochsFor, type Train } from './contestant.ts';
import type { Problem } from './problem.ts';

/** What a contestant needed for an epoch, in microseconds, in each round. */
export interface Times {
	name: string;
	/** One a round; empty when it could not take part. */
	rounds: number[];
	/** Why it did not. */
	missing?: string;
}

const ROUNDS = 7;
const MILLISECONDS = 120;
const MOST_EPOCHS = 100_000;

/**
 * Times contestants on one problem in turn, A B C A B C …, so that a slow moment of the machine falls
 * on all of them; ratios are taken round by round.
 */
export async function timed(entries: readonly { contestant: Contestant; problem: Problem }[]): Promise<Times[]> {
	const runners: { times: Times; train: Train; epochs: number }[] = [];
	const all: Times[] = [];
	for (const { contestant, problem } of entries) {
		const times: Times = { name: contestant.name, rounds: [] };
		all.push(times);
		const train = await contestant.prepare(problem);
		if (typeof train === 'string') times.missing = train;
		else runners.push({ times, train, epochs: await epochsFor(train, MILLISECONDS, MOST_EPOCHS) });
	}
	for (let round = 0; round < ROUNDS; round++) {
		for (const { times, train, epochs } of runners) times.rounds.push((await train(epochs)).microseconds);
	}
	return all;
}

export const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Median, least and most of other/own, round by round: how many times faster `own` is. */
export function ratio(other: Times, own: Times): { median: number; least: number; most: number } {
	const ratios = other.rounds.map((time, round) => time / (own.rounds[round] ?? Number.NaN));
	return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
