/** The Lab's runs as a page drives them: together, the newest first, and exactly what a fresh training gives. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import '../../../site/lab/form/specReader.ts';
import { ofSpecs } from '../../../site/lab/state/state.ts';
import { Trainings } from '../../../site/lab/training/trainings.ts';
import { LabTrainer } from '../../../site/training/lab/LabTrainer.ts';
import type { LabAnswer } from '../../../site/training/lab/messages.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { train } from '../../../src/engine/train.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { poolInProcess } from './inProcess.ts';

const VIEW = { resolution: 4, pixels: 6 };

const specOf = (lambda: number, epochs = 40, m = 12): RunSpecInput => ({
	data: { kind: 'moons', m, test: { m: 5 } },
	network: { hidden: [4] },
	penalty: { lambda },
	training: { epochs, recordEvery: 7 },
});

/** The objective after so many epochs, of a training that nobody watched. */
async function objectiveAt(spec: RunSpecInput, epochs: number) {
	if (epochs === 0) return (await train(resolve(canonical(spec)), host)).trace.objective[0];
	const { final } = await train(resolve(canonical({ ...spec, training: { ...spec.training, epochs } as never })), host); // by epochs
	return final.objective;
}

function open() {
	const wire = poolInProcess();
	const trainings = new Trainings('en', wire.pool);
	trainings.setView(VIEW);
	return { ...wire, trainings };
}

const settled = async (trainings: Trainings) => {
	await expect.poll(() => trainings.isSettled && !trainings.hasNews, { interval: 1, timeout: 20_000 }).toBe(true);
};

/** What a page may do between two frames. */
const action = fc.oneof(
	fc.record({
		do: fc.constant('lambda' as const),
		run: fc.integer({ min: 0, max: 2 }),
		lambda: fc.integer({ min: 0, max: 9 }),
	}),
	fc.record({ do: fc.constant('advance' as const), by: fc.integer({ min: 1, max: 30 }) }),
	fc.record({ do: fc.constant('step' as const) }),
	fc.record({ do: fc.constant('show' as const), epoch: fc.option(fc.integer({ min: 0, max: 70 })) }),
	fc.record({ do: fc.constant('reset' as const) }),
	fc.record({ do: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 12 }) }),
);

test('whatever a page does, runs are shown at one epoch, and end as fresh trainings of that many epochs', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
			const { trainings } = open();
			const specs = [specOf(1, 40), specOf(2, 60, 20), specOf(3, 25)];
			trainings.onNews = () => {
				const shown = trainings.runs.flatMap(({ look, isCatchingUp, isOver, trained, epochs }) =>
					look && !isCatchingUp ? [{ epoch: look.epoch, isAtEnd: isOver && look.epoch === trained, epochs }] : [],
				);
				const furthest = Math.max(...shown.map(({ epoch }) => epoch));
				for (const { epoch, isAtEnd } of shown) if (!isAtEnd) expect(epoch).toBe(furthest);
				trainings.drawn();
			};
			trainings.become(ofSpecs(specs));
			for (const one of actions) {
				if (one.do === 'lambda') {
					specs[one.run] = { ...specs[one.run], penalty: { lambda: one.lambda } } as RunSpecInput; // one of the three
					trainings.become(ofSpecs(specs));
				} else if (one.do === 'advance') trainings.advance(one.by);
				else if (one.do === 'step') trainings.step();
				else if (one.do === 'show') trainings.show(one.epoch);
				else if (one.do === 'reset') trainings.reset();
				else for (let turn = 0; turn < one.turns; turn++) await new Promise((done) => setImmediate(done));
			}
			await settled(trainings);
			const { shown, playhead } = trainings;
			expect(shown).toBeLessThanOrEqual(playhead);
			for (const [index, { look, trained, epochs, trace, isCatchingUp }] of trainings.runs.entries()) {
				const spec = specs[index] ?? specOf(0);
				expect(isCatchingUp).toBe(false);
				expect(trained).toBeGreaterThanOrEqual(Math.min(playhead, epochs));
				expect(look?.epoch).toBe(Math.min(shown, trained));
				expect(look?.measured.objective).toBe(await objectiveAt(spec, look?.epoch ?? 0));
				if (trained > 0) expect(trace.objective[0]).toBe(await objectiveAt(spec, 0));
				expect(new Set(trace.epoch).size).toBe(trace.epoch.length);
			}
			trainings.close();
		}),
		{ numRuns: 60, endOnFailure: true },
	);
}, 120_000);

