import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/convert/convert.ts';
import { libraries } from '../../../src/convert/libraries.ts';
import type { Conversion } from '../../../src/schema/conversion.ts';
import { type ConvertQueryInput, convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { LIBRARY_IDS } from '../../../src/schema/libraryIds.ts';
import { LOSSES } from '../../../src/schema/losses.ts';
import { partOfSamples } from '../../support/partOf.ts';

const converted = (input: ConvertQueryInput): Conversion => {
	const outcome = convert(convertQuerySchema.parse(input));
	if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
	return outcome.conversion;
};

const sizes = fc
	.record({ m: fc.integer({ min: 1, max: 2_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
	.map(({ m, share }) => ({ m, batchSize: Math.max(1, Math.round(share * m)) }));
const strength = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const momentum = fc.constantFrom(undefined, 0, 0.5, 0.9, 0.99);
const deviation = fc.double({ min: 0.01, max: 100, noNaN: true });

/** What is passed on is bounded by the schema, as a value that a user sends is. */
const MOST = 1e9;

describe.each(LOSSES)('there and back again under %s', (loss) => {
	test('every library’s value, converted again, gives λ and every other value that is exact', () => {
		fc.assert(
			fc.property(strength, sizes, deviation, momentum, (value, size, targetDeviation, mu) => {
				const shared = { ...size, loss, targetDeviation, ...(mu !== undefined && { momentum: mu }) };
				const there = converted({ from: 'lambda', value, ...shared });
				expect(there.lambda).toBe(value);
				for (const { library, value: spelled } of there.equivalents) {
					if (spelled === null || spelled > MOST) continue;
					if (mu !== undefined && (libraries[library].optimizer ?? 'sgd') !== 'sgd') continue; // it has no such μ
					const back = converted({ from: library, value: spelled, ...shared });
					expect(back.lambda / value).toBeCloseTo(1, 9);
					for (const [index, other] of back.equivalents.entries()) {
						const first = there.equivalents[index];
						expect(other.library).toBe(first?.library);
						expect((other.value ?? 0) / (first?.value ?? 1)).toBeCloseTo(1, 9);
					}
				}
			}),
			{ numRuns: partOfSamples(60) },
		);
	});

	test('exactness is symmetric: no pair is exact one way only', () => {
		const trained = LIBRARY_IDS.filter((id) => libraries[id].losses.includes(loss));
		const exact = (from: (typeof trained)[number], to: (typeof trained)[number]) =>
			converted({ from, value: 0.5, m: 50, loss }).equivalents.find(({ library }) => library === to)?.exact;
		for (const from of trained) for (const to of trained) expect(exact(from, to)).toBe(exact(to, from));
	});
});
