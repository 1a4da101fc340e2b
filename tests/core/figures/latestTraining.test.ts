/** What a picture waits for is trained, whatever is prepared beside it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LatestTraining } from '../../../site/training/live/LatestTraining.ts';
import type { LivePool } from '../../../site/training/live/LivePool.ts';
import type { LiveOutcome, LiveTask } from '../../../site/training/live/messages.ts';

/** A pool that answers the first of its tasks when it is told to: with the task itself. */
function answering() {
	const running: (() => void)[] = [];
	const train = (task: LiveTask) =>
		new Promise<LiveOutcome>((resolve) => running.push(() => resolve(task as unknown as LiveOutcome))); // handed on as it is
	return { training: new LatestTraining({ train } as LivePool), running };
}

const taskOf = (m: number): LiveTask => ({ spec: { data: { kind: 'moons', m } } });

test('the task that was asked for last is trained, and the others in their order or not at all', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom('train', 'prepare', 'answer')), async (actions) => {
			const { training, running } = answering();
			const shown: number[] = [];
			const asked: number[] = [];
			for (const [m, action] of [...actions, 'train'].entries()) {
				if (action === 'answer') running.shift()?.();
				else if (action === 'prepare') void training.prepare(taskOf(m));
				else {
					asked.push(m);
					void training.train(taskOf(m)).then((outcome) => outcome && shown.push(m));
				}
				await Promise.resolve();
				expect(running.length).toBeLessThanOrEqual(1);
			}
			for (let i = 0; i < 3; i++) {
				running.shift()?.();
				await new Promise((done) => setImmediate(done));
			}
			expect(shown.at(-1)).toBe(asked.at(-1));
			expect(shown).toEqual([...shown].sort((a, b) => a - b));
		}),
	);
});

test('nothing is prepared while something trains', async () => {
	const { training, running } = answering();
	void training.train(taskOf(1));
	expect(await training.prepare(taskOf(2))).toBeNull();
	expect(running).toHaveLength(1);
});
