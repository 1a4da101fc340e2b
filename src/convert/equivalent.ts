import type { Text } from '../language.ts';
import { formatForCode, roundTo } from '../numberFormat.ts';
import { shrinkPerStep } from '../penalty.ts';
import type { Equivalent, Exactness } from '../schema/conversion.ts';
import type { ConvertQuery } from '../schema/convertQuery.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import { LAMBDA, type Spelling, whyInexact } from './exactness.ts';
import { libraries } from './libraries.ts';
import type { Library, Setting } from './library.ts';
import { lossWithin, penaltyOf, spelledValue } from './spelling.ts';

/** A strength that has been understood, to be said as a library says it. */
export interface Strength {
	lambda: number;
	query: ConvertQuery;
	/** The spelling that `query` is in. */
	source: Spelling;
	setting: Setting;
	/** The spelling whose η and μ `query` states. */
	rateOf: Spelling;
}

/** λ in a library's spelling; the library that the query is in keeps the very number that was given. */
export function spellEquivalent(id: LibraryId, { lambda, query, source, setting, rateOf }: Strength): Equivalent {
	const library = libraries[id];
	const { language } = query;
	const { loss, batchSize } = setting;
	const spelled = library === source ? query.value : spelledValue(library, lambda, setting);
	const value = Number.isFinite(spelled) ? spelled : null;
	const inexact =
		value === null
			? ({ code: 'no-value', reason: NO_VALUE } as const)
			: whyInexact(source, library, setting, lambda === 0);
	const learningRate = isSameStep(library, rateOf) ? query.learningRate : undefined;
	const given = library.optimizer === 'sgd' ? setting.momentum : undefined;
	const momentum = given ?? library.ownMomentum ?? 0;
	const timescale = value === null ? null : timescaleOf(library, value, learningRate, { ...setting, momentum });
	const context = {
		...{ loss, batchSize, learningRate: learningRate?.toString() ?? 'learning_rate', mu: momentum },
		momentum: given || library.ownMomentum ? `, momentum=${momentum}` : '',
	};
	return {
		library: id,
		name: library.name,
		parameter: library.parameter,
		value,
		default: library.default,
		objective: library.objective,
		loss,
		...exactnessOf(inexact, language),
		...(timescale && { timescale }),
		penalizesBiases: library.penalizesBiases,
		caveats: [...ownLossCaveat(library, loss), ...library.caveats].map((text) => text[language]),
		snippet: value === null ? null : library.snippet(formatForCode(value, SNIPPET_DIGITS), context),
		source: library.source,
		checked: library.checked,
	};
}

/** Whether an η of one spelling is that of a library: λ alone says of no other step that it is its own. */
const isSameStep = (library: Library, rateOf: Spelling): boolean =>
	rateOf === LAMBDA || library === rateOf || (library.optimizer === rateOf.optimizer && library.optimizer !== 'other');

/** The fields of an answer that say whether it is exact. */
export function exactnessOf(inexact: ReturnType<typeof whyInexact>, language: ConvertQuery['language']): Exactness {
	if (!inexact) return { exact: true };
	return { exact: false, reasonCode: inexact.code, reason: inexact.reason[language] };
}

/** τ of an entry that is an optimizer's and shrinks weights by a share a step. */
function timescaleOf(
	library: Library,
	value: number,
	learningRate: number | undefined,
	setting: Setting & { momentum: number },
) {
	if (!library.optimizer || learningRate === undefined) return null;
	// Beside the step, every adaptive optimizer leaves a decay as it is.
	const optimizer = library.optimizer === 'sgd' ? 'sgd' : 'adam';
	const stepping = { ...setting, optimizer, learningRate } as const;
	const share = shrinkPerStep(penaltyOf(library, value, setting), stepping);
	if (!share || !Number.isFinite(1 / share)) return null;
	const steps = roundTo(1 / share, 12); // 2000, and not 1999.9999999999995
	return { steps, epochs: steps / Math.ceil(setting.m / setting.batchSize) };
}

/** Said where the library trains on the squared error with the ½ and the one without is stated, or the other way round. */
function ownLossCaveat(library: Library, loss: Loss): Text[] {
	const own = lossWithin(library, loss);
	return own === loss ? [] : [own === 'squared-error' ? TRAINS_WITHOUT_HALF : TRAINS_WITH_HALF];
}

const NO_VALUE: Text = {
	en: 'No finite value says λ = 0: train without the penalty.',
	zh: '没有有限的取值能表示 λ = 0：请不带惩罚项训练。',
};
const TRAINS_WITH_HALF: Text = {
	en: 'The library trains on ½(ŷ−y)²: the value has the minimizer that λ has beside (ŷ−y)².',
	zh: '该库用 ½(ŷ−y)² 训练：这个值与 λ 在 (ŷ−y)² 旁的极小值点相同。',
};
const TRAINS_WITHOUT_HALF: Text = {
	en: 'The library trains on (ŷ−y)², without the ½: the value has the minimizer that λ has beside ½(ŷ−y)².',
	zh: '该库用不带 ½ 的 (ŷ−y)² 训练：这个值与 λ 在 ½(ŷ−y)² 旁的极小值点相同。',
};

/** Digits of a value in a snippet: all that a person would want to type, without the last of 0.30000000000000004. */
const SNIPPET_DIGITS = 12;
