import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeInWords } from '../../../site/lab/bar/rangeInWords.ts';
import { LAMBDA_STOPS, lambdaEnd, nearestStop, ROW_STOPS } from '../../../site/lab/bar/stops.ts';
import { fieldLabel } from '../../../site/lab/form/fieldLabel.ts';
import { holdsAll, sharedWindow } from '../../../site/lab/runs/sharedWindow.ts';
import { withEach, withLambda, withRows } from '../../../site/lab/state/changes.ts';
import { withLastValid } from '../../../site/lab/state/lastValid.ts';
import { rangeOf, SETTINGS, shownRun, withRatios } from '../../../site/lab/state/ratios.ts';
import '../../../site/lab/form/specReader.ts'; // the schema, which a page has later
import { type LabState, OPENING, ofSpecs } from '../../../site/lab/state/state.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { validSpec } from '../arbitrarySpec.ts';

describe('the sliders', () => {
	const specOf = (lambda: number, m: number): RunSpecInput => ({ data: { kind: 'moons', m }, penalty: { lambda } });
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

	test('of λ end at 30, and farther for a run that has more', () => {
		expect([0, 0.12, 30, 30.1, 3000].map((largest) => LAMBDA_STOPS[lambdaEnd(largest)])).toEqual([
			30, 30, 30, 1000, 1000,
		]);
	});

	test('show of a run that is refused what it was last', () => {
		const before = ofSpecs([specOf(0.5, 30), specOf(2, 30)]);
		const refused = withEach(before, 'one', (spec) => withLambda(spec, -1));
		const range = (state: LabState) => rangeOf(state, SETTINGS.lambda, 'all');
		expect(range(withLastValid(refused, [withEach(before, 'one', (spec) => withLambda(spec, -3)), before]))).toEqual([
			0.5, 2,
		]);
		expect(range(withLastValid(before, []))).toEqual([0.5, 2]);
		expect(range(withLastValid(refused, []))).toEqual([2, 2]); // it never was valid
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

	const lambdas = (state: LabState) => state.runs.map(({ spec }) => (spec.penalty as { lambda?: number })?.lambda);
	const rows = (state: LabState) => state.runs.map(({ spec }) => (spec.data as { m?: number })?.m);
	const ofLambdas = (...all: number[]) =>
		ofSpecs(all.map((lambda) => ({ data: { kind: 'moons' }, penalty: { lambda } })));
	const ofRows = (...all: number[]) => ofSpecs(all.map((m) => ({ data: { kind: 'moons', m } })));

	test.each([
		['λ of all by one factor', ofLambdas(0.5, 5, 50), 'lambda', 1, [1, 10, 100]],
		[
			'and leaves a run without a penalty as it is, the selected one too',
			ofLambdas(0, 0.5, 5),
			'lambda',
			1,
			[0, 1, 10],
		],
		['as far as no run leaves its bounds', ofLambdas(1, 1e7), 'lambda', 1000, [100, 1e9]],
		['m likewise, in whole rows', ofRows(30, 300), 'rows', 25, [25, 250]],
		['no further than the most rows there may be', ofRows(30, 300), 'rows', 3000, [2000, 20_000]],
		['nor the least', ofRows(300, 30), 'rows', 10, [10, 1]],
		['nor the rows of measured data', ofSpecs([{ data: { kind: 'diabetes', m: 221 } }]), 'rows', 3000, [442]],
	] as const)('move %s', (_, state, name, to, expected) => {
		const moved = withRatios(state, SETTINGS[name], to);
		expect(name === 'lambda' ? lambdas(moved) : rows(moved)).toEqual(expected);
	});

	test('keep ratios through any movement, there and back, in runs whose λ is above 0', () => {
		const lambda = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
		fc.assert(
			fc.property(fc.array(lambda, { minLength: 2, maxLength: 6 }), fc.array(lambda, { minLength: 1 }), (all, way) => {
				const begun = ofLambdas(...all);
				const moved = way.reduce((state, to) => withRatios(state, SETTINGS.lambda, to, [begun]), begun);
				const after = lambdas(moved) as number[];
				for (const [index, one] of after.entries())
					expect(one / (after[0] ?? 0) / ((all[index] ?? 0) / (all[0] ?? 0))).toBeCloseTo(1, 4);
			}),
		);
	});

	test('have the ratios of before once all λ were brought to 0, and then leave a run without a penalty as it is', () => {
		const begun = { ...ofLambdas(0, 0.5, 5), selected: 2 };
		const ended = withRatios(begun, SETTINGS.lambda, 0);
		expect(lambdas(ended)).toEqual([0, 0, 0]);
		expect(lambdas(withRatios(ended, SETTINGS.lambda, 2, [ended, begun]))).toEqual([0, 2, 20]);
		const none = withRatios(OPENING, SETTINGS.lambda, 0);
		expect(lambdas(withRatios(none, SETTINGS.lambda, 2))).toEqual([undefined, 2, 2]); // nothing is known of before
	});

	test('show the run that stands for all: the selected one, or the first that has a penalty', () => {
		const state = ofLambdas(0, 0.5, 5);
		expect(shownRun(state, SETTINGS.lambda, 'all').key).toBe(2);
		expect(shownRun(state, SETTINGS.lambda, 'one').key).toBe(1);
		expect(shownRun({ ...state, selected: 3 }, SETTINGS.lambda, 'all').key).toBe(3);
	});

	test('say the least and the most of the runs that they move', () => {
		const state = ofLambdas(0.5, 0, 5);
		expect(rangeOf(state, SETTINGS.lambda, 'all')).toEqual([0, 5]);
		expect(rangeOf(state, SETTINGS.lambda, 'one')).toEqual([0.5, 0.5]);
		expect(rangeOf(ofSpecs([{ data: { kind: 'inline', X: [[1]], y: [1] } }]), SETTINGS.rows, 'all')).toBe(null);
		expect(rangeInWords([30, 30], 'en')).toBe('30');
		expect(rangeInWords([30, 20_000], 'en')).toBe('30–20,000');
		expect(rangeInWords(null, 'zh')).toBe('–');
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
	expect(holdsAll(window, [...specs, circles, wine])).toBe(true);
	const pasted = canonical({
		data: {
			kind: 'inline',
			X: [
				[0, 0],
				[1, window.y[1] + 0.1],
			],
			y: [0, 1],
		},
	});
	expect(holdsAll(window, [...specs, pasted])).toBe(false);
	expect(sharedWindow([wine])).toBe(null);
	for (const m of [10, 50, 3000])
		for (const kind of ['moons', 'circles', 'spirals', 'blobs', 'xor'] as const) {
			const one = sharedWindow([canonical({ data: { kind, m } })]);
			if (!one) throw new Error(`${kind} have a plane`);
			expect((one.y[1] - one.y[0]) / (one.x[1] - one.x[0])).toBeCloseTo(298.5 / 400, 2); // one shape
		}
});
