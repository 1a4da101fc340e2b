/** Whatever a reader does in whichever order, the Lab comes to rest where the last of it says. */
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import '../../../site/lab/form/specReader.ts';
import { ofSpecs } from '../../../site/lab/state/state.ts';
import { Playback } from '../../../site/lab/training/playback.ts';
import { Trainings } from '../../../site/lab/training/trainings.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { train } from '../../../src/engine/train.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { poolInProcess } from './inProcess.ts';

const specOf = (lambda: number, epochs: number): RunSpecInput => ({
	data: { kind: 'moons', m: 12, test: { m: 5 } },
	network: { hidden: [4] },
	penalty: { lambda },
	training: { epochs, recordEvery: 1 },
});
const diverging = (epochs: number): RunSpecInput => ({
	...specOf(1e9, epochs),
	penalty: { lambda: 1e9, scaling: 'full' },
	optimizer: { kind: 'sgd', learningRate: 1000 },
});
const stopping = (epochs: number): RunSpecInput => ({
	...specOf(0, epochs),
	optimizer: { kind: 'adam', learningRate: 0.3 },
	regularizers: { earlyStopping: { patience: 2 } },
});

/** What the page shows side by side. */
const SETS: readonly (readonly RunSpecInput[])[] = [
	[specOf(1, 90)],
	[specOf(2, 300), specOf(3, 20)],
	[diverging(300)],
	[stopping(250), diverging(40)],
];

/** @param drawing is called for each picture */
function open(drawing = () => {}) {
	const attributes = new Set<string>();
	const lab = {
		dataset: {},
		toggleAttribute: (name: string, isOn: boolean) => attributes[isOn ? 'add' : 'delete'](name),
	} as unknown as HTMLElement; // what the playback needs of one
	const { pool } = poolInProcess();
	const trainings = new Trainings('en', pool);
	trainings.setView({ resolution: 4, pixels: 6 });
	let drawn: { isStill: boolean; epochs: (number | undefined)[] } | null = null;
	const draw = (isStill: boolean) => {
		drawing();
		drawn = { isStill, epochs: trainings.runs.map(({ look }) => look?.epoch) };
	};
	const playback = new Playback(lab, trainings, draw, () => false);
	return { attributes, trainings, playback, drawn: () => drawn };
}

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setImmediate(frame)));
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const action = fc.oneof(
	fc.record({ do: fc.constant('become' as const), set: fc.nat(SETS.length - 1) }),
	fc.record({ do: fc.constant('seek' as const), epoch: fc.integer({ min: 0, max: 400 }) }),
	fc.record({ do: fc.constant('step' as const) }),
	fc.record({ do: fc.constant('toggle' as const) }),
	fc.record({ do: fc.constant('restart' as const) }),
	fc.record({ do: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 40 }) }),
);

test('runs come to rest at the epoch that was asked for last, whichever runs take their place on the way', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(action, { maxLength: 12 }), fc.integer({ min: 0, max: 400 }), async (actions, last) => {
			const { attributes, trainings, playback, drawn } = open();
			let specs = SETS[0] ?? [];
			trainings.become(ofSpecs(specs));
			for (const one of actions) {
				if (one.do === 'become') {
					specs = SETS[one.set] ?? [];
					trainings.become(ofSpecs(specs));
					playback.wake();
				} else if (one.do === 'seek') playback.seek(one.epoch);
				else if (one.do === 'wait') for (let i = 0; i < one.turns; i++) await turn();
				else playback[one.do]();
			}
			playback.seek(last);
			await expect.poll(() => attributes.has('data-settled'), { interval: 1, timeout: 20_000 }).toBe(true);
			const shown = Math.min(last, trainings.epochs);
			expect(playback.epoch).toBe(shown);
			expect(trainings.shown).toBe(shown);
			expect(drawn()).toEqual({ isStill: true, epochs: trainings.runs.map(({ trained }) => Math.min(shown, trained)) });
			for (const [index, { look, isOver, trained, epochs }] of trainings.runs.entries()) {
				expect(isOver || trained >= Math.min(shown, epochs)).toBe(true);
				const { trace } = await train(resolve(canonical(specs[index] ?? specOf(0, 1))), host);
				expect(look?.measured.objective).toBe(trace.objective[trace.epoch.indexOf(look?.epoch ?? -1)]);
			}
			trainings.close();
		}),
		{ numRuns: 40, endOnFailure: true },
	);
}, 120_000);

test('an epoch that was asked for is not gone to once shorter runs have come to rest', async () => {
	const { attributes, trainings, playback } = open();
	const isSettled = () => attributes.has('data-settled');
	trainings.become(ofSpecs([specOf(1, 300)]));
	playback.seek(250);
	trainings.become(ofSpecs([specOf(1, 20)]));
	await expect.poll(isSettled, { interval: 1 }).toBe(true);
	expect(playback.epoch).toBe(20);
	trainings.become(ofSpecs([specOf(1, 300)]));
	playback.wake();
	await expect.poll(isSettled, { interval: 1 }).toBe(true);
	expect(playback.epoch).toBe(20);
});

test('that playing begins anew is known at the end, on the way there again, and nowhere else', async () => {
	const { attributes, trainings, playback } = open();
	const settle = () => expect.poll(() => attributes.has('data-settled'), { interval: 1 }).toBe(true);
	trainings.become(ofSpecs([specOf(1, 60)]));
	playback.seek(60);
	await settle();
	expect(attributes.has('data-ended')).toBe(true);
	trainings.become(ofSpecs([specOf(2, 60)]));
	playback.wake();
	await turn();
	expect(attributes.has('data-ended')).toBe(true);
	await settle();
	playback.seek(59);
	await settle();
	expect(attributes.has('data-ended')).toBe(false);
	playback.seek(60);
	playback.speed = 0; // an epoch a frame
	playback.toggle();
	expect(trainings.shown).toBe(0);
	await expect.poll(() => attributes.has('data-playing'), { interval: 1 }).toBe(false);
	expect([trainings.shown, attributes.has('data-ended')]).toEqual([60, true]);
});

test('a film is as long as its speed says, however slowly its pictures are drawn: pictures are dropped, and no time', async () => {
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => now);
	vi.stubGlobal('requestAnimationFrame', (frame: () => void) =>
		setImmediate(() => {
			now += 16;
			frame();
		}),
	);
	const pauses = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 });
	await fc.assert(
		fc.asyncProperty(pauses, async (milliseconds) => {
			let pictures = 0;
			const { attributes, trainings, playback } = open(() => {
				now += milliseconds[pictures++ % milliseconds.length] ?? 0;
			});
			trainings.become(ofSpecs([specOf(1, 300)]));
			playback.seek(300);
			await expect.poll(() => attributes.has('data-settled'), { interval: 0 }).toBe(true);
			const begun = now;
			playback.toggle();
			await expect.poll(() => attributes.has('data-playing'), { interval: 0, timeout: 5000 }).toBe(false);
			expect(trainings.shown).toBe(300);
			expect(now - begun).toBeGreaterThanOrEqual(3000);
			// The way to the first picture, and that of the last one.
			expect(now - begun).toBeLessThan(3000 + 20 * 16 + 4 * Math.max(...milliseconds));
			trainings.close();
		}),
		{ numRuns: 8 },
	);
}, 60_000);
