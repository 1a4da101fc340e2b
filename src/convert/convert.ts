import type { Text } from '../language.ts';
import { BOUNDS } from '../schema/bounds.ts';
import type { Conversion } from '../schema/conversion.ts';
import type { ConvertQuery } from '../schema/convertQuery.ts';
import type { FieldError } from '../schema/fieldErrors.ts';
import { LIBRARY_IDS, type LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import { exactnessOf, spellEquivalent } from './equivalent.ts';
import { LAMBDA, type Spelling, whyInexact } from './exactness.ts';
import { libraries } from './libraries.ts';
import type { Setting } from './library.ts';
import { moveLambda } from './moveLambda.ts';
import { lambdaOf } from './spelling.ts';

/** A conversion, or what is wrong with the query although each field is well formed. */
type ConvertOutcome = { ok: true; conversion: Conversion } | { ok: false; errors: FieldError[] };

/** The loss of λ where a query names neither a library nor a loss. */
const LOSS_OF_LAMBDA: Loss = 'binary-cross-entropy';

/**
 * A strength of the L2 penalty in one spelling, said in every library's: λ from the value, then each library's
 * value from λ (`spelling.ts` has the formulas); with `newM`, λ carried over to so many examples as well; with `to`, of those libraries only.
 *
 * λ that comes without a loss stands beside whichever each library trains on, a cross-entropy or ½(ŷ−y)²: its row
 * says which.
 *
 * @param query as `convertQuerySchema` parses it
 * @param rateFrom whose η and μ the query states
 */
export function convert(query: ConvertQuery, rateFrom = query.from): ConvertOutcome {
	const { from, value, m } = query;
	const source = spellingOf(from);
	const rateOf = spellingOf(rateFrom);
	const loss = query.loss ?? (source === LAMBDA ? LOSS_OF_LAMBDA : source.losses[0]);
	if (source !== LAMBDA && !source.losses.includes(loss)) {
		return refuse(
			'loss',
			`"${loss}" is not what ${source.name} trains on: one of ${source.losses.map(quote).join(', ')}`,
		);
	}
	const setting: Setting = {
		loss,
		m,
		batchSize: query.batchSize === 'full' ? m : query.batchSize,
		...(query.targetDeviation !== undefined && { targetDeviation: query.targetDeviation }),
		...(query.momentum !== undefined && hasMomentum(rateOf) && { momentum: query.momentum }),
	};
	const lambda = source === LAMBDA ? value : lambdaOf(source, value, setting);
	if (!Number.isFinite(lambda)) {
		const message = `${value} is not allowed: ${source === LAMBDA ? LAMBDA : source.parameter} must be a finite strength`;
		return refuse(
			'value',
			source !== LAMBDA && (source.strength === 'reciprocal' || source.strength === 'prior-deviation')
				? `${message}, more than 0`
				: message,
		);
	}

	const isAnyLoss = from === LAMBDA && query.loss === undefined;
	const trainsOn = (id: LibraryId) => libraries[id].losses.includes(loss);
	const lossFor = (id: LibraryId) => (isAnyLoss && !trainsOn(id) ? libraries[id].losses[0] : loss);
	const asked = LIBRARY_IDS.filter((id) => !query.to || query.to.includes(id));
	const trained = asked.filter((id) => isAnyLoss || trainsOn(id));
	return {
		ok: true,
		conversion: {
			lambda,
			...exactnessOf(whyInexact(source, LAMBDA, setting, lambda === 0), query.language),
			...(lambda > BOUNDS.lambda && { caveat: TOO_LARGE_FOR_A_RUN[query.language] }),
			loss,
			equivalents: trained.map((id) =>
				spellEquivalent(id, { lambda, query, source, rateOf, setting: { ...setting, loss: lossFor(id) } }),
			),
			omitted: asked
				.filter((id) => !trained.includes(id))
				.map((library) => ({
					library,
					losses: [...libraries[library].losses],
				})),
			...(query.newM !== undefined && { moved: moveLambda({ lambda, query, source, setting }, query.newM) }),
		},
	};
}

/** Whether a μ that is stated is that of SGD's steps: Adam's is another, and a solver has none of its own. */
const hasMomentum = (rateOf: Spelling) => rateOf === LAMBDA || (rateOf.optimizer ?? 'sgd') === 'sgd';

const spellingOf = (from: ConvertQuery['from']): Spelling => (from === LAMBDA ? LAMBDA : libraries[from]);

const TOO_LARGE_FOR_A_RUN: Text = {
	en: `A run of this project takes λ up to ${BOUNDS.lambda}: this one can be converted, not trained with.`,
	zh: `本项目的训练只接受不超过 ${BOUNDS.lambda} 的 λ：这个值可以换算，但不能用来训练。`,
};

const quote = (text: string) => `"${text}"`;
const refuse = (path: string, message: string): ConvertOutcome => ({ ok: false, errors: [{ path, message }] });
