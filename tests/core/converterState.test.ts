/** The converter without a page: states and their links, digits, rows, messages. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { answerTo, type Spellings } from '../../site/convert/answer.ts';
import { boundsOf } from '../../site/convert/bounds.ts';
import { EXAMPLE_CODE } from '../../site/convert/codeExample.ts';
import { stateOfBox } from '../../site/convert/codeState.ts';
import { equivalentsHtml, summaryOf } from '../../site/convert/equivalentsHtml.ts';
import { isWanted } from '../../site/convert/filter.ts';
import { proofPair } from '../../site/convert/proofPair.ts';
import { ruleHtml, sayCounted, sayKept, sayMeasured, sayTimes } from '../../site/convert/showMoved.ts';
import { type ConverterState, inputOf, isStated, OPENING, queryOf, stateOf } from '../../site/convert/state.ts';
import { newMAt, stopOf, TIMES, UNCHANGED } from '../../site/convert/timesStops.ts';
import { CONVERTER_TEXT } from '../../site/text/converter/converterText.ts';
import { FAMILIES, libraries, librariesOf } from '../../src/convert/libraries.ts';
import { PROOF_EXAMPLES } from '../../src/convert/proofSpec.ts';
import { proveIt } from '../../src/convert/proveIt.ts';
import { LANGUAGES } from '../../src/language.ts';
import { formatShortest } from '../../src/numberFormat.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import { RULES } from '../../src/schema/lambdaRules.ts';
import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import { LOSSES } from '../../src/schema/losses.ts';
import { TASKS } from '../../src/study/design.ts';
import { pairsOf } from '../../src/study/moves.ts';

const LAMBDA_ALONE: ConverterState = {
	...{ from: 'lambda', value: '1', m: '1000', newM: '', keep: 'keep-lambda' },
	...{ batchSize: '32', learningRate: '0.01', momentum: '', loss: '', targetDeviation: '', outputs: '' },
};
const state = (changed: Partial<ConverterState>): ConverterState => ({ ...LAMBDA_ALONE, ...changed });

function spellingsOf(changed: Partial<ConverterState> = {}): Spellings {
	const outcome = answerTo(state(changed), 'en');
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
	return outcome.spellings;
}

function errorsOf(changed: Partial<ConverterState>, language: 'en' | 'zh' = 'en') {
	const outcome = answerTo(state(changed), language);
	return outcome.ok ? [] : outcome.errors;
}

describe('a state and its link', () => {
	const text = fc.oneof(
		fc.double({ noNaN: true }).map(String),
		fc.string({ unit: 'grapheme-ascii' }).map((one) => one.trim()),
	);
	const states = fc.record<ConverterState>({
		from: fc.constantFrom('lambda', ...LIBRARY_IDS),
		value: text,
		m: text,
		newM: text,
		keep: fc.constantFrom(...RULES),
		batchSize: text,
		learningRate: text,
		momentum: text,
		loss: fc.constantFrom('', ...LOSSES),
		targetDeviation: text,
		outputs: fc.constantFrom('', '1', '3'),
	});

	test('are each other’s inverse', () => {
		void fc.assert(
			fc.property(states, (one) => {
				expect(stateOf(`?${queryOf(one)}`)).toEqual(one);
			}),
		);
	});

	test('no query is the opening state; a query leaves open what it does not say', () => {
		expect(stateOf('')).toEqual(OPENING);
		expect(stateOf('?utm_source=x')).toEqual(OPENING);
		expect(stateOf('?from=keras-l2&value=0.01')).toEqual({
			...{ ...OPENING, from: 'keras-l2', value: '0.01', batchSize: '', momentum: '', learningRate: '', loss: '' },
		});
	});

	test('the opening state is what the schema takes', () => {
		expect(queryOf(OPENING)).toBe(
			'from=pytorch-sgd&value=0.0005&m=50000&batchSize=128&learningRate=0.1&momentum=0.9&loss=softmax-cross-entropy',
		);
		expect(inputOf(OPENING, 'en')).toEqual({
			from: 'pytorch-sgd',
			value: 0.0005,
			m: 50000,
			batchSize: 128,
			learningRate: 0.1,
			momentum: 0.9,
			loss: 'softmax-cross-entropy',
			language: 'en',
		});
		expect(convertQuerySchema.safeParse(inputOf(OPENING, 'zh')).success).toBe(true);
	});

	test.each(LANGUAGES)('the opening state is what the code in the box says, in %s', (language) => {
		expect(stateOfBox(EXAMPLE_CODE, {}, language)).toEqual(OPENING);
	});

	test('only a query that is converted is one that states something', () => {
		expect(['', '?utm_source=x', '?keep=keep-over-m', '?value=3', '?m='].map(isStated)).toEqual([
			...[false, false, false, true, true],
		]);
	});

	test('a batch of all rows may be said or left out, and digits of a Chinese keyboard are digits', () => {
		expect(inputOf(state({ batchSize: 'full' }), 'en').batchSize).toBe('full');
		expect(inputOf(state({ batchSize: ' ' }), 'en')).not.toHaveProperty('batchSize');
		expect(inputOf(state({ m: '５００' }), 'zh').m).toBe(500);
		expect(queryOf(state({ m: '５００' }))).toContain('m=500&');
	});
});

describe('digits', () => {
	test('are the fewest that say a value to one part in 10¹²', () => {
		void fc.assert(
			fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
				expect(Math.abs(Number(formatShortest(value)) - value)).toBeLessThanOrEqual(1e-12 * value);
			}),
		);
		expect([0.1 + 0.2, 1 / 3, 0, 32e-6, 1e9, 123456, 1e-300].map(formatShortest)).toEqual([
			'0.3',
			'0.333333333333',
			'0',
			'3.2e-5',
			'1e9',
			'123456',
			'1e-300',
		]);
	});
});

describe('rows', () => {
	test('are all libraries for λ alone, each beside a loss that it trains on', () => {
		const { equivalents, omitted } = spellingsOf();
		expect(equivalents.map(({ library }) => library)).toEqual([...LIBRARY_IDS]);
		expect(omitted).toEqual([]);
		for (const { library, loss } of equivalents) expect(libraries[library].losses).toContain(loss);
		expect(equivalents.find(({ library }) => library === 'sklearn-ridge')).toMatchObject({
			value: 1,
			loss: 'half-squared-error',
		});
	});

	test('are all libraries for one that brings no loss either, each no more exact than its λ is', () => {
		for (const [from, exact] of [
			['pytorch-sgd', true],
			['pytorch-adamw', false],
		] as const) {
			const { equivalents, omitted, lambda } = spellingsOf({ from, value: '0.004', m: '500' });
			expect([equivalents.map(({ library }) => library), omitted]).toEqual([[...LIBRARY_IDS], []]);
			const ridge = equivalents.find(({ library }) => library === 'sklearn-ridge');
			expect(ridge).toMatchObject({ value: lambda, loss: 'half-squared-error', exact });
			expect(equivalents.find(({ library }) => library === from)).toMatchObject({ value: 0.004, exact: true });
		}
	});

	test('name what does not train on a loss that is named', () => {
		const { equivalents, omitted } = spellingsOf({ loss: 'binary-cross-entropy' });
		expect(equivalents.length + omitted.length).toBe(LIBRARY_IDS.length);
		expect(omitted.map(({ library }) => library)).toContain('sklearn-ridge');
		expect(rows({ loss: 'binary-cross-entropy' })).toMatch(/do not train on this loss: .*scikit-learn Ridge;/);
	});

	test('mark the spelling that is asked, among all', () => {
		const asked = /<li class="spelling asked" data-library="([^"]+)"/g;
		expect([...rows({ from: 'caffe' }).matchAll(asked)].map(([, id]) => id)).toEqual(['caffe']);
		const count = (html: string) => [...html.matchAll(/data-library=/g)].length;
		expect(count(rows({}))).toBe(LIBRARY_IDS.length);
	});

	test('escape what they say', () => {
		expect(rows({})).toContain('family = &quot;binomial&quot;');
	});

	const rows = (changed: Partial<ConverterState>) =>
		equivalentsHtml(spellingsOf(changed), { language: 'en', from: changed.from ?? 'lambda' });
});

describe('λ at another number of examples', () => {
	const laterOf = (changed: Partial<ConverterState>) =>
		Object.fromEntries(spellingsOf(changed).later.map(({ library, value, stays }) => [library, { value, stays }]));

	test('is nothing while m stays', () => {
		expect(spellingsOf().later).toEqual([]);
		expect(sayCounted(spellingsOf(), 'en')).toBe('');
	});

	// What stays is what a library divides by as the rule does: a sum of losses keeps its λ, a mean its λ/m.
	test('changes what a library adds to a mean and keeps what it adds to a sum, when λ is kept', () => {
		const later = laterOf({ from: 'pytorch-sgd', value: '0.005', newM: '10000' });
		expect(later['pytorch-sgd']).toEqual({ value: 0.0005, stays: false });
		expect(later['keras-l2']).toEqual({ value: 0.00025, stays: false });
		expect(later['sklearn-logistic-regression']?.stays).toBe(true);
		expect(later.liblinear?.stays).toBe(true);
	});

	test('is the other way round when λ/m is kept', () => {
		const later = laterOf({ from: 'pytorch-sgd', value: '0.005', newM: '10000', keep: 'keep-over-m' });
		expect(later['pytorch-sgd']?.stays).toBe(true);
		expect(later['keras-l2']?.stays).toBe(true);
		expect(later['sklearn-logistic-regression']?.stays).toBe(false);
	});

	test('is what a conversion of the later λ gives, for every library and rule', () => {
		for (const keep of RULES) {
			const now = spellingsOf({ value: '0.3', newM: '7000', keep });
			const lambda = now.moved?.rules.find(({ rule }) => rule === keep)?.lambda ?? Number.NaN;
			const then = spellingsOf({ value: String(lambda), m: '7000' });
			expect(now.later.map(({ library, value }) => [library, value])).toEqual(
				then.equivalents.map(({ library, value }) => [library, value]),
			);
		}
	});

	test('is in the code of each row, whichever rule is kept, and above it for how many examples that is', () => {
		for (const keep of RULES) {
			const now = spellingsOf({ from: 'pytorch-sgd', value: '0.005', newM: '10000', keep });
			const moved = now.moved?.rules.find(({ rule }) => rule === keep)?.value ?? Number.NaN;
			const then = spellingsOf({ from: 'pytorch-sgd', value: String(moved), m: '10000' });
			expect(now.later.map(({ snippet }) => snippet)).toEqual(then.equivalents.map(({ snippet }) => snippet));
		}
		for (const language of LANGUAGES) {
			const spellings = spellingsOf({ from: 'pytorch-sgd', value: '0.005', newM: '10000' });
			const html = equivalentsHtml(spellings, { language, from: 'pytorch-sgd' });
			const [row = ''] = /<li class="spelling asked".*?<\/details>/s.exec(html) ?? [];
			expect(row).toContain('weight_decay=0.0005)</code></pre>');
			expect(row).not.toContain('weight_decay=0.005)');
			expect(row).toContain(`<p class="spelling-for">${CONVERTER_TEXT[language].moved.codeFor('10,000')}</p><pre`);
			expect(row).not.toContain(CONVERTER_TEXT[language].timescale('', '').slice(-8)); // of the m of now
		}
	});

	test.each(LANGUAGES)(
		'of a decay that is no penalty is said of its parameter, and nowhere of a λ to keep, in %s',
		(language) => {
			for (const from of ['pytorch-adamw', 'lion-pytorch', 'pytorch-muon']) {
				const { moved, besideStep } = spellingsOf({ from, value: '0.1', m: '50000', newM: '500000' });
				expect(besideStep).toBe('weight_decay');
				const cards = (moved?.rules ?? []).map((rule) => [
					sayKept(rule.rule, besideStep, language),
					ruleHtml(rule, { times: 10, isBest: false, besideStep }, language),
				]);
				expect(cards).toHaveLength(3);
				expect(cards.flat().join()).not.toContain('λ');
				// 1/(η·wd) steps in epochs of m/B steps: ten times the examples keep it at a tenth; λ/m is the parameter itself.
				expect(cards[0]?.[1]).toContain('<b>weight_decay = 0.01</b>');
				expect(cards[2]).toEqual(['weight_decay', expect.stringContaining('<b>weight_decay = 0.1</b>')]);
			}
			expect(spellingsOf({ from: 'pytorch-adam' }).besideStep).toBe(null);
			expect(sayKept('keep-over-sqrt-m', null, language)).toBe('λ/√m');
		},
	);

	test.each(LANGUAGES)('costs where costs were measured, and says elsewhere that they were not, in %s', (language) => {
		const { measured, models, notMeasured } = CONVERTER_TEXT[language].moved;
		const [rule] = spellingsOf({ newM: '10000' }).moved?.rules ?? [];
		if (!rule) throw new Error('there are three rules');
		const ratios = Object.values(TASKS).flatMap(({ sizes }) =>
			pairsOf(sizes).map(([from, to]) => (sizes[to] ?? 0) / (sizes[from] ?? 0)),
		);
		for (const times of [0.1, 1.1, 2, 5, ...ratios, 10, 20, 1000]) {
			const isMeasured = times >= Math.min(...ratios) && times <= Math.max(...ratios);
			const html = ruleHtml(rule, { times, isBest: false, besideStep: null }, language);
			expect(html.includes('%')).toBe(isMeasured);
			for (const measuredWith of ['sgd', 'linear'] as const) {
				const on = models(measuredWith === 'linear');
				const said = isMeasured ? measured(on) : notMeasured(on, sayTimes(times, language));
				expect(sayMeasured({ times, measuredWith }, language)).toBe(said);
			}
		}
	});

	test('is counted, and marked in each row', () => {
		const spellings = spellingsOf({ from: 'pytorch-sgd', value: '0.005', newM: '10000' });
		const html = equivalentsHtml(spellings, { language: 'en', from: 'pytorch-sgd' });
		const staying = [...html.matchAll(/data-stays="true"/g)].length;
		const changing = [...html.matchAll(/data-stays="false"/g)].length;
		expect(staying + changing).toBe(spellings.equivalents.length);
		expect(sayCounted(spellings, 'en')).toBe(
			`At 10,000 examples, ${changing} libraries’ numbers must change; ${staying} stay.`,
		);
		const ofOne = spellingsOf({ from: 'sklearn-ridge', value: '1', newM: '10000' });
		const others = Object.keys(libraries).length - ofOne.equivalents.length;
		expect(others).toBeGreaterThan(0);
		expect(sayCounted(ofOne, 'en')).toContain(`; the other ${others} do not train on this loss.`);
	});

	test.each(LANGUAGES)('in %s says numbers only', (language) => {
		for (const from of ['lambda', ...LIBRARY_IDS]) {
			const spellings = spellingsOf({ from, newM: '7' });
			const html = [
				...(spellings.moved?.rules.map((rule) =>
					ruleHtml(rule, { times: 10, isBest: true, besideStep: null }, language),
				) ?? []),
				...(equivalentsHtml(spellings, { language, from }).match(/<span class="spelling-later"[^/]*/g) ?? []),
			].join('');
			expect(html).not.toMatch(/NaN|undefined|null|Infinity/);
		}
	});
});

