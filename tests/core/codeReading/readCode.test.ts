/** Snippets as people write them, each with the reading that it must have. */
import { describe, expect, test } from 'vitest';
import { readCode } from '../../../src/codeReading/readCode.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import { CORPUS } from './corpus.ts';
import { describeReading } from './describe.ts';

test('the corpus has more than 120 snippets, each with a name of its own', () => {
	expect(CORPUS.length).toBeGreaterThan(120);
	expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
});

describe('is read as it says', () => {
	test.each(CORPUS)('$name', ({ code, reading }) => {
		expect(describeReading(readCode(code))).toBe(reading);
	});
});

test('what is read as a row of the converter is one, and its strength is a number or has a reason', () => {
	for (const { code } of CORPUS) {
		for (const { row } of readCode(code).decays) {
			if (row !== null && row !== 'lambda') expect(Object.keys(libraries)).toContain(row);
		}
	}
});

test('a stated language is taken at its word', () => {
	expect(readCode('optimizer: sgd\nweight_decay: 0.1', 'yaml').decays).toHaveLength(1);
	expect(readCode('x <- glmnet(x, y, alpha = 0, lambda = 1)', 'python').language).toBe('python');
});
