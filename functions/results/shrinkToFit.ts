import { type Cost, cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { settle } from '../../src/schema/canonical.ts';
import { type RunSpec, runSpecSchema } from '../../src/schema/runSpec.ts';

/** Whether a job of this cost is within what is allowed. */
export type IsWithin = (cost: Cost) => boolean;

/** What a smaller job still records, holds out and draws beside its training. */
const LEAN = { records: 50, heldOut: 100, resolution: 30 } as const;

/**
 * The same job as large as its limits allow: with fewer epochs (or explicit batches); with a leaner trace, held-out sample
 * and boundary too where these take most of it; with fewer examples where not one epoch would fit otherwise.
 *
 * @param isWithin whether a job is within the limits; a smaller one is whenever a larger one is
 * @returns null when no job of this kind fits
 */
export function shrinkToFit(spec: RunSpec, isWithin: IsWithin): RunSpec | null {
	const lean = makeLean(spec);
	const [whole, leaner] = [shortenToFit(spec, isWithin), shortenToFit(lean, isWithin)];
	if (whole && leaner && 2 * epochsOf(whole) >= epochsOf(leaner)) return settle(whole);
	if (leaner) return settle(leaner);
	for (let m = Math.floor(resolve(spec).facts.m / 2); m >= 1; m = Math.floor(m / 2)) {
		const fewer = runSpecSchema.safeParse(takeExamples(lean, m));
		const shorter = fewer.success ? shortenToFit(fewer.data, isWithin) : null;
		if (shorter) return settle(shorter);
	}
	return null;
}

/** The same job with as many epochs as the limits allow; null when not even one does. */
export function shortenToFit(spec: RunSpec, isWithin: IsWithin): RunSpec | null {
	let fits = 0;
	let tooMany = epochsOf(spec) + 1;
	while (tooMany - fits > 1) {
		const middle = Math.floor((fits + tooMany) / 2);
		if (isWithin(cost(resolve(takeEpochs(spec, middle))))) fits = middle;
		else tooMany = middle;
	}
	return fits > 0 ? takeEpochs(spec, fits) : null;
}

const epochsOf = ({ training }: RunSpec) => ('batches' in training ? training.batches.length : training.epochs);

function takeEpochs(spec: RunSpec, epochs: number): RunSpec {
	const { training } = spec;
	const shorter =
		'batches' in training ? { ...training, batches: training.batches.slice(0, epochs) } : { ...training, epochs };
	return { ...spec, training: shorter };
}

function makeLean(spec: RunSpec): RunSpec {
	const { data, training, output } = spec;
	const recordEvery = Math.max(training.recordEvery, Math.ceil(epochsOf(spec) / LEAN.records));
	const resolution = Math.min(output.boundary?.resolution ?? 0, LEAN.resolution);
	return {
		...spec,
		data: 'test' in data && data.test ? ({ ...data, test: takeHeldOut(data.test) } as RunSpec['data']) : data, // a sample of its own kind
		training: { ...training, recordEvery },
		output: { ...output, boundary: output.boundary && { resolution } },
	};
}

const takeHeldOut = (test: { m: number } | { X: number[][]; y: number[] }) =>
	'm' in test
		? { ...test, m: Math.min(test.m, LEAN.heldOut) }
		: { X: test.X.slice(0, LEAN.heldOut), y: test.y.slice(0, LEAN.heldOut) };

/** The first m examples; explicit batches lose the rows that are not among them. */
function takeExamples(spec: RunSpec, m: number): object {
	const { data, training } = spec;
	const batches = 'batches' in training && training.batches.map((rows) => rows.filter((row) => row < m));
	return {
		...spec,
		data: data.kind === 'inline' ? { ...data, X: data.X.slice(0, m), y: data.y.slice(0, m) } : { ...data, m },
		training: batches ? { ...training, batches: batches.filter(({ length }) => length > 0) } : training,
	};
}
