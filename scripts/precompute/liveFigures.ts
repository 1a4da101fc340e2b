import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PUBLISHED_CURVES, PUBLISHED_TASKS } from '../../site/figures/published/publishedTasks.ts';
import { LiveTrainer } from '../../site/training/live/LiveTrainer.ts';
import type { LiveOutcome } from '../../site/training/live/messages.ts';
import { curveFile, type PublishedOutcome, publishedFile } from '../../site/training/live/publishedOutcome.ts';
import { roundNumbers } from '../../src/experiments/roundNumbers.ts';
import { host } from '../nodeHost.ts';

const PROBABILITY_DECIMALS = 3;

/**
 * Trains what a live figure opens on.
 *
 * @param check writes nothing
 * @returns the files that differ from what is committed
 */
export async function precomputeLiveFigure(figure: string, check: boolean): Promise<string[]> {
	const trainer = new LiveTrainer(host);
	const tasks = PUBLISHED_TASKS[figure];
	const published: Record<string, PublishedOutcome> = {};
	for (const [key, task] of Object.entries(tasks ?? {})) {
		published[key] = publish(await trainer.train(task));
	}
	const curve = PUBLISHED_CURVES[figure];
	const points = [];
	for (const value of curve?.values ?? []) {
		const outcomes = [];
		for (const task of curve?.tasks(value) ?? []) outcomes.push(await trainer.train(task));
		points.push(curve?.point(value, outcomes));
	}
	return [
		...(tasks ? await writeChanged(publishedFile(figure), published, check) : []),
		...(curve ? await writeChanged(curveFile(figure), points, check) : []),
	];
}

/** @returns the file where it differs from what is committed */
async function writeChanged(file: string, value: unknown, check: boolean): Promise<string[]> {
	const text = `${JSON.stringify(value)}\n`;
	if (text === (await readFile(file, 'utf8').catch(() => ''))) return [];
	if (!check) {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
	return [file];
}

/** An outcome with the digits that a figure shows. */
const publish = ({ trace, final, looks, ...rest }: LiveOutcome): PublishedOutcome => ({
	...rest,
	trace: roundNumbers(trace),
	final: roundNumbers(final),
	looks: looks.map(({ probability, ...look }) => ({
		...look,
		probability: Array.from(probability, (p) => Number(p.toFixed(PROBABILITY_DECIMALS))),
	})),
});
