import { expect, test } from 'vitest';
import { namedProvenance, provenanceOf } from '../../../site/text/replication/provenance.ts';
import { RANGE_RULES } from '../../../site/text/replication/rangeRules.ts';
import { expectationsOf } from '../../../src/experiments/expectations.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import { SWEEP_LAMBDAS } from '../../../src/experiments/shared/moonsSweep.ts';

test('every range says by which rule it was set, in both languages, and no rule is without its range', () => {
	const fields = (of: (name: string) => Iterable<string>) =>
		EXPERIMENTS.map(({ name }) => [name, [...of(name)].sort()] as const);
	expect(fields((name) => Object.keys(RANGE_RULES[name] ?? {}))).toEqual(
		fields((name) => expectationsOf(name).map(({ measured }) => measured)),
	);
	expect(Object.keys(RANGE_RULES)).toHaveLength(EXPERIMENTS.length);
	for (const { en, zh } of Object.values(RANGE_RULES).flatMap((rules) => Object.values(rules))) {
		expect(en).not.toBe('');
		expect(zh).toMatch(/[\u4e00-\u9fff]/);
	}
});

test('every expectation says what gave it and when its range was set, in both languages; none is of a number that nobody expects', () => {
	for (const { name } of EXPERIMENTS) {
		const fields = expectationsOf(name).map(({ measured }) => measured);
		for (const field of fields) {
			const { en, zh } = provenanceOf(name, field).said;
			expect(en, `${name}: ${field}`).toMatch(/; range set (in|before|after) [^;]*\.$/);
			expect(zh, `${name}: ${field}`).toMatch(/[\u4e00-\u9fff].*；范围[^；]*。$/);
		}
		expect(fields).toEqual(expect.arrayContaining(namedProvenance(name)));
	}
	expect(() => provenanceOf('nothing', 'value')).toThrow(RangeError);
});

test('no two rows of an experiment read alike: words and rule differ', () => {
	for (const { name } of EXPERIMENTS) {
		for (const language of ['en', 'zh'] as const) {
			const rows = expectationsOf(name).map(
				({ measured, text }) => `${text[language]}; ${RANGE_RULES[name]?.[measured]?.[language]}`,
			);
			expect(new Set(rows).size, `${name}: ${rows.join(' | ')}`).toBe(rows.length);
		}
	}
});

test.each(['bestAt100', 'bestAt300', 'bestAt1000'])(
	'the range of %s reaches to the neighbors among the λ tried',
	(field) => {
		const range = expectationsOf('lambda-across-sizes').find(({ measured }) => measured === field);
		const expected = SWEEP_LAMBDAS.indexOf(0.3);
		expect([range?.from, range?.to]).toEqual([SWEEP_LAMBDAS[expected - 1], SWEEP_LAMBDAS[expected + 1]]);
		const named = RANGE_RULES['lambda-across-sizes']?.[field]?.en;
		for (const lambda of SWEEP_LAMBDAS.slice(1)) expect(named).toContain(String(lambda));
	},
);