describe('without m', () => {
	/** `0.1·m`, `1/m`, `2·√m` at an m. */
	function at(m: number, text: string): number {
		const [, factor = '', sign = '', root = ''] = /^(?:([\d.e-]+)([·/]))?(√?)m$/.exec(text) ?? ['', 'NaN'];
		const power = m ** (root ? 0.5 : 1);
		return (factor === '' ? 1 : Number(factor)) * (sign === '/' ? 1 / power : power);
	}

	test('every number is that of each m, or says how m decides it', () => {
		for (const from of ['lambda', ...LIBRARY_IDS]) {
			const open = spellingsOf({ from, value: '0.3', m: ' ' });
			expect(open.m).toBe(null);
			expect(open.later).toEqual([]);
			for (const m of [400, 7000]) {
				const known = spellingsOf({ from, value: '0.3', m: String(m) });
				expect(open.equivalents.map(({ library }) => library)).toEqual(known.equivalents.map(({ library }) => library));
				for (const [index, { library, value, exact }] of open.equivalents.entries()) {
					const then = known.equivalents[index];
					const text = open.inM.get(library);
					const said = text === undefined ? value : at(m, text);
					expect(said, `${from} to ${library}: ${text}`).toBeCloseTo(then?.value ?? Number.NaN, 9);
					if (exact) expect(then?.exact, `${from} to ${library}`).toBe(true);
				}
				const { lambda, decay } = open.said;
				expect(/m$/.test(lambda) ? at(m, lambda) : Number(lambda)).toBeCloseTo(known.lambda, 9);
				expect(/m$/.test(decay) ? at(m, decay) : Number(decay)).toBeCloseTo(known.lambda / m, 9);
			}
		}
	});

	test.each(LANGUAGES)(
		'a row has no code that could be wrong, and the summary says what is missing, in %s',
		(language) => {
			const text = CONVERTER_TEXT[language];
			const open = spellingsOf({ from: 'pytorch-sgd', value: '0.1', m: '' });
			const html = equivalentsHtml(open, { language, from: 'pytorch-sgd' });
			const rowOf = (id: string) => new RegExp(`data-library="${id}".*?</details>`, 's').exec(html)?.[0] ?? '';
			expect(rowOf('sklearn-logistic-regression')).toContain('C = 10/m');
			expect(rowOf('sklearn-logistic-regression')).toContain(text.needsM);
			expect(rowOf('sklearn-logistic-regression')).not.toContain('<pre');
			expect(rowOf('keras-l2')).toContain('L2(0.05)');
			expect(html).not.toMatch(/data-prove|undefined|= NaN/);
			expect(summaryOf(open, language)).toBe(
				`${text.withoutM}λ\u00a0=\u00a00.1·m${language === 'en' ? ', ' : '，'}d\u00a0=\u00a0λ/m\u00a0=\u00a00.1`,
			);
			const beside = summaryOf(spellingsOf({ from: 'pytorch-adamw', value: '0.1', m: '50000' }), language);
			expect(beside).toContain('5000');
			expect(beside).not.toMatch(/^λ/);
		},
	);

	test('what else is wrong is said at its field alone', () => {
		expect(errorsOf({ m: '', value: 'abc' }).map(({ path }) => path)).toEqual(['value']);
		expect(errorsOf({ m: 'abc' }).map(({ path }) => path)).toEqual(['m']);
	});
});