test('a drag shows its settings in their order, never an older one, and the last one; those between are not trained', async () => {
	const { trainings, requests } = open();
	const drag = Array.from({ length: 60 }, (_, i) => i / 4);
	const objectives = await Promise.all(drag.map((lambda) => objectiveAt(specOf(lambda), 40)));
	const drawn: number[] = [];
	trainings.onNews = () => {
		const [run] = trainings.runs;
		if (run?.look?.epoch === 40) drawn.push(objectives.indexOf(run.look.measured.objective));
		trainings.drawn();
	};
	trainings.become(ofSpecs([specOf(0)]));
	trainings.show(40);
	await settled(trainings);
	for (const lambda of drag) {
		trainings.become(ofSpecs([specOf(lambda)]));
		await new Promise((done) => setImmediate(done));
	}
	await settled(trainings);
	expect(drawn).not.toContain(-1);
	expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
	expect(drawn.at(-1)).toBe(drag.length - 1);
	const begun = requests.filter(({ kind }) => kind === 'begin').length;
	expect(begun).toBeLessThan(drag.length);
	// Each is ended when the next one takes its place: a drag leaves one behind, however long it is.
	expect(requests.filter(({ kind }) => kind === 'end')).toHaveLength(begun - 1);
});

test('what a run shows is all of one spec, that which it says, at any moment of a drag', async () => {
	const { trainings } = open();
	const seen: { spec: RunSpecInput; epoch: number; shown: (number | null | undefined)[]; isBehind: boolean }[] = [];
	trainings.onNews = () => {
		for (const { of, look, trace, spec, isCatchingUp } of trainings.runs) {
			const row = trace.epoch.indexOf(0);
			if (!of || !look || row < 0) continue;
			seen.push({
				spec: of,
				epoch: look.epoch,
				shown: [look.measured.objective, trace.objective[row]],
				isBehind: of !== spec,
			});
			if (of !== spec) expect(isCatchingUp).toBe(true);
		}
		expect(trainings.seen).toBe(Math.max(...trainings.runs.flatMap(({ look }) => look?.epoch ?? [])));
		trainings.drawn();
	};
	trainings.become(ofSpecs([specOf(0), specOf(1)]));
	trainings.show(21);
	for (let lambda = 0; lambda < 12; lambda += 1) {
		trainings.become(ofSpecs([specOf(lambda), specOf(2 * lambda, 40, 12 + lambda)]));
		for (let turns = 0; turns < 3; turns += 1) await new Promise((done) => setImmediate(done));
	}
	await settled(trainings);
	expect(seen.some(({ isBehind }) => isBehind)).toBe(true);
	for (const { spec, epoch, shown } of seen) {
		expect(shown).toEqual([await objectiveAt(spec, epoch), await objectiveAt(spec, 0)]);
	}
	trainings.close();
});

test('a training that takes long says how far it is, and then shows it', async () => {
	const answers: LabAnswer[] = [];
	let now = 0;
	const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
	const turn = async () => {
		now += 100;
	};
	const trainer = new LabTrainer({ host, answer: (answer) => answers.push(answer), turn });
	const spec = canonical({
		data: { kind: 'moons', m: 300 },
		network: { hidden: [64, 64] },
		training: { epochs: 60 },
	});
	trainer.hear({ kind: 'begin', id: 1, spec, goal: { to: 60, show: 60, view: { ...VIEW, window: null } } });
	await expect.poll(() => answers.at(-1)?.kind, { timeout: 20_000 }).toBe('frame');
	clock.mockRestore();
	const shares = answers.flatMap((answer) => (answer.kind === 'progress' ? answer.share : []));
	expect(shares.length).toBeGreaterThan(1);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect(shares[0]).toBeGreaterThan(0);
	expect(shares.at(-1)).toBeLessThanOrEqual(1);
	trainer.hear({ kind: 'end', id: 1 });
});

