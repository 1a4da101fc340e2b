import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import {
	BATCH,
	PUBLISHED_SPELLINGS,
	pullsOf,
	SPELLINGS,
	SPELLINGS_STOPS,
	spellingsSpecs,
} from '../../../site/figures/spellings/model.ts';
import { spellingsSvg } from '../../../site/figures/spellings/picture.ts';
import { spellingsWords } from '../../../site/figures/spellings/words.ts';
import { weightsOf } from '../../../src/experiments/experiment.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';

describe('the pull of a spelling', () => {
	test('is what is written beside it, for all six', () => {
		expect(SPELLINGS.map(({ scaling }) => scaling)).toEqual(SCALINGS);
		for (const m of SPELLINGS_STOPS.m) {
			for (const lambda of SPELLINGS_STOPS.lambda) {
				const written = [2 * lambda, lambda, (2 * lambda) / m, lambda / m, lambda / BATCH, lambda / Math.sqrt(m)];
				for (const [i, pull] of pullsOf({ m, lambda }).entries()) expect(pull).toBeCloseTo(written[i] ?? 0, 12);
			}
		}
	});

	test.each(SPELLINGS.map(({ scaling }, i) => ({ scaling, i })))(
		'is what one step of the engine takes from a weight of 1, $scaling',
		async ({ scaling, i }) => {
			const [m, lambda] = [40, 0.5];
			const batch = Array.from({ length: BATCH }, (_, row) => row);
			const run = await train(
				canonical({
					data: { kind: 'inline', X: Array.from({ length: m }, () => [0]), y: Array.from({ length: m }, () => 0) },
					network: { hidden: [] },
					init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
					loss: 'half-squared-error',
					optimizer: { kind: 'sgd', learningRate: 1 },
					penalty: { lambda, scaling },
					training: { batches: [batch] },
					output: { weights: true },
				}),
			);
			expect(1 - (weightsOf(run)[0] ?? Number.NaN)).toBeCloseTo(pullsOf({ m, lambda })[i] ?? Number.NaN, 6);
		},
	);
});

test('the runs for the Lab differ in their spelling alone', () => {
	const [first, ...others] = spellingsSpecs(PUBLISHED_SPELLINGS).map(canonical);
	for (const other of others) {
		expect({ ...other, penalty: null }).toEqual({ ...first, penalty: null });
		expect(other.penalty.lambda).toBe(first?.penalty.lambda);
	}
});

test.each(['en', 'zh'] as const)(
	'the picture has every arrow, and says which leave it or are too short, %s',
	(language) => {
		const count = (svg: string, words: string) => svg.split(words).length - 1;
		const svg = (patch: object) => spellingsSvg({ ...PUBLISHED_SPELLINGS, ...patch }, '', language);
		const [goesOn, tooShort] = language === 'en' ? ['goes on', 'too short'] : ['伸到图外', '看不见'];
		for (const m of SPELLINGS_STOPS.m) {
			for (const zoom of SPELLINGS_STOPS.zoom) expect(svg({ m, zoom })).not.toMatch(/NaN|Infinity|undefined/);
		}
		expect(count(svg({}), 'class="path thick"')).toBe(6);
		expect(count(svg({}), goesOn)).toBe(0);
		expect(count(svg({}), tooShort)).toBe(0);
		expect(count(svg({ lambda: 2 }), goesOn)).toBe(2);
		expect(count(svg({ m: 10_000 }), tooShort)).toBe(3);
		expect(count(svg({ m: 10_000, zoom: 1000 }), goesOn)).toBe(4);
		expect(spellingsWords({ ...PUBLISHED_SPELLINGS, m: 1000 }, language).caption).toContain('2,000');
	},
);