describe('the slider of m', () => {
	test('is at rest where nothing changes, and there and back for every stop', () => {
		expect(newMAt(UNCHANGED, '1000')).toBe('');
		expect(stopOf('', '1000')).toBe(UNCHANGED);
		expect(newMAt(TIMES.length - 1, '')).toBe('');
		expect(newMAt(TIMES.length - 1, 'x')).toBe('');
		for (const [stop] of TIMES.entries()) expect(stopOf(newMAt(stop, '1000'), '1000')).toBe(stop);
	});

	test('never writes what the schema refuses, and stands at the nearest ratio', () => {
		void fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat({ max: TIMES.length - 1 }), (m, stop) => {
				const newM = newMAt(stop, String(m));
				const given = state({ m: String(m), newM, batchSize: '' });
				expect(convertQuerySchema.safeParse(inputOf(given, 'en')).success).toBe(true);
			}),
		);
		expect(TIMES[stopOf('9000', '1000')]).toBe(10);
		expect(stopOf('x', '1000')).toBe(UNCHANGED);
	});
});

test.each(LANGUAGES)('fewer examples are said as a part of m, in %s', (language) => {
	expect([10, 1, 0.5, 0.1, 7 / 50_000].map((times) => sayTimes(times, language))).toEqual([
		...['10 × m', '1 × m', 'm/2', 'm/10', 'm/7,140'],
	]);
});

