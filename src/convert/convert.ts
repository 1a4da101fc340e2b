import { formatForCode } from '../numberFormat.ts';
import { shrinkPerStep } from '../penalty.ts';
import { type ConvertQuery, LIBRARY_IDS, type LibraryId } from '../schema/convertQuery.ts';
import type { FieldError } from '../schema/fieldErrors.ts';
import type { Loss } from '../schema/objective.ts';
import { LAMBDA, whyInexact } from './exactness.ts';
import { libraries } from './libraries.ts';
import type { Library } from './library.ts';
import { lambdaOf, penaltyOf, type Setting, spelledValue } from './spelling.ts';

/** How long a decay alone takes to shrink a weight to 1/e: τ = 1/(η·d) steps, of which ⌈m/B⌉ make an epoch. */
export interface Timescale {
	steps: number;
	epochs: number;
}

/** The same strength as one library spells it. */
export interface Equivalent {
	library: LibraryId;
	name: string;
	parameter: string;
	/** null where no finite value of the parameter says it. */
	value: number | null;
	default: number | null;
	objective: string;
	/** Whether the library then has the same minimiser, biases apart. */
	exact: boolean;
	/** Why not, where it has not. */
	reason?: string;
	/** Where the value decays weights at each step and η is known. */
	timescale?: Timescale;
	penalizesBiases: boolean;
	caveats: string[];
	snippet: string | null;
	source: string;
	checked: Library['checked'];
}

export interface Conversion {
	/** λ of J = (1/m) Σ loss_i + (λ/2m)·‖w‖², loss_i a cross-entropy or ½(ŷ−y)². */
	lambda: number;
	/** Whether that objective has the minimiser of `from`. */
	exact: boolean;
	reason?: string;
	/** The data loss that was assumed. */
	loss: Loss;
	equivalents: Equivalent[];
	/** Libraries that do not train on the loss, and what they train on. */
	omitted: { library: LibraryId; losses: readonly Loss[] }[];
}

/** A conversion, or what is wrong with the query although each field is well formed. */
export type ConvertOutcome = { ok: true; conversion: Conversion } | { ok: false; errors: FieldError[] };

/**
 * A strength of the L2 penalty in one spelling, said in every library's: λ from the value, then each
 * library's value from λ (`spelling.ts` has the formulas).
 *
 * @param query as `convertQuerySchema` parses it
 */
export function convert(query: ConvertQuery): ConvertOutcome {
	const { from, value, m } = query;
	const source = from === LAMBDA ? LAMBDA : libraries[from];
	const losses: readonly Loss[] = source === LAMBDA ? ['binary-cross-entropy'] : source.losses;
	const loss = query.loss ?? losses[0] ?? 'binary-cross-entropy';
	if (source !== LAMBDA && !losses.includes(loss)) {
		return refuse('loss', `"${loss}" is not what ${source.name} trains on: one of ${losses.map(quote).join(', ')}`);
	}
	const batchSize = query.batchSize === 'full' ? m : query.batchSize;
	const setting: Setting = { m, batchSize, targetDeviation: query.targetDeviation };
	const lambda = source === LAMBDA ? value : lambdaOf(source, value, loss, setting);
	if (!Number.isFinite(lambda)) {
		const message = `${value} is not allowed: ${source === LAMBDA ? LAMBDA : source.parameter} must be a finite strength`;
		return refuse('value', source !== LAMBDA && source.strength === 'reciprocal' ? `${message}, more than 0` : message);
	}
	const trained = LIBRARY_IDS.filter((id) => libraries[id].losses.includes(loss));
	const reason = whyInexact(source, LAMBDA)?.[query.language];
	return {
		ok: true,
		conversion: {
			lambda,
			exact: reason === undefined,
			...(reason !== undefined && { reason }),
			loss,
			equivalents: trained.map((id) => {
				const spelled = id === from ? value : spelledValue(libraries[id], lambda, loss, setting);
				return equivalent(id, spelled, { query, source, loss, setting });
			}),
			omitted: LIBRARY_IDS.filter((id) => !trained.includes(id)).map((library) => ({
				library,
				losses: libraries[library].losses,
			})),
		},
	};
}

interface Asked {
	query: ConvertQuery;
	source: Library | typeof LAMBDA;
	loss: Loss;
	setting: Setting;
}

function equivalent(id: LibraryId, spelled: number, { query, source, loss, setting }: Asked): Equivalent {
	const library = libraries[id];
	const { language, learningRate } = query;
	const value = Number.isFinite(spelled) ? spelled : null;
	const reason = value === null ? NO_VALUE[language] : whyInexact(source, library)?.[language];
	const timescale = value === null ? null : timescaleOf(library, value, learningRate, setting);
	const context = { loss, batchSize: setting.batchSize, learningRate: learningRate?.toString() ?? 'learning_rate' };
	return {
		library: id,
		name: library.name,
		parameter: library.parameter,
		value,
		default: library.default,
		objective: library.objective,
		exact: reason === undefined,
		...(reason !== undefined && { reason }),
		...(timescale && { timescale }),
		penalizesBiases: library.penalizesBiases,
		caveats: library.caveats.map((text) => text[language]),
		snippet: value === null ? null : library.snippet(formatForCode(value, SNIPPET_DIGITS), context),
		source: library.source,
		checked: library.checked,
	};
}

/** τ of an entry that is an optimizer's and shrinks weights by a share a step. */
function timescaleOf(library: Library, value: number, learningRate: number | undefined, setting: Setting) {
	if (!library.optimizer || learningRate === undefined) return null;
	const stepping = { ...setting, optimizer: library.optimizer, learningRate, momentum: 0 };
	const share = shrinkPerStep(penaltyOf(library, value, setting), stepping);
	if (!share || !Number.isFinite(1 / share)) return null;
	return { steps: 1 / share, epochs: 1 / share / Math.ceil(setting.m / setting.batchSize) };
}

const NO_VALUE = {
	en: 'No finite value says λ = 0: train without the penalty.',
	zh: '没有有限的取值能表示 λ = 0:请不带惩罚项训练。',
};

/** Digits of a value in a snippet: all that a person would want to type, without the last of 0.30000000000000004. */
const SNIPPET_DIGITS = 12;

const quote = (text: string) => `"${text}"`;
const refuse = (path: string, message: string): ConvertOutcome => ({ ok: false, errors: [{ path, message }] });
