/**
 * Whatever is pasted, the reader answers, and nothing in its answer is without its reason. `npm run properties` samples ten
 * thousand texts.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodeReading, readCode } from '../../../src/codeReading/readCode.ts';
import { NOTE_CODES } from '../../../src/schema/codeAnswer.ts';
import { CODE_LANGUAGES, LONGEST_CODE } from '../../../src/schema/codeQuery.ts';
import { CORPUS } from './corpus.ts';

const SAMPLES = Number(process.env.CODE_SAMPLES ?? 150);

const snippet = fc.constantFrom(...CORPUS.map(({ code }) => code));
const WORDS = [
	...[
		'optimizer',
		'torch.optim.SGD',
		'AdamW',
		'weight_decay',
		'lr',
		'l2',
		'def',
		'class',
		'for',
		'if',
		'else',
		'import',
		'from',
		'as',
		'lambda',
	],
	...[
		'(',
		')',
		'[',
		']',
		'{',
		'}',
		',',
		':',
		'=',
		'<-',
		'**',
		'*',
		'.',
		'$',
		'-',
		'\n',
		'\n    ',
		'\t',
		'"',
		"'",
		'"""',
		'#',
		'\\',
		'1e-4',
		'0.1',
	],
	...[
		'dict(',
		'function(x)',
		'glmnet(',
		'params',
		'self',
		'None',
		'in',
		'%>%',
		'|',
		'- ',
		'key: ',
		'...',
		'>>> ',
		'！',
		'权重',
	],
];
const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' '));
const cut = fc
	.tuple(snippet, fc.nat(2000), fc.nat(2000))
	.map(([code, from, length]) => code.slice(from % (code.length + 1)).slice(0, length));
const torn = fc
	.tuple(snippet, snippet, fc.nat(2000), soup)
	.map(
		([one, other, at, between]) => one.slice(0, at % (one.length + 1)) + between + other.slice(at % (other.length + 1)),
	);
const doubled = fc.tuple(snippet, snippet).map(([one, other]) => `${one}\n${other}`);
const texts = fc.oneof(cut, torn, doubled, soup, fc.string({ unit: 'binary', maxLength: 200 }));

/** Why a text has no decay. */
const WITHOUT_DECAY = [
	...['nothing-found', 'empty', 'foreign', 'not-understood', 'not-attached', 'by-hand', 'term-unread'],
	'no-argument', // a slip alone, `eight-decay: 0`
];

/** Why a decay without a row has none. */
const WITHOUT_ROW = [
	'no-row',
	'l1-penalty',
	'no-l2',
	'not-squared',
	'to-other-weights',
	'unknown-optimizer',
	'grows-weights',
	'overruled',
	'trust-ratio',
];

function expectReasons(text: string, { decays, notes, m, batchSize, epochs }: CodeReading): void {
	expect(decays.length > 0 || notes.some(({ code }) => WITHOUT_DECAY.includes(code))).toBe(true);
	for (const note of [...notes, ...decays.flatMap((decay) => decay.notes)]) {
		expect(NOTE_CODES).toContain(note.code);
		expect(note.from).toBeGreaterThanOrEqual(0);
		expect(note.from).toBeLessThanOrEqual(text.length);
	}
	for (const { row, value, name, parameter, from, to, notes: own, optimizer } of decays) {
		expect(name).not.toBe('');
		expect(parameter).not.toBe('');
		expect(from).toBeLessThanOrEqual(to);
		if (row === null) expect(own.map(({ code }) => code).some((code) => WITHOUT_ROW.includes(code))).toBe(true);
		for (const quantity of [value, optimizer?.learningRate, m, batchSize, epochs]) {
			if (!quantity) continue;
			if (quantity.value === null) expect(quantity.unknown.code).not.toBe('');
			else expect(quantity.value).not.toBeNaN();
		}
	}
}

test(`of ${SAMPLES} texts, torn, cut off and random, each has an answer, and all in it has its reason`, () => {
	fc.assert(
		fc.property(texts, fc.option(fc.constantFrom(...CODE_LANGUAGES), { nil: undefined }), (text, language) => {
			expectReasons(text, readCode(text, language));
		}),
		{ numRuns: SAMPLES },
	);
}, 300_000);

describe('a text as long as any is read', () => {
	test.each(
		[
			'(',
			'[',
			'{',
			'((1)',
			'-',
			'not ',
			'a.',
			'a(',
			'a[',
			'1+',
			'2**',
			'a=',
			'a = a + a\n',
			'"',
			'"""',
			'\\\n',
			'- ',
			'a:\n ',
			'f(x=',
			'lambda x:',
			'x if y else ',
			'[[',
			'%',
			'def f(',
			'for x in ',
			'import a,',
			'lr = lr\n',
			'a: {b: ',
			'\n',
			'::',
			'[a]\n',
			'function(x)',
			'if(a) ',
			'{\n',
		].map((piece) => ({ piece })),
	)('of $piece alone', ({ piece }) => {
		const text = piece.repeat(Math.ceil(LONGEST_CODE / piece.length));
		expectReasons(text, readCode(text));
		for (const language of CODE_LANGUAGES) expectReasons(text, readCode(text.slice(0, 5000), language));
	});
});
