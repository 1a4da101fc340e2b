import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../site/lab/form/specReader.ts';
import { type Edit, withEdit } from '../../../site/lab/points/rows.ts';
import { decodeLink, encodeState } from '../../../site/lab/state/link.ts';
import { type InlineData, packedRows, unpackedRows } from '../../../site/lab/state/packedRows.ts';
import { presets } from '../../../site/lab/state/presets.ts';
import { type LabState, OPENING, ofSpecs, selectedRun } from '../../../site/lab/state/state.ts';
import { BOUNDS } from '../../../src/schema/bounds.ts';

const drawn = [selectedRun(OPENING).spec.data];
const place = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }));
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ do: fc.constant('move' as const), index: fc.nat(29), to: place }),
	fc.record({ do: fc.constant('add' as const), to: place, label: fc.constantFrom<0 | 1>(0, 1) }),
	fc.record({ do: fc.constantFrom('flip' as const, 'remove' as const, 'duplicate' as const), index: fc.nat(29) }),
);
const editedBy = (...edits: Edit[]): LabState => edits.reduce((state, one) => withEdit(state, one), OPENING);
const inlineOf = (state: LabState) => selectedRun(state).spec.data as InlineData;
const dataOf = ({ runs }: LabState) => runs.map(({ spec }) => spec.data);
const linkOf = (state: LabState) => encodeState(state, undefined, { drawn });

describe('rows that were edited', () => {
	test('are the same again, whatever was done to them, and whatever is known of what they were', () => {
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.boolean(), (edits, isKnown) => {
				const data = inlineOf(editedBy(...edits));
				const packed = packedRows(data, isKnown ? drawn : []);
				const told = JSON.parse(JSON.stringify(packed));
				expect(unpackedRows(told)).toEqual(JSON.parse(JSON.stringify(data))); // JSON has no −0
			}),
			{ numRuns: 30 },
		);
	});

	const move: Edit = { do: 'move', index: 7, to: [0.25, -0.5] };
	test.each<[string, Edit[], number]>([
		['one was moved', [move], 400],
		[
			'one was flipped, one left out and one added',
			[
				{ do: 'flip', index: 0 },
				{ do: 'remove', index: 9 },
				{ do: 'add', to: [1, 1], label: 0 },
			],
			440,
		],
	])('make a link little longer than their runs without them where %s', async (_, edits, most) => {
		const state = editedBy(...edits);
		const link = await linkOf(state);
		expect(link.length).toBeLessThan(most);
		const linked = await decodeLink(link);
		expect(linked && dataOf(linked.state)).toEqual(dataOf(state));
		expect(linked?.drawn[0]).toEqual(expect.objectContaining({ kind: 'moons', m: 30 }));
	});

	test('are found in a link that has them one by one, as links had', async () => {
		const state = editedBy(move);
		const plain = await encodeState(state);
		expect(plain.length).toBeGreaterThan(4000);
		const linked = await decodeLink(plain);
		expect(linked && dataOf(linked.state)).toEqual(dataOf(state));
	});

	test('that are copies of others are as few characters in a claim’s link', async () => {
		const specs = presets().find(({ claim }) => claim === 10)?.specs ?? [];
		const link = await encodeState(ofSpecs(specs));
		expect((await decodeLink(link))?.state.runs.map(({ spec }) => spec.data)).toEqual(specs.map(({ data }) => data));
	});

	test.each([
		null,
		3,
		{ kind: 'edited' },
		{ kind: 'edited', of: { kind: 'moons', m: 1e9 } },
		{ kind: 'edited', of: { kind: 'moons', m: 30 }, times: BOUNDS.examples },
		{ kind: 'edited', of: { kind: 'moons', m: 30 }, times: 1.5 },
		{ kind: 'edited', of: { kind: 'moons', m: 30 }, cut: 3 },
		{ kind: 'edited', of: { kind: 'digits', m: 30 } },
	])('%j are none', (value) => expect(unpackedRows(value)).toBe(null));
});
