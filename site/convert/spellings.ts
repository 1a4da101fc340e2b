import { type Conversion, convert, type Equivalent } from '../../src/convert/convert.ts';
import { LAMBDA } from '../../src/convert/exactness.ts';
import { type ConvertQuery, LIBRARY_IDS } from '../../src/schema/convertQuery.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import type { Loss } from '../../src/schema/objective.ts';

/** One row of the converter. */
export interface Spelling extends Equivalent {
	/** The data loss beside which the value is. */
	loss: Loss;
}

/** What the converter shows of a state. */
export interface Spellings extends Omit<Conversion, 'equivalents'> {
	m: number;
	equivalents: Spelling[];
}

export type SpellingsOutcome = { ok: true; spellings: Spellings } | { ok: false; errors: FieldError[] };

/**
 * A strength in every library's spelling. λ alone names no data loss: a library that does not train on
 * the one assumed then stands there beside its own, so that none is missing.
 */
export function spellingsOf(query: ConvertQuery): SpellingsOutcome {
	const outcome = convert(query);
	if (!outcome.ok) return outcome;
	const { conversion } = outcome;
	const rows = withLoss(conversion);
	const isAnyLoss = query.from === LAMBDA && query.loss === undefined;
	if (!isAnyLoss) return { ok: true, spellings: { ...conversion, m: query.m, equivalents: rows } };

	for (const { library, losses } of conversion.omitted) {
		const own = convert({ ...query, loss: losses[0] });
		if (own.ok) rows.push(...withLoss(own.conversion).filter((row) => row.library === library));
	}
	rows.sort((a, b) => LIBRARY_IDS.indexOf(a.library) - LIBRARY_IDS.indexOf(b.library));
	return { ok: true, spellings: { ...conversion, m: query.m, omitted: [], equivalents: rows } };
}

const withLoss = ({ equivalents, loss }: Conversion): Spelling[] => equivalents.map((row) => ({ ...row, loss }));
