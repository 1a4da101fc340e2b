import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../site/lab/form/specReader.ts';
import { isPlanarKind, withDataKind, withHidden, withNoise } from '../../../site/lab/pick/choices.ts';
import { type Edit, edited, editedRuns, rowsOf, withEdit } from '../../../site/lab/points/rows.ts';
import { type LabState, OPENING, ofSpecs, selectedRun, withDrawnData } from '../../../site/lab/state/state.ts';
import { BOUNDS } from '../../../src/schema/bounds.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { validSpec } from '../arbitrarySpec.ts';

const place = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));
const label = fc.constantFrom<0 | 1>(0, 1);
const rows = fc
	.array(fc.tuple(place, label), { minLength: 2, maxLength: 40 })
	.map((all) => ({ X: all.map(([row]) => row), y: all.map(([, y]) => y) }));

describe('an edit of examples', () => {
	test('moves, flips, copies or removes one and leaves the others; ten copies of each are ten of each', () => {
		fc.assert(
			fc.property(rows, fc.nat(39), place, (before, at, to) => {
				const index = at % before.X.length;
				const others = (all: typeof before) => all.X.map((row, i) => [row, all.y[i]]).filter((_, i) => i !== index);
				const changed = (edit: Edit) => edited(before, edit) as typeof before;
				expect(changed({ do: 'move', index, to }).X[index]).toEqual(to);
				expect(others(changed({ do: 'move', index, to }))).toEqual(others(before));
				const flipped = changed({ do: 'flip', index });
				expect(flipped.y[index]).toBe(1 - (before.y[index] ?? 0));
				expect(changed({ do: 'flip', index }).X).toEqual(before.X);
				expect(edited(flipped, { do: 'flip', index })).toEqual(before);
				const doubled = changed({ do: 'duplicate', index });
				expect(doubled.X.at(-1)).toEqual(before.X[index]);
				expect(doubled.y.at(-1)).toBe(before.y[index]);
				const removed = changed({ do: 'remove', index });
				if (before.X.length === 2) expect(removed).toBe(before);
				else expect(removed.X.map((row, i) => [row, removed.y[i]])).toEqual(others(before));
			}),
		);
	});

	test('makes no more rows than a run may have', () => {
		const many = { X: Array.from({ length: BOUNDS.examples }, () => [0, 0]), y: Array(BOUNDS.examples).fill(0) };
		expect(edited(many, { do: 'add', to: [0, 0], label: 1 })).toBe(many);
		expect(edited(many, { do: 'duplicate', index: 0 })).toBe(many);
	});

	test('is made in every run of the same data, and in no other; what comes of it is a run', () => {
		const other = { data: { kind: 'circles' } } as const;
		const state = { ...ofSpecs([...OPENING.runs.map(({ spec }) => spec), other]), selected: 2 };
		const after = withEdit(state, { do: 'add', to: [1.5, -0.25], label: 1 });
		const [first, ...rest] = after.runs.map(({ spec }) => JSON.stringify(spec.data));
		expect(rest).toEqual([first, first, JSON.stringify(other.data)]);
		const { data } = canonical(selectedRun(after).spec);
		if (data.kind !== 'inline') throw new Error('edited data are a reader’s own');
		expect(data.X.at(-1)).toEqual([1.5, -0.25]);
		expect([data.X.length, data.y.at(-1), data.test?.X.length]).toEqual([31, 1, 1000]);
	});

	test('is made in the selected run alone where the switch says so, and so is what takes it back', () => {
		const state = { ...OPENING, selected: 2 };
		expect(editedRuns(state, 'all')).toEqual([1, 2, 3]);
		expect(editedRuns(state, 'one')).toEqual([2]);
		const kinds = ({ runs }: LabState) => runs.map(({ spec }) => spec.data?.kind);
		const one = withEdit(state, { do: 'flip', index: 0 }, 'one');
		expect(kinds(one)).toEqual(['moons', 'inline', 'moons']);
		const all = withEdit(state, { do: 'flip', index: 0 }, 'all');
		expect(kinds(withDrawnData(all, [state], 'one'))).toEqual(['inline', 'moons', 'inline']);
		expect(withDrawnData(all, [state], 'all')).toEqual(state);
	});

	test('has something to change only where there are two features and two classes', () => {
		fc.assert(
			fc.property(validSpec, (spec) => {
				const found = rowsOf(spec);
				const { data, loss } = canonical(spec);
				if (isPlanarKind(data.kind) && loss === 'binary-cross-entropy') expect(found?.X.length).toBeGreaterThan(0);
				for (const row of found?.X ?? []) expect(row.length).toBe(2);
			}),
			{ numRuns: 60 },
		);
	});
});

test('what is chosen by a picture makes a valid run of any', () => {
	fc.assert(
		fc.property(validSpec, fc.constantFrom('moons', 'xor', 'spirals'), (spec, kind) => {
			const chosen = withNoise(withDataKind(spec, kind), 0.4);
			expect(chosen.data).toMatchObject({ kind, noise: 0.4 });
			if (spec.data?.kind && isPlanarKind(spec.data.kind)) {
				expect(canonical({ ...chosen, loss: undefined }).data).toMatchObject({ kind });
			}
			expect(withHidden(spec, [32, 32]).network).toMatchObject({ ...spec.network, hidden: [32, 32] });
		}),
	);
});
