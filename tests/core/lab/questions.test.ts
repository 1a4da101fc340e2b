/** What the Lab says of its three questions, held against their trainings. */
import { expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { runName } from '../../../site/lab/runs/runName.ts';
import { QUESTIONS } from '../../../site/lab/start/questions.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { canonical } from '../../../src/schema/canonical.ts';

type Name = (typeof QUESTIONS)[number]['name'];

const specsOf = (name: Name) =>
	(QUESTIONS.find((question) => question.name === name)?.specs ?? []).map((spec) => canonical(spec));
const ended = async (name: Name) => {
	const runs = await Promise.all(specsOf(name).map((spec) => train(spec)));
	return runs.map(({ final }) => ({ norm: final.weightNorm ?? Number.NaN, heldOut: final.testLoss ?? Number.NaN }));
};

test('ten times the data: the penalty of λ/2m is a tenth, that of λ/2 the same', async () => {
	const [over2m, over2mMore, over2, over2More] = await ended('moreData');
	if (!over2m || !over2mMore || !over2 || !over2More) throw new Error('it has four runs');
	expect(over2.norm).toBeCloseTo(over2m.norm, 6);
	expect(over2mMore.norm).toBeGreaterThan(2 * over2m.norm);
	expect(over2mMore.heldOut).toBeLessThan(0.7 * over2m.heldOut);
	expect(over2More.norm).toBeLessThan(1.1 * over2.norm);
});

test('another optimizer: SGD and Adam reach one minimum, and beside the step SGD does; Adam another one', async () => {
	const [sgd, adam, sgdBeside, adamBeside] = await ended('otherOptimizer');
	if (!sgd || !adam || !sgdBeside || !adamBeside) throw new Error('it has four runs');
	expect(Math.abs(adam.norm / sgd.norm - 1)).toBeLessThan(0.01);
	expect(Math.abs(adam.heldOut / sgd.heldOut - 1)).toBeLessThan(0.01);
	expect(sgdBeside.norm).toBeCloseTo(sgd.norm, 4);
	expect(adamBeside.norm).toBeGreaterThan(5 * adam.norm);
	const specs = specsOf('otherOptimizer');
	expect(specs.map((spec) => runName(spec, specs, 'en'))).toEqual([
		'in the loss, SGD, η = 0.3',
		'in the loss, Adam, η = 0.01',
		'beside the step, SGD, η = 0.3',
		'beside the step, Adam, η = 0.01',
	]);
});

test('too much decay: of the four, at the end, the one that is said has the lowest held-out loss, and the last has learned nothing', async () => {
	const runs = await ended('tooMuch');
	const lambdas = specsOf('tooMuch').map(({ penalty }) => penalty.lambda);
	const best = runs.map(({ heldOut }) => heldOut).indexOf(Math.min(...runs.map(({ heldOut }) => heldOut)));
	expect(lambdas[best]).toBe(0.1);
	expect(runs.at(-1)?.norm).toBeLessThan(0.01);
	expect(runs.at(-1)?.heldOut).toBeCloseTo(Math.LN2, 3);
	for (const { key } of LANGUAGES)
		for (const lambda of lambdas.slice(1)) expect(LAB_TEXT[key].questions.tooMuch.see).toContain(String(lambda));
});
