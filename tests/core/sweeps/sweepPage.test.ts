/** What the page draws and says of a sweep as far as it has come. */
import { describe, expect, test } from 'vitest';
import { analysisHtml } from '../../../site/sweeps/analysisHtml.ts';
import { sweepFigure } from '../../../site/sweeps/sweepFigure.ts';
import { SWEEPS_TEXT } from '../../../site/text/sweeps/sweepsText.ts';
import type { Grid, SweepResult } from '../../../src/schema/sweep.ts';
import { analyseSweep } from '../../../src/sweeps/analysis.ts';

const grid: Grid = { lambda: [0.1, 1, 10], m: [10, 100], scaling: ['over-2m'], seed: [1, 2, 3] };

/** Cells whose loss is least at `best`, of so many seeds. */
const cells = (best: number, seeds: number): SweepResult[] =>
	grid.seed.slice(0, seeds).flatMap((seed) =>
		grid.m.flatMap((m) =>
			grid.lambda.map((lambda, i) => ({
				...({ scaling: 'over-2m', m, lambda, seed, id: `${seed} ${m} ${lambda}`, status: 'ok' } as const),
				final: { testLoss: 0.3 + 0.1 * Math.abs(Math.log10(lambda / best)) + 0.01 * i },
			})),
		),
	) as unknown as SweepResult[]; // of a result only these are read

describe('a map counts the seeds that are there', () => {
	test.each([
		['none', [], 'λ/2m · Ω'],
		['two whole ones', cells(1, 2), 'λ/2m · Ω (2 seeds)'],
		['two, and a third in part', cells(1, 3).slice(0, -1), 'λ/2m · Ω (2–3 seeds)'],
	])('%s', (_, results, label) => {
		expect(sweepFigure(grid, results).panels[0]?.label.en).toBe(label);
	});
});

describe('what it says', () => {
	const said = (results: SweepResult[]) => analysisHtml(analyseSweep(grid, results), 'en');
	const text = SWEEPS_TEXT.en;

	test('of no whole seed is that there is none', () => {
		expect(said(cells(1, 1).slice(0, -1))).toContain(text.incomplete);
	});
	test('of a best λ at the end of the grid is why it has no exponent', () => {
		expect(said(cells(0.1, 2))).toContain(text.exponentAtEdge);
		expect(said(cells(0.1, 2))).not.toContain(text.noExponent);
	});
	test('counts the seeds that it rests on', () => {
		expect(said(cells(1, 2))).toContain('Under λ/2m · Ω, 2 seeds');
		expect(said(cells(1, 1))).toContain('Under λ/2m · Ω, 1 seed<');
	});
});