describe('what is wrong', () => {
	test.each([
		['value', { value: 'abc' }, /"abc" is not a number/],
		['value', { value: '' }, /required/],
		['value', { value: '-1' }, /at least 0/],
		['m', { m: '10.5' }, /whole number/],
		['newM', { newM: '1000' }, /1,000 is m itself/],
		['newM', { newM: '0' }, /at least 1/],
		['batchSize', { batchSize: '1001' }, /1,001 is more than the 1,000/],
		['batchSize', { batchSize: 'x' }, /not a/],
		['learningRate', { learningRate: '0' }, /more than 0/],
		['from', { from: 'nothing' }, /one of/],
		['loss', { from: 'liblinear', loss: 'squared-error' }, /not what LIBLINEAR trains on/],
		['value', { from: 'liblinear', value: '0' }, /more than 0/],
	])('is said at %s for %o', (path, changed, message) => {
		const errors = errorsOf(changed);
		expect(errors.map((error) => error.path)).toEqual([path]);
		expect(errors[0]?.message).toMatch(message);
		const inChinese = errorsOf(changed, 'zh');
		expect(inChinese.map((error) => error.path)).toEqual([path]);
		expect(inChinese[0]?.message).toMatch(/\p{Script=Han}/u);
		expect(inChinese[0]?.message).not.toMatch(/undefined|not allowed/);
	});
});

