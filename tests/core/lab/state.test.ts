import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun, redone, stepped, undone } from '../../../site/lab/state/history.ts';
import { lean } from '../../../site/lab/state/lean.ts';
import { decodeLink, decodeState, encodeState, LONGEST_SENT, stateOf } from '../../../site/lab/state/link.ts';
import {
	MOST_RUNS,
	OPENING,
	ofSpecs,
	selectedRun,
	withCopy,
	without,
	withSpec,
} from '../../../site/lab/state/state.ts';
import { type LabView, OPENING_VIEW, packedView, viewOf } from '../../../site/lab/state/view.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { validSpec } from '../arbitrarySpec.ts';

/** As the Lab wrote it when a link held runs alone, of what it opened on then. */
const OLD_LINK =
	'1Y5BCsIwFETvMuuPpIoiOYbb0sW3iTY0_SnpR9GSu0u68gi6nZk3vBUZtm0bWuFYGXbFGMTBYkpJFhSCeH2mPNZqCM55gW2bE507AvcaHqwhCSyUZaj7NGuYwtvnrzN2PIEQPWcJcr-welizM00haOZQwzr3c-qHBXZvjCmlo3b_i2KE2QtHfdUm8nR1XKHjZnz4J2PC0nPcCAwcbyil6wgVKx8';

describe('a link', () => {
	test('brings every state back, whatever its runs', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(validSpec, { minLength: 1, maxLength: MOST_RUNS }), async (specs) => {
				const state = ofSpecs(specs);
				const back = await decodeState(await encodeState(state));
				expect(back?.runs.map(({ spec }) => canonical(spec))).toEqual(state.runs.map(({ spec }) => canonical(spec)));
				expect(back?.selected).toBe(state.selected);
			}),
			{ numRuns: 40 },
		);
	});

	test('brings back how they were looked at, in no more characters where that is as the page opens', async () => {
		const view = fc.record<LabView>({
			epoch: fc.option(fc.nat(1_000_000)),
			scope: fc.constantFrom('all', 'one'),
			start: fc.option(fc.stringMatching(/^[a-zA-Z0-9]{1,40}$/)),
			isOverLambda: fc.boolean(),
			isDifference: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(view, async (one) => {
				const link = await encodeState(OPENING, one);
				expect((await decodeLink(link))?.view).toEqual(one);
			}),
			{ numRuns: 20 },
		);
		expect(packedView(OPENING_VIEW)).toEqual({});
	});

	test('from before views were in links opens as it did', async () => {
		const linked = await decodeLink(OLD_LINK);
		expect(linked?.view).toEqual(OPENING_VIEW);
		expect(linked?.state.runs.map(({ spec }) => canonical(spec))).toEqual(
			OPENING.runs.map(({ spec }) =>
				canonical({
					...spec,
					penalty: spec.penalty && { ...spec.penalty, lambda: 0.5 },
					training: { ...spec.training, epochs: 2000 },
				}),
			),
		);
		expect(linked?.state.selected).toBe(OPENING.selected);
	});

	test.each([
		null,
		'x',
		{ e: -1, o: 2, q: '', l: 2, d: '1' },
		{ e: 0.5, o: '1', q: 3 },
		{ e: '5', q: 'x'.repeat(41) },
		{ e: 2 ** 60 },
	])('%j is looked at as the page opens', (value) => expect(viewOf(value)).toEqual(OPENING_VIEW));

	test('of the opening runs is short enough to send', async () => {
		expect((await encodeState(OPENING)).length).toBeLessThan(400);
		expect(400).toBeLessThan(LONGEST_SENT);
	});

	test('keeps a spec that is not valid, for the form to say so', async () => {
		const wrong = ofSpecs([{ data: { kind: 'moons', m: -3 } }]);
		expect(await decodeState(await encodeState(wrong))).toEqual(wrong);
	});

	test.each(['', 'x', '!!!', 'AAAA', 'eyJyIjpbXX0'])('%j is none', async (fragment) => {
		expect(await decodeState(fragment)).toBe(null);
	});

	test('that is long, or is once it is inflated, is none, and neither is one that nests without end', async () => {
		const noise = Array.from({ length: 60_000 }, (_, index) => ((index * 7919) % 9973) / 9973);
		const inline = (X: number[][]) => ofSpecs([{ data: { kind: 'inline', X, y: [0] } }]);
		const long = await encodeState(inline(noise.map((value) => [value])));
		expect(long.length).toBeGreaterThan(64 * 1024);
		expect(await decodeState(long)).toBe(null);
		const inflating = await encodeState(inline(Array(600_000).fill([0])));
		expect(inflating.length).toBeLessThan(64 * 1024);
		expect(await decodeState(inflating)).toBe(null);
		const deep = JSON.parse(`{"r":[[1,${'{"data":'.repeat(5000)}1${'}'.repeat(5000)}]],"s":1}`);
		expect(stateOf(deep)).toBe(null);
	});

	test.each([
		null,
		3,
		{},
		{ r: [], s: 1 },
		{ r: [[9, {}]], s: 9 },
		{ r: [[1, []]], s: 1 },
		{
			r: [
				[1, {}],
				[1, {}],
			],
			s: 1,
		},
	])('%j is no state', (value) => expect(stateOf(value)).toBe(null));
});

describe('lean', () => {
	test('leaves nothing out that means something', () => {
		fc.assert(
			fc.property(validSpec, (spec) => {
				expect(canonical(lean(spec))).toEqual(canonical(spec));
				expect(JSON.stringify(lean(spec)).length).toBeLessThanOrEqual(JSON.stringify(spec).length);
			}),
			{ numRuns: 60 },
		);
	});

	test('leaves every default out', () => {
		expect(lean(canonical({ data: { kind: 'moons' } }))).toEqual({ data: { kind: 'moons' } });
	});
});

describe('runs', () => {
	test('are copied up to six, each with a number of its own in the order of these, and removed down to one', () => {
		let state = ofSpecs([{ data: { kind: 'xor' } }]);
		for (let i = 0; i < 10; i++) state = withCopy(state);
		expect(state.runs.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6]);
		state = without({ ...state, selected: 3 });
		expect(state.selected).toBe(2);
		const copied = withCopy(state); // no number is left after the last one
		expect(copied.runs.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6]);
		expect(copied.selected).toBe(3);
		const gap = without(without(state, 6), 1);
		expect(withCopy(gap).runs.map(({ key }) => key)).toEqual([2, 4, 5, 6]);
		for (let i = 0; i < 10; i++) state = without(state);
		expect(state.runs.length).toBe(1);
		expect(selectedRun(withSpec(state, state.selected, { data: { kind: 'blobs' } })).spec.data.kind).toBe('blobs');
	});
});

describe('history', () => {
	test('goes back and forth, and forgets what was undone at the next step', () => {
		let history = stepped(stepped(begun(1), 2, false), 3, false);
		history = undone(history) ?? history;
		expect(history.present).toBe(2);
		expect(redone(history)?.present).toBe(3);
		history = stepped(history, 4, false);
		expect(redone(history)).toBe(null);
		expect([undone(history)?.present, undone(begun(1))]).toEqual([2, null]);
	});

	test('takes typing in one field as one step', () => {
		const typed = stepped(stepped(stepped(begun('1'), '12', false), '123', true), '1234', true);
		expect(undone(typed)?.present).toBe('1');
	});
});
