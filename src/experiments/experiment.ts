import * as z from 'zod';
import type { RealTables } from '../data/realTables.ts';
import type { Text } from '../language.ts';
import type { Status } from '../schema/experimentResult.ts';
import type { Figure } from '../schema/figure.ts';
import type { TrainedRun } from '../schema/run.ts';
import type { RunSpecInput } from '../schema/runSpec.ts';
import type { Estimate } from '../statistics.ts';

/** Values of a number that bear a claim out: `judge.ts` has the rule. */
export interface Range {
	from: number;
	to: number;
	/** Its 95% interval is judged and not the number alone: it must reach into the range, or the whole of it must lie there. */
	of?: 'interval' | 'whole';
	/** With `whole`, a value that the interval must reach down to as well. */
	reaches?: number;
}

/** A number that the register of claims states, or that theory gives, and how far ours may be from it. */
export interface Expectation<Name extends string = string> extends Range {
	measured: Name;
	/** What is expected, in words and with its source. */
	text: Text;
	/** Decides whether it passes, where tests hold the number to a wider range that also had to have room for ours. */
	strictly?: Range;
	/** No test holds it: it is said as it comes out, for the claim or against it. */
	isHeld?: false;
	/** It is what others found, or an earlier run in other software: what does not pass is not replicated. */
	isEarlier?: true;
	/** It is no row of the claim: it says whether the experiment could have shown something else, and is counted apart. */
	isControl?: true;
	/** The expectation that must pass before this one says anything: where it does not, there is no verdict. */
	control?: Name;
	/** Parameters that it does not depend on: with another value of these it is expected just the same. */
	holdsForEvery?: readonly string[];
}

/** What an experiment is about. */
interface Subject {
	name: string;
	/** Rows of the register of claims. */
	claims: readonly number[];
	status: Status;
	title: Text;
	/** The claim itself, in one sentence. */
	claim: Text;
}

/** What an experiment finds: numbers by name, and what a figure draws. */
interface Outcome<Name extends string = string> {
	measured: Record<Name, Estimate>;
	figure: Figure;
}

/** The parameters of an experiment, all of them numbers. */
type ParameterShape = Record<string, z.ZodType<number>>;

/** An experiment as its file writes it down; `Shape` are its parameters, `Name` what it measures. */
interface Definition<Shape extends ParameterShape, Name extends string> extends Subject {
	/** Defaults and bounds of what can be varied. */
	parameters: Shape;
	/** Every run that these parameters need, known before any of them trains; none for closed forms. */
	specs(parameters: ParametersOf<Shape>): RunSpecInput[];
	/**
	 * What it computes beside its runs, or without any: model, data, m and draws, in words. What it trains is read off its specs
	 * (`settingOf`).
	 */
	computed?(parameters: ParametersOf<Shape>): Text;
	/**
	 * Arithmetic of `measure`, known before it begins: the FLOP that the kernel would do in the same time. Left out where it is
	 * little beside the runs.
	 */
	arithmetic?(parameters: ParametersOf<Shape>): number;
	/** Numbers and figure from the runs, in the order of `specs`. @param tables of measured data, for what it reads itself */
	measure(
		parameters: ParametersOf<Shape>,
		runs: readonly TrainedRun[],
		tables: RealTables,
	): Outcome<Name> | Promise<Outcome<Name>>;
	/** What came out, with the numbers in it, and under which parameters where these decide what can be said. */
	sentence(measured: Record<NoInfer<Name>, Estimate>, parameters: ParametersOf<Shape>): Text;
}

type ParametersOf<Shape extends ParameterShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

/** A claim of the article made executable: `defineExperiment` makes one, whatever its parameters are. */
export interface Experiment<Name extends string = string> extends Subject {
	parameters: z.ZodType;
	/** @throws ZodError when the parameters are not its own */
	specs(parameters: unknown): RunSpecInput[];
	/**
	 * What it computes beside its runs, in words; null for nothing.
	 *
	 * @throws ZodError when the parameters are not its own
	 */
	computed(parameters: unknown): Text | null;
	/**
	 * FLOP beside those of its runs.
	 *
	 * @throws ZodError when the parameters are not its own
	 */
	arithmetic(parameters: unknown): number;
	/** @throws ZodError when the parameters are not its own */
	conclude(
		parameters: unknown,
		runs: readonly TrainedRun[],
		tables: RealTables,
	): Promise<Outcome<Name> & { sentence: Text }>;
}

/** What the default parameters of an experiment must give, of numbers that it measures. */
export type ExpectationsOf<Of> = Of extends Experiment<infer Name> ? readonly Expectation<Name>[] : never;

/** An experiment whose functions check their parameters, so that the registry need not know their types. */
export function defineExperiment<Shape extends ParameterShape, Name extends string>(
	definition: Definition<Shape, Name>,
): Experiment<Name> {
	const { specs, computed = () => null, arithmetic = () => 0, measure, sentence, ...subject } = definition;
	const parameters = z.strictObject(definition.parameters);
	return {
		...subject,
		parameters,
		specs: (given) => specs(parameters.parse(given)),
		computed: (given) => computed(parameters.parse(given)),
		arithmetic: (given) => arithmetic(parameters.parse(given)),
		conclude: async (given, runs, tables) => {
			const parsed = parameters.parse(given);
			const { measured, figure } = await measure(parsed, runs, tables);
			return { measured, figure, sentence: sentence(measured, parsed) };
		},
	};
}

/** The final weights of a run that was asked for them. */
export function weightsOf(run: TrainedRun | undefined): number[] {
	if (!run?.weights)
		throw new RangeError('the run holds no weights: ask for them in its output, and see that it did not diverge');
	return run.weights.W.flat(2);
}

/** A run's last test loss; +∞ where the run diverged, so that no diverged run is ever the best. */
export const testLossOf = (run: TrainedRun | undefined): number => run?.final.testLoss ?? Number.POSITIVE_INFINITY;
