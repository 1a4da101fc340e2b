/** How the console on the API's pages lays an answer out: nothing of it changes, whatever it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutAnswer } from '../../site/reference/layOutAnswer.ts';

test('JSON is the same JSON when it is laid out', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const sent = JSON.stringify(value);
			expect(JSON.stringify(JSON.parse(layOutAnswer(sent)))).toBe(sent);
		}),
	);
	const hostile = { text: '[\n1,   2]', code: 'w = [1,\t2]', deep: [[1, null], [-2.5e-7]], empty: [] };
	expect(JSON.parse(layOutAnswer(JSON.stringify(hostile)))).toEqual(hostile);
});

test('a list of numbers is one line, a list of anything else is not', () => {
	expect(layOutAnswer('{"X":[[1,-2.5e-7],[null,4]],"y":["a","b"]}').split('\n')).toEqual([
		'{',
		'  "X": [',
		'    [1, -2.5e-7],',
		'    [null, 4]',
		'  ],',
		'  "y": [',
		'    "a",',
		'    "b"',
		'  ]',
		'}',
	]);
});

test.each(['epoch,dataLoss\n0,0.5\n', '<html></html>', ''])('what is no JSON stays as it came: %j', (text) => {
	expect(layOutAnswer(text)).toBe(text);
});
