/**
 * Our parser of Python beside Lezer's, which knows the whole grammar: in every snippet of the corpus that is whole, both find
 * the same calls with the same arguments by name.
 */
import { parser } from '@lezer/python';
import { describe, expect, test } from 'vitest';
import { callsOf } from '../../../src/codeReading/calls.ts';
import { parsePython } from '../../../src/codeReading/parsePython.ts';
import { readCode } from '../../../src/codeReading/readCode.ts';
import { CORPUS } from './corpus.ts';

/** Calls as Lezer finds them; null where the text is no Python. */
function callsByLezer(code: string): string[] | null {
	const calls: string[] = [];
	let isWhole = true;
	parser.parse(code).iterate({
		enter({ type, node }) {
			if (type.isError) isWhole = false;
			if (type.name !== 'CallExpression') return;
			const callee = node.firstChild;
			const names: string[] = [];
			for (let one = node.getChild('ArgList')?.firstChild ?? null; one; one = one.nextSibling) {
				if (one.name === 'VariableName' && one.nextSibling?.name === 'AssignOp')
					names.push(code.slice(one.from, one.to));
			}
			calls.push(describeCall(code.slice(callee?.from ?? 0, callee?.to ?? 0), names));
		},
	});
	return isWhole ? calls.sort() : null;
}

const callsByUs = (code: string) =>
	callsOf(parsePython(code))
		.map(({ call: { callee, args } }) =>
			describeCall(
				code.slice(callee.from, callee.to),
				args.flatMap(({ name }) => (name === null ? [] : [name])),
			),
		)
		.sort();

const describeCall = (callee: string, names: readonly string[]) =>
	`${callee.replace(/\s+/g, ' ')}(${names.join(', ')})`;

const SNIPPETS = CORPUS.filter(({ code }) => readCode(code).language === 'python' && callsByLezer(code) !== null);

test('most snippets are whole Python', () => {
	expect(SNIPPETS.length).toBeGreaterThan(100);
});

describe('finds the calls that Lezer finds', () => {
	test.each(SNIPPETS)('$name', ({ code }) => {
		expect(callsByUs(code)).toEqual(callsByLezer(code));
	});
});
