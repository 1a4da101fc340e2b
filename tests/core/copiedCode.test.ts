/** Code that is copied from the converter's rows: whence its number comes, and what of the call decays. */
import { expect, test } from 'vitest';
import { copiedCode } from '../../site/convert/copiedCode.ts';
import { readCode } from '../../src/codeReading/readCode.ts';
import { convert } from '../../src/convert/convert.ts';
import { LANGUAGES } from '../../src/language.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';

const outcome = convert(convertQuerySchema.parse({ from: 'lambda', value: 25, m: 50_000, learningRate: 0.1 }));
const rows = outcome.ok ? outcome.conversion.equivalents : [];
const origin = { lambda: 25, m: 50_000, isBesideStep: false, isOwn: false };

test.each(['pytorch-sgd', 'pytorch-adam', 'timm-sgdw', 'lion-pytorch'])(
	'the weights of %s decay by the number of the row, and the biases do not',
	(id) => {
		const row = rows.find(({ library }) => library === id);
		const code = row ? copiedCode(row, row.snippet ?? '', origin, 'en') : '';
		const [read] = readCode(code).decays;
		expect(read).toMatchObject({ covers: 'group', value: { value: row?.value } });
		expect(read?.notes.map(({ code: one }) => one)).toContain('group-without-decay');
		expect(code).toContain('if p.ndim <= 1]');
		expect(code).not.toContain('biases are penalized');
	},
);

test.each(LANGUAGES)('every code has λ, m and loss in one comment above it, in %s', (language) => {
	expect(rows.length).toBeGreaterThan(40);
	for (const row of rows) {
		const code = copiedCode(row, row.snippet ?? '', origin, language);
		expect(code).toMatch(/^(#|\/\/|%) .*λ = 25.*m = 50000.*\n/);
		const isSaid = /biases are penalized|偏置也会/.test(code);
		expect(isSaid || code.includes('p.ndim')).toBe(row.penalizesBiases);
	}
});

test('a code whose intercept is another one says so above it', () => {
	const [row] = rows;
	if (!row) throw new Error('no row');
	const reason = 'Differs: your intercept is penalized, this one’s is not.';
	const other = { ...row, exact: false, reasonCode: 'another-intercept' as const, reason };
	expect(copiedCode(other, row.snippet ?? '', origin, 'en')).toContain(`\n# ${reason}\n`);
	expect(copiedCode(row, row.snippet ?? '', origin, 'en')).not.toContain('Differs');
});
