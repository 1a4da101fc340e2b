/** Figure 13: its numbers are those of the committed cells, its lines are λ*·f(m/m*), a guess is scored in factors. */
import { describe, expect, test } from 'vitest';
import { pictureIn, trainedOn } from '../../../site/figures/study/casePictures.ts';
import { PUBLISHED_PICTURES } from '../../../site/figures/study/publishedPictures.ts';
import { HEIGHT, valleyGrid } from '../../../site/figures/valley/grid.ts';
import { sayScore, scoreGuess } from '../../../site/figures/valley/guess.ts';
import { moveFrom, PUBLISHED_VALLEY, ruleLambda, settleCase, valleySpecs } from '../../../site/figures/valley/model.ts';
import { valleySvg } from '../../../site/figures/valley/valleySvg.ts';
import { sayCell, valleyCaption } from '../../../site/figures/valley/words.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { runSpecSchema } from '../../../src/schema/runSpec.ts';
import { type ModelName, studyCases, TASKS } from '../../../src/study/design.ts';

const picture = pictureIn(PUBLISHED_PICTURES, PUBLISHED_VALLEY);

test('every case of the study has a picture', () => {
	expect(PUBLISHED_PICTURES.map(({ task, model, optimizer }) => ({ task, model, optimizer }))).toEqual(studyCases());
});

describe('the grid', () => {
	const lambdas = [0, 0.01, 0.0316, 0.1, 0.316, 1];
	const grid = valleyGrid(lambdas, 5);

	test('has λ = 0 in its lowest row and every other λ in the middle of its own', () => {
		for (const [i, lambda] of lambdas.entries()) {
			expect(grid.y(lambda)).toBeCloseTo(HEIGHT - (i + 0.5) * grid.rowHeight, 0);
		}
	});

	test.each([0.01, 0.05, 0.3, 1])('reads λ = %d off where it draws it', (lambda) => {
		expect(grid.lambdaAt(grid.y(lambda))).toBeCloseTo(lambda, 6);
	});
});

describe('the rules', () => {
	test.each([
		['keep-lambda', 0.3],
		['keep-over-sqrt-m', 3],
		['keep-over-m', 30],
	] as const)('%s takes λ = 0.3 at m = 20 to %d at m = 2,000', (rule, lambda) => {
		expect(ruleLambda(rule, 'moons', { size: 0, lambda: 0.3 }, 4)).toBeCloseTo(lambda, 9);
	});

	test('are told for the measured move nearest to ten times the data, and for none at the largest size', () => {
		expect(moveFrom({ task: 'moons', tunedAt: 0 }, picture)?.to).toBe(2);
		expect(moveFrom({ task: 'moons', tunedAt: 3 }, picture)?.times).toBeCloseTo(3.16, 1);
		expect(moveFrom({ task: 'moons', tunedAt: 4 }, picture)).toBeNull();
		expect(moveFrom({ task: 'wine', tunedAt: 0 }, picture)?.to).toBe(4);
	});
});

describe('a task that was not trained on every network', () => {
	test.each(['relu-16', 'tanh-32-32'] satisfies ModelName[])('takes another one than %s', (model) => {
		const settled = settleCase({ ...PUBLISHED_VALLEY, task: 'mnist', model, optimizer: 'full-batch' });
		expect(trainedOn('mnist').models).toContain(settled.model);
		expect(() => pictureIn(PUBLISHED_PICTURES, settled)).not.toThrow();
	});
});

test('the Lab gets runs that are valid, of the case that is shown', () => {
	const specs = valleySpecs(PUBLISHED_VALLEY, picture).map((spec) => runSpecSchema.parse(spec));
	expect(specs.map(({ data }) => (data.kind === 'inline' ? null : data.m))).toEqual([20, 200, 200, 200]);
	expect(specs[0]?.penalty.lambda).toBeCloseTo(picture.best[0]?.[0] ?? 0, 2);
	expect(specs[3]?.penalty.lambda).toBeCloseTo(10 * (picture.best[0]?.[0] ?? 0), 1);
});

describe('the picture', () => {
	const svg = valleySvg(picture, 0, 'en', 'label');

	test('has a cell for every λ and m, and few elements', () => {
		expect(svg.match(/<rect/g)).toHaveLength(picture.lambdas.length * 5);
		expect(svg.match(/<[a-z]/g)?.length).toBeLessThan(200);
	});

	test('says every cell, and the least of each m as that', () => {
		for (const language of LANGUAGES) {
			const said = TASKS.moons.sizes.map((_, m) => picture.lambdas.map((_, row) => sayCell(picture, m, row, language)));
			expect(new Set(said.flat()).size).toBe(5 * picture.lambdas.length);
			for (const [m, column] of picture.excess.entries()) {
				expect(column.filter((cell) => cell?.[0] === 0).length, `m ${m}`).toBeGreaterThanOrEqual(1);
			}
		}
	});
});

test.each(LANGUAGES)('every caption in %s names its data in words and has no code name', (language) => {
	for (const each of PUBLISHED_PICTURES) {
		for (const tunedAt of [0, 1, 2, 3, 4]) {
			const said = valleyCaption({ ...each, tunedAt }, each, language);
			expect(said).not.toMatch(/NaN|undefined|[a-z]-teacher|breast-cancer|relu-|full-batch/);
		}
	}
});

describe('a guess', () => {
	const best = [1, 2, 4, 8, 16];

	test('that is right is within a factor of 2 everywhere', () => {
		expect(scoreGuess(best, best)).toEqual({ near: 5, worst: { size: 0, factor: 1 } });
	});

	test('of a level line is scored in factors, above and below alike', () => {
		expect(scoreGuess([4, 4, 4, 4, 4], best)).toEqual({ near: 3, worst: { size: 0, factor: 4 } });
	});

	test('is told kindly', () => {
		expect(sayScore([4, 4, 4, 4, 4], best, TASKS.moons.sizes, 'en')).toBe(
			'Within a factor of 2 at 3 of 5 sizes. Farthest off at m = 20, by a factor of 4. From the smallest data to the largest, your λ stays about where it is; the best one grows 16-fold.',
		);
		expect(sayScore([90, 90, 90, 90, 90], best, TASKS.moons.sizes, 'en')).toContain('that is why it was measured');
		expect(sayScore(best, best, TASKS.moons.sizes, 'zh')).toContain('全都猜在两倍以内');
	});
});
