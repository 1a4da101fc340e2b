import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAMBDA_STOPS, nearestStop, ROW_STOPS } from '../../../site/lab/bar/stops.ts';
import { fieldLabel } from '../../../site/lab/form/fieldLabel.ts';
import { sharedWindow } from '../../../site/lab/runs/sharedWindow.ts';
import { hasPenalty, withEach, withLambda, withRows } from '../../../site/lab/state/changes.ts';
import { type LabState, OPENING, ofSpecs } from '../../../site/lab/state/state.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { validSpec } from '../arbitrarySpec.ts';

describe('the sliders', () => {
	test('have stops that grow, 0 at the left of λ, and each stop is nearest to itself', () => {
		for (const stops of [LAMBDA_STOPS, ROW_STOPS]) {
			expect([...stops].sort((a, b) => a - b)).toEqual(stops);
			expect(new Set(stops).size).toBe(stops.length);
			expect(stops.map((stop) => nearestStop(stops, stop))).toEqual(stops.map((_, index) => index));
		}
		expect(LAMBDA_STOPS[0]).toBe(0);
		expect(LAMBDA_STOPS).toContain(0.5);
		expect(ROW_STOPS.every(Number.isInteger)).toBe(true);
		expect([30, 300].every((m) => ROW_STOPS.includes(m))).toBe(true);
	});

	test('are at the nearest stop by ratio, and beyond their ends at the ends', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
				const at = LAMBDA_STOPS[nearestStop(LAMBDA_STOPS, value)] ?? 0;
				expect(at).toBeGreaterThan(0);
				const ratio = (stop: number) => Math.abs(Math.log(stop / value));
				for (const stop of LAMBDA_STOPS.slice(1)) expect(ratio(at)).toBeLessThanOrEqual(ratio(stop));
			}),
		);
	});

	test('takes a run that it has brought to λ = 0 along again, and leaves one without a penalty as it is', () => {
		const lambdas = (state: LabState) => state.runs.map(({ spec }) => (spec.penalty as { lambda?: number })?.lambda);
		const moveAll = (state: LabState, lambda: number) =>
			withEach(state, 'all', (spec) => withLambda(spec, lambda), hasPenalty);
		expect(lambdas(moveAll(OPENING, 0))).toEqual([undefined, 0, 0]);
		expect(lambdas(moveAll(moveAll(OPENING, 0), 2))).toEqual([undefined, 2, 2]);
	});

	test('change λ and m of one run or of all, and nothing else, in whatever a link may hold', () => {
		fc.assert(
			fc.property(fc.array(validSpec, { minLength: 1, maxLength: 6 }), fc.boolean(), (specs, isAll) => {
				const state = ofSpecs(specs);
				const changed = withEach(state, isAll ? 'all' : 'one', (spec) => withRows(withLambda(spec, 7), 40));
				for (const [index, { key, spec }] of changed.runs.entries()) {
					const before = state.runs[index]?.spec;
					if (!isAll && key !== state.selected) expect(spec).toBe(before);
					else {
						expect(spec.penalty?.lambda).toBe(7);
						expect({ ...spec, penalty: null, data: null }).toEqual({ ...before, penalty: null, data: null });
						if (spec.data?.kind !== 'inline') expect((spec.data as { m?: number }).m).toBe(40);
					}
				}
			}),
		);
		const wrong = { data: { kind: 'moons' }, penalty: 'x' } as unknown as RunSpecInput; // as no Lab writes it
		expect(withLambda(wrong, 2).penalty).toEqual({ lambda: 2 });
	});
});

test('a problem is said with the label of its field', () => {
	expect(fieldLabel('data.m', 'en')).toBe('training examples m');
	expect(fieldLabel('init.W.0.1', 'zh')).toBe('权重，[层][出][入] W');
	expect(fieldLabel('optimizer.kind', 'en')).toBe('optimizer');
	expect(fieldLabel('', 'en')).toBe('');
	expect(fieldLabel('nothing.of.ours', 'en')).toBe('nothing.of.ours');
});

test('all runs show one part of the plane, in which every example of each lies', () => {
	const specs = OPENING.runs.map(({ spec }) => canonical(spec));
	const circles = canonical({ data: { kind: 'circles', m: 50 } });
	const wine = canonical({ data: { kind: 'wine' } });
	const window = sharedWindow([...specs, circles, wine]);
	if (!window) throw new Error('moons have a plane');
	for (const { data } of [...specs, circles]) {
		if (data.kind === 'wine' || !('noise' in data)) continue;
		for (const [x = 0, y = 0] of drawDataSet(data).train.X) {
			expect(x > window.x[0] && x < window.x[1] && y > window.y[0] && y < window.y[1]).toBe(true);
		}
	}
	expect(sharedWindow([wine])).toBe(null);
});
