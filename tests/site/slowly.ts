/** A page on a slow machine, and a reader who does not wait for it. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** Whole numbers below a bound, the same for the same `SAMPLE_SEED` and name. */
export function draws(name: string): (below: number) => number {
	const salt = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
	const numbers = fc.sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
		seed: inject('sampleSeed') + salt,
		numRuns: 200,
	});
	let next = 0;
	return (below) => Math.floor((numbers[next++ % numbers.length] ?? 0) * below);
}

/** Whatever the page tells its workers comes late, each message by another time, in their order. */
export const slowWorkers = (page: Page, milliseconds: readonly number[]): Promise<void> =>
	page.evaluate((delays) => {
		const post = Worker.prototype.postMessage;
		const ways = new WeakMap<Worker, Promise<void>>();
		let count = 0;
		Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
			const delay = delays[count++ % delays.length];
			const before = ways.get(this) ?? Promise.resolve();
			const way = before.then(() => new Promise<void>((come) => setTimeout(come, delay)));
			ways.set(
				this,
				way.then(() => post.apply(this, message)),
			);
		};
	}, milliseconds);

/** Answers of the server come late, each by another time: a later one before an earlier one. */
export async function slowAnswers(page: Page, pattern: string, milliseconds: readonly number[]): Promise<void> {
	let count = 0;
	await page.route(pattern, async (route) => {
		const delay = milliseconds[count++ % milliseconds.length] ?? 0;
		await new Promise((come) => setTimeout(come, delay));
		await route.continue().catch(() => {}); // the page has gone on
	});
}