test('a catch-up that is ended on its way is left where it is, and nothing is heard of it', async () => {
	const answers: LabAnswer[] = [];
	let turns = 0;
	let end = () => {};
	const trainer = new LabTrainer({
		host,
		answer: (answer) => answers.push(answer),
		turn: async () => {
			turns += 1;
			if (turns === 3) end();
			if (turns > 10) throw new Error('it goes on');
		},
	});
	const large = canonical({
		data: { kind: 'moons', m: 300 },
		network: { hidden: [64, 64] },
		training: { epochs: 1e6 },
	});
	const goal = { to: 1e6, show: 1e6, view: { ...VIEW, window: null } };
	end = () => trainer.hear({ kind: 'end', id: 1 });
	trainer.hear({ kind: 'begin', id: 1, spec: large, goal });
	trainer.hear({ kind: 'advance', id: 1, goal });
	await expect.poll(() => turns).toBe(3);
	trainer.hear({ kind: 'begin', id: 2, spec: canonical(specOf(1)), goal: { ...goal, to: 5, show: 5 } });
	await expect.poll(() => answers.length).toBeGreaterThan(0);
	expect(answers.map(({ kind, id }) => [kind, id])).toEqual([['frame', 2]]);
	expect(turns).toBeLessThanOrEqual(4);
});

test('a unit and a weight are answered at the epoch that is shown', async () => {
	const { trainings } = open();
	trainings.onNews = () => trainings.drawn();
	trainings.become(ofSpecs([specOf(1)]));
	trainings.show(40);
	await settled(trainings);
	const weight = await trainings.weight(1, 0, 1, 2);
	const epochs = Array.from({ length: 41 }, (_, epoch) => epoch);
	expect(weight?.epochs).toEqual(epochs);
	for (const epoch of [0, 13, 40]) {
		trainings.show(epoch);
		await settled(trainings);
		expect(weight?.values[epoch]).toBe(trainings.runs[0]?.look?.picture.layers[0]?.[2]?.[1]);
	}
	expect(await trainings.weight(1, 0, 2, 0)).toBeNull();
	expect(await trainings.weight(1, 2, 0, 0)).toBeNull();
	const field = await trainings.unit(1, 0, 3);
	expect(field?.values).toHaveLength(VIEW.resolution ** 2);
	expect(await trainings.unit(1, 0, 4)).toBeNull();
	expect(await trainings.unit(1, 1, 0)).toBeNull();
	expect(await trainings.unit(7, 0, 0)).toBeNull();
});

test('a window that comes while other rows train is that of their pictures, however late it comes', async () => {
	for (let turns = 0; turns < 12; turns++) {
		const { trainings } = open();
		trainings.onNews = () => trainings.drawn();
		trainings.become(ofSpecs([specOf(1), specOf(2)]));
		for (const { key } of trainings.runs) trainings.setWindow(key, { x: [-1, 1], y: [-1, 1] });
		trainings.show(20);
		await settled(trainings);
		trainings.become(ofSpecs([specOf(1, 40, 14), specOf(2, 40, 14)]));
		for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done));
		for (const { key } of trainings.runs) trainings.setWindow(key, { x: [-3, 2], y: [-5, 4] });
		await settled(trainings);
		for (const { look } of trainings.runs) expect(look?.field).toMatchObject({ x: [-3, 2], y: [-5, 4] });
		trainings.close();
	}
});

test('runs that all end early are at any later epoch that is asked for, however late they are drawn', async () => {
	const { trainings } = open();
	trainings.onNews = () => void setTimeout(() => trainings.drawn(), 2);
	const stopped = { ...specOf(0, 2000), regularizers: { earlyStopping: { patience: 3 } } };
	trainings.become(ofSpecs([stopped, { ...stopped, data: { kind: 'moons', m: 14, test: { m: 5 } } }]));
	trainings.show(2000);
	await expect.poll(() => trainings.isSettled && trainings.shown, { interval: 1, timeout: 20_000 }).toBe(2000);
	for (const { isOver, trained, look } of trainings.runs) {
		expect(isOver).toBe(true);
		expect(trained).toBeLessThan(2000);
		expect(look?.epoch).toBe(trained);
	}
	trainings.close();
});
