import { formatShortest } from '../../src/numberFormat.ts';
import type { Conversion } from '../../src/schema/conversion.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import { convertToEvery } from './everyRow.ts';

/** A conversion of which m is not known. */
interface WithoutM {
	/** What no m changes; a number that m decides is null. */
	conversion: Conversion;
	/** Numbers that m decides, as it does: `0.1·m`. */
	inM: ReadonlyMap<LibraryId, string>;
	/** λ and d, the same way where m decides them. */
	lambda: string;
	decay: string;
}

/**
 * A conversion as far as it goes without m. Every number of it is k·m^p, by which two conversions, at m and 2m, find p and k.
 *
 * @param input what the schema takes, without m
 * @returns null where the schema or the converter refuses it
 */
export function convertWithoutM(input: object, outputs = 1): WithoutM | null {
	const rows = 'batchSize' in input ? Number(input.batchSize) : Number.NaN;
	const m = rows > 0 ? rows + 1 : 1000; // at least a batch, and a last one that is smaller: nothing is exact for that m alone
	const [one, twice] = [m, 2 * m].map((examples) => {
		const query = convertQuerySchema.safeParse({ ...input, m: examples, newM: undefined });
		const outcome = query.success ? convertToEvery(query.data, outputs) : null;
		return outcome?.ok ? outcome.conversion : null;
	});
	if (!one || !twice) return null;
	const inM = new Map<LibraryId, string>();
	const equivalents = one.equivalents.map((row, at) => {
		const { timescale: _, ...rest } = row; // in epochs, which have m examples
		const said = inPowersOfM(m, row.value, twice.equivalents[at]?.value ?? null);
		if (said === null) return rest;
		inM.set(row.library, said);
		return { ...rest, value: null, snippet: null };
	});
	const { caveat: __, ...conversion } = one; // of the size of λ
	return {
		conversion: { ...conversion, equivalents },
		inM,
		lambda: inPowersOfM(m, one.lambda, twice.lambda) ?? formatShortest(one.lambda),
		decay: inPowersOfM(m, one.lambda / m, twice.lambda / (2 * m)) ?? formatShortest(one.lambda / m),
	};
}

/** What m decides of a number, from what it is at m and at 2m: `0.1·m`, `1/m`, `2·√m`. Null of one that no m changes. */
export function inPowersOfM(m: number, before: number | null, after: number | null): string | null {
	if (before === null || after === null || before === 0) return null;
	const halves = Math.round(2 * Math.log2(after / before));
	if (halves === 0) return null;
	const symbol = Math.abs(halves) === 1 ? '√m' : Math.abs(halves) === 2 ? 'm' : `m^${Math.abs(halves) / 2}`;
	const factor = formatShortest(before / m ** (halves / 2));
	if (halves < 0) return `${factor}/${symbol}`;
	return factor === '1' ? symbol : `${factor}·${symbol}`;
}
