/** Copies of each row, which the Lab has beside its specs. */
import { expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import '../../../site/lab/form/specReader.ts';
import { checkSpec, wholeSpec } from '../../../site/lab/form/checkSpec.ts';
import { rowsOf, withEdit } from '../../../site/lab/points/rows.ts';
import { coefficientInWords } from '../../../site/lab/runs/coefficient.ts';
import { runName } from '../../../site/lab/runs/runName.ts';
import { copiesOf, uncopied, withCopies } from '../../../site/lab/state/copies.ts';
import { decodeState, encodeState } from '../../../site/lab/state/link.ts';
import { SETTINGS } from '../../../site/lab/state/ratios.ts';
import { OPENING } from '../../../site/lab/state/state.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { BOUNDS } from '../../../src/schema/bounds.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

const specs = OPENING.runs.map(({ spec }) => spec);
const [none, over2m] = specs as [RunSpecInput, RunSpecInput, RunSpecInput];
const whole = (spec: RunSpecInput) => {
	const found = wholeSpec(spec);
	if (!found) throw new Error('it is not valid');
	return found;
};

test('the rows of a run are written out as often as it has each, with the held-out ones once', () => {
	const { data } = canonical(none);
	if (data.kind !== 'moons') throw new Error('the Lab opens on moons');
	const { train, test } = drawDataSet(data);
	const times = whole(withCopies(none, 10)).data;
	if (times.kind !== 'inline') throw new Error('they are written out');
	expect(times.X).toEqual(Array(10).fill(train.X).flat());
	expect(times.y).toEqual(Array(10).fill(train.y).flat());
	expect(times.test).toEqual(test);
	expect(canonical(whole(withCopies(none, 10)))).toEqual(whole(withCopies(none, 10))); // what the server makes of it
	expect(whole(withCopies(over2m, 10)).data).toBe(times); // of all runs the same ones
	expect(uncopied(none)).toBe(none);
	expect(withCopies(withCopies(none, 100), 1)).toEqual(none);
	for (const copies of ['10', 2.5, -3, null]) {
		const odd = { ...none, data: { ...none.data, copies } } as unknown as RunSpecInput;
		expect([copiesOf(odd), whole(odd)]).toEqual([1, whole(none)]);
	}
});

test('copies change nothing but m: where the coefficient has none the run stays, over 2m its weights grow', async () => {
	const norms = async (copies: number) =>
		Promise.all(
			specs.map(async (spec) => {
				const { training, ...rest } = whole(withCopies(spec, copies));
				const { final } = await train({ ...rest, training: { ...training, epochs: 300 } as typeof training });
				return final.weightNorm ?? Number.NaN;
			}),
		);
	const [once, tenfold] = [await norms(1), await norms(10)];
	expect(tenfold[0]).toBeCloseTo(once[0] ?? Number.NaN, 1);
	expect(tenfold[2]).toBeCloseTo(once[2] ?? Number.NaN, 3);
	expect(tenfold[1]).toBeGreaterThan(1.2 * (once[1] ?? Number.NaN));
	expect(specs.map((spec) => coefficientInWords(whole(withCopies(spec, 10)), 'en'))).toEqual([
		'',
		'λ/2m = 2·10⁻⁴',
		'λ/2 = 0.06',
	]);
});

test('the slider of m and the points are those of the rows once, and a link holds how often each is there', async () => {
	const runs = OPENING.runs.map(({ key, spec }) => ({ key, spec: withCopies(spec, 100) }));
	const state = { runs, selected: 2 };
	const [first = none] = runs.map(({ spec }) => spec);
	expect(SETTINGS.rows.of(first)).toBe(30);
	expect(SETTINGS.rows.bounds(first)).toEqual([1, BOUNDS.examples / 100]);
	expect(rowsOf(first)?.X.length).toBe(30);
	const after = withEdit(state, { do: 'add', to: [1.5, -0.25], label: 1 });
	for (const { spec } of after.runs) {
		expect(copiesOf(spec)).toBe(100);
		expect((whole(spec).data as { X: unknown[] }).X.length).toBe(3100);
	}
	const edited = await decodeState(await encodeState(after));
	expect(edited?.runs.map(({ spec }) => whole(spec))).toEqual(after.runs.map(({ spec }) => whole(spec)));
	const link = await encodeState(state);
	expect(link.length).toBeLessThan(400);
	const back = await decodeState(link);
	expect(back?.runs.map(({ spec }) => whole(spec))).toEqual(runs.map(({ spec }) => whole(spec)));
});

test('copies of drawn rows are named by their m, and measured rows have none', () => {
	const [one, ten] = [whole(over2m), whole(withCopies(over2m, 10))];
	expect(runName(ten, [one, ten], 'en')).toBe('m = 30\u00a0×\u00a010 = 300, λ = 0.12, ÷2m');
	expect(runName(ten, [ten], 'en')).toBe('λ = 0.12, ÷2m');
	const measured = { data: { kind: 'breast-cancer', m: 100 }, network: { hidden: [] } } as RunSpecInput;
	expect(withCopies(measured, 10)).toEqual(measured);
	expect(copiesOf({ ...measured, data: { ...measured.data, copies: 10 } } as unknown as RunSpecInput)).toBe(1);
});

test('more copies than may train are refused by their number', () => {
	const many = withCopies({ ...none, data: { ...none.data, m: 3000 } } as RunSpecInput, 100);
	const checked = checkSpec(many, 'en');
	expect(checked.ok ? [] : checked.errors.map(({ message }) => message).join()).toContain('300,000');
});
