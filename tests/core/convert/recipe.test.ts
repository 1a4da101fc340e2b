/** What the recipe box tells people to type is what the converter answers. */
import { describe, expect, test } from 'vitest';
import { RECIPES } from '../../../site/article/recipes.ts';
import { convert } from '../../../src/convert/convert.ts';
import { recipeFormula, recipeOf } from '../../../src/convert/recipe.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import type { LibraryId } from '../../../src/schema/libraryIds.ts';

const IDS = [...new Set(RECIPES.map(({ id }) => id))];

/** The converter's answer for a library. */
function converted(id: LibraryId, query: object): number {
	const outcome = convert(convertQuerySchema.parse({ from: 'lambda', ...query }));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
	return outcome.conversion.equivalents.find(({ library }) => library === id)?.value ?? Number.NaN;
}

describe.each(IDS)('the recipe for %s', (id) => {
	const recipe = recipeOf(id);
	const random = new RandomState(7);
	const draws = Array.from({ length: 20 }, () => {
		const m = 2 + Math.floor(1e5 * random.random());
		return { value: 10 ** (6 * random.random() - 3), m, batchSize: 1 + Math.floor((m - 1) * random.random()) };
	});

	test('equals what convert() answers, at random m, B and λ', () => {
		for (const { value, m, batchSize } of draws) {
			const said = recipe.factor * value ** recipe.lambda * m ** recipe.m * batchSize ** recipe.batch;
			const answer = converted(id, { value, m, batchSize });
			expect(Math.abs(said / answer - 1)).toBeLessThan(1e-9);
		}
	});

	test('goes with twice the data and twice the batch as convert() says', () => {
		for (const { value, m } of draws.slice(0, 5)) {
			const size = 2 * m;
			const at = (doubled: number, batchSize: number) => converted(id, { value, m: doubled, batchSize });
			expect(at(2 * size, 1) / at(size, 1)).toBeCloseTo(2 ** recipe.m, 9);
			expect(at(size, 2) / at(size, 1)).toBeCloseTo(2 ** recipe.batch, 9);
		}
	});
});

test.each([
	['pytorch-sgd', 'λ/m'],
	['keras-l2', 'λ/2m'],
	['sklearn-logistic-regression', '1/λ'],
	['sklearn-ridge', 'λ'],
	['sklearn-mlp', 'λB/m'],
	['sklearn-sgd', 'λ/m'],
] as const)('%s reads %s', (id, formula) => {
	expect(recipeFormula(recipeOf(id))).toBe(formula);
});

test('AdamW keeps its timescale in epochs: half at twice the data, twice at twice the batch or half the rate', () => {
	const epochs = (value: number, patch: object) => {
		const query = { from: 'pytorch-adamw', value, m: 1000, batchSize: 50, learningRate: 0.01, ...patch };
		const outcome = convert(convertQuerySchema.parse(query));
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
		return outcome.conversion.equivalents.find(({ library }) => library === 'pytorch-adamw')?.timescale?.epochs;
	};
	const known = epochs(0.1, {}) ?? Number.NaN;
	expect(epochs(0.05, { m: 2000 })).toBeCloseTo(known, 6);
	expect(epochs(0.2, { batchSize: 100 })).toBeCloseTo(known, 6);
	expect(epochs(0.2, { learningRate: 0.005 })).toBeCloseTo(known, 6);
});

test('a factor that no formula says is refused', () => {
	expect(() => recipeFormula({ ...recipeOf('pytorch-sgd'), factor: 0.3 })).toThrow(/0\.3/);
});
