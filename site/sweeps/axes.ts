import { SCALINGS } from '../../src/schema/objective.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import type { SweepDocument } from '../../src/schema/sweepAnswers.ts';
import { SWEEP_BOUNDS } from '../../src/schema/sweepBounds.ts';
import { readTyped, tidyText } from '../text/typedNumber.ts';

/** The form of a sweep, as its reader typed it. */
export interface SweepForm {
	lambda: string;
	m: string;
	scaling: readonly string[];
	seeds: string;
	/** All else of a run, as JSON. */
	base: string;
}

/** A field of the form. */
export type FormField = keyof SweepForm;

/**
 * What the form opens on: claims 6 and 11 in small, twenty seconds on one core. Its m are far enough apart for these steps of
 * λ, and its data noisy enough for a valley at each, so that both spellings have an exponent.
 */
export const OPENING: SweepForm = {
	lambda: '0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3',
	m: '20, 120, 700',
	scaling: ['over-2m', 'half'],
	seeds: '6',
	base: JSON.stringify(
		{
			data: { kind: 'moons', noise: 0.4, test: { m: 1000, seed: 10_001 } },
			network: { hidden: [16], activation: 'tanh' },
			optimizer: { kind: 'adam', learningRate: 0.05 },
			training: { epochs: 300, recordEvery: 300, learningRateDecay: 'linear' },
		},
		null,
		2,
	),
};

/** What a sweep's runs have in common, by the spec of one of them: all but λ, m, scaling and, where the sweep varies them, the seeds of samples and weights. */
export function baseOf({ data, init, penalty, ...rest }: RunSpec, { seed }: SweepDocument['grid']): string {
	const isDrawn = seed.some((one) => one !== null);
	const without = (part: object, ...names: string[]) =>
		Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name)));
	const seeds = isDrawn ? ['seed'] : [];
	const base = {
		data: data.kind === 'inline' ? data : without(data, 'm', ...seeds),
		...rest,
		init: init.kind === 'explicit' ? init : without(init, ...seeds),
		penalty: without(penalty, 'lambda', 'scaling'),
	};
	return JSON.stringify(base, null, 2);
}

/** The fields of a form as a sweep has them, whoever began it; `baseOf` has the others. */
export const formOf = ({ lambda, m, scaling, seed }: SweepDocument['grid']): Omit<SweepForm, 'base'> => ({
	lambda: lambda.join(', '),
	m: m.join(', '),
	scaling,
	seeds: String(seed.length),
});

/** How many seeds a form asks for; null where that is no whole number of them, or more than an axis takes. */
export function seedsOf(text: string): number | null {
	const count = readTyped(tidyText(text), { isWhole: true });
	return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= SWEEP_BOUNDS.axisValues
		? count
		: null;
}

/** A number that is none stays text, for the schema to name it. Commas part the numbers, and group no digits. */
const numbers = (text: string, { isWhole = false } = {}) =>
	tidyText(text)
		.split(/[\s,;、]+/)
		.filter(Boolean)
		.map((part) => readTyped(part, { isWhole }));

/**
 * A form as the body of POST /sweeps, unchecked.
 *
 * @throws SyntaxError where the base is not JSON
 */
export function sweepOf({ lambda, m, scaling, seeds, base }: SweepForm): SweepInput {
	return {
		base: JSON.parse(base),
		axes: {
			...(numbers(lambda).length > 0 && { lambda: numbers(lambda) }),
			...(numbers(m).length > 0 && { m: numbers(m, { isWhole: true }) }),
			...(scaling.length > 0 && { scaling: SCALINGS.filter((one) => scaling.includes(one)) }),
			seed: Array.from({ length: seedsOf(seeds) ?? 0 }, (_, i) => i + 1),
		},
	} as SweepInput; // the schema is asked before anything is sent
}