describe('a proof', () => {
	const KEEP = OPENING.keep;

	test.each([
		['keep-lambda', 3 / 10_000],
		['keep-over-m', 3 / 1000],
	] as const)('with a later m trains at the d that the row has then: %s', (keep, decay) => {
		const spellings = spellingsOf({ value: '3', m: '1000', newM: '10000', keep });
		expect(proofPair('lambda', 'pytorch-sgd', spellings, keep).lambda).toBeCloseTo(decay * PROOF_EXAMPLES, 12);
	});

	test('trains at the decay coefficient that the reader has', async () => {
		const pair = proofPair('lambda', 'pytorch-sgd', spellingsOf({ value: '3', m: '1000' }), KEEP);
		expect(pair).toEqual({ to: 'pytorch-sgd', lambda: 0.15, loss: 'binary-cross-entropy' });
		const proof = await proveIt(pair, train);
		if (proof.status !== 'trained') throw new Error(proof.status);
		expect(proof.to.spec.data).toMatchObject({ m: PROOF_EXAMPLES });
		expect(proof.to.value).toBeCloseTo(0.003, 12);
		expect(proof.difference).toBeLessThan(1e-9);
	});

	test('is of the row’s own loss, and against λ for the spelling that is asked', () => {
		expect(proofPair('lambda', 'sklearn-ridge', spellingsOf(), KEEP).loss).toBe('half-squared-error');
		const spellings = spellingsOf({ from: 'keras-l2' });
		expect(proofPair('keras-l2', 'keras-l2', spellings, KEEP)).not.toHaveProperty('from');
		expect(proofPair('keras-l2', 'caffe', spellings, KEEP).from).toBe('keras-l2');
	});
});

test('a filter finds by every word, whatever the case', () => {
	const row = 'sklearn-ridge scikit-learn Ridge alpha';
	expect(['', 'RIDGE', 'scikit alpha', ' ｒidge '].map((filter) => isWanted(filter, row))).toEqual([
		true,
		true,
		true,
		true,
	]);
	expect(isWanted('ridge torch', row)).toBe(false);
});

test('each library is in one family', () => {
	expect(FAMILIES.flatMap(librariesOf).sort()).toEqual([...LIBRARY_IDS].sort());
});

test('bounds are those of the schema', () => {
	expect(boundsOf('value')).toEqual({ from: 0, isOpen: false, to: 1e9 });
	expect(boundsOf('batchSize')).toEqual({ from: 1, isOpen: false, to: 1e9 });
	expect(boundsOf('momentum')).toEqual({ from: 0, isOpen: false, to: 1, isBelow: true });
	expect(boundsOf('learningRate')).toEqual({ from: 0, isOpen: true, to: 1e6 });
});

test.each(LANGUAGES)('the words in %s count the libraries rightly', (language) => {
	expect(CONVERTER_TEXT[language].description).toContain(` ${LIBRARY_IDS.length} `);
});
