import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { presets } from '../../../site/lab/state/presets.ts';
import { MOST_RUNS, ofSpecs } from '../../../site/lab/state/state.ts';
import { cost } from '../../../src/engine/cost.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { CLAIM_NUMBERS } from '../../../src/experiments/registry.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const all = presets();

describe('presets', () => {
	test('cover every claim but the one that no network of a RunSpec can show', () => {
		expect(all.map(({ claim }) => claim)).toEqual(CLAIM_NUMBERS.filter((n) => n !== 21));
	});

	test.each(all)('of claim $claim fit into the Lab, and train within seconds', ({ specs }) => {
		expect(specs.length).toBeGreaterThan(1);
		expect(ofSpecs(specs).runs.length).toBe(specs.length);
		expect(specs.length).toBeLessThanOrEqual(MOST_RUNS);
		const ids = specs.map((spec) => JSON.stringify(canonical(spec)));
		expect(new Set(ids).size).toBe(ids.length);
		for (const spec of specs) expect(cost(resolve(canonical(spec))).charged).toBeLessThan(20e9);
	});

	test.each(all)('say what is to be seen of claim $claim, in both languages', ({ title, sentence }) => {
		for (const language of ['en', 'zh'] as const) {
			expect(sentence[language]).not.toBe(title[language]);
			expect(sentence[language].length).toBeGreaterThan(title[language].length);
		}
	});

	const all17 = () => {
		const preset = all.find(({ claim }) => claim === 17);
		if (!preset) throw new Error('claim 17 has a preset');
		return preset;
	};
	const runs = async (claim: number) =>
		Promise.all((all.find((preset) => preset.claim === claim)?.specs ?? []).map((spec) => train(canonical(spec))));

	test('show what they are about: under SGD decay is L2, and under Adam it is not', async () => {
		const [, l2, decay] = await runs(3);
		expect(decay?.final.weightNorm).toBeCloseTo(l2?.final.weightNorm ?? Number.NaN, 4);
		const [, adamL2, adamW] = await runs(4);
		expect(Math.abs((adamW?.final.weightNorm ?? 0) - (adamL2?.final.weightNorm ?? 0))).toBeGreaterThan(0.1);
	});

	test('show what they are about: exact zeros by the proximal step alone, and divergence beyond ηd = 2', async () => {
		const [proximal, gradient, l2] = await runs(13);
		expect(proximal?.final.zeroWeights).toBeGreaterThan(1);
		expect([gradient?.final.zeroWeights, l2?.final.zeroWeights]).toEqual([0, 0]);
		const states = (await runs(20)).map(({ trace }) => (trace.weightNorm.at(-1) ?? Number.POSITIVE_INFINITY) > 1);
		expect(states).toEqual([false, false, false, true, true]);
	});

	test('show what they say: stopped where the held-out loss rises is near ridge with the λ of its steps, and far from the end', async () => {
		const [all, stopped, ridge] = await runs(17);
		const { sentence, specs } = all17();
		if (!specs[1]) throw new Error('its second run stops');
		const { data, optimizer } = canonical(specs[1]);
		const [m, rate] = ['m' in data ? data.m : 0, optimizer.learningRate];
		const lambda = m / (rate * (stopped?.stoppedAt ?? Number.NaN));
		expect(ridge?.spec.penalty.lambda).toBe(lambda);
		for (const said of Object.values(sentence))
			expect(said).toContain(`${m}/(${rate}·${stopped?.stoppedAt}) = ${lambda}`);
		const heldOut = [all, stopped, ridge].map((run) => run?.final.testLoss ?? Number.NaN);
		expect(Math.abs(Math.log((heldOut[1] ?? 0) / (heldOut[2] ?? 0)))).toBeLessThan(0.1);
		expect(heldOut[0]).toBeGreaterThan(1.4 * (heldOut[1] ?? Number.NaN));
	});

	test('show what they say: the best λ grows with m, more slowly than m', async () => {
		const heldOut = async (claim: number) => (await runs(claim)).map(({ final }) => final.testLoss ?? Number.NaN);
		const [few = 0, fewMore = 0, many = 0, manyMore = 0] = await heldOut(6);
		expect(fewMore).toBeGreaterThan(1.02 * few);
		expect(many).toBeGreaterThan(1.02 * manyMore);
		const [, same = 0, root = 0, tenfold = 0] = await heldOut(7);
		expect(Math.min(same, tenfold)).toBeGreaterThan(1.02 * root);
		const valley = await heldOut(11);
		const best = (losses: number[]) => losses.indexOf(Math.min(...losses));
		expect([best(valley.slice(0, 3)), best(valley.slice(3))]).toEqual([0, 1]);
		const ofItsOwn = all.filter(({ claim }) => [5, 6, 7].includes(claim));
		expect(new Set(ofItsOwn.map(({ sentence }) => sentence.en)).size).toBe(3);
	});

	test('show what they are about: per-example steps with decay λ/m go the way of λ/2m', async () => {
		const [batch, examples, half, folklore] = await runs(8);
		const norm = (run: typeof batch) => run?.final.weightNorm ?? Number.NaN;
		expect(Math.abs(norm(examples) - norm(batch)) / norm(batch)).toBeLessThan(0.1);
		expect(Math.abs(norm(folklore) - norm(half))).toBeLessThan(0.1);
	});
});
