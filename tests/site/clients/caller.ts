/** Compiled against the package alone, with every check on: the types that a caller sees. */
import {
	ApiError,
	type Client,
	type ClientOptions,
	type Comparison,
	type ComparisonRequest,
	createClient,
	type Predictions,
	type Problem,
	type Run,
	type RunSpec,
	type Sweep,
	type SweepRequest,
} from 'lambda-over-2m-client';

const options: ClientOptions = { baseUrl: 'https://lambda.example/api/v1', retries: 1 };
const api: Client = createClient(options);

export async function train(): Promise<[number | null, number, string]> {
	const run = await api.train({ data: { kind: 'moons' }, penalty: { lambda: 0.5 }, optimizer: { learningRate: 0.1 } });
	// @ts-expect-error there is no such field
	run.final.loss;
	// @ts-expect-error there is no such scaling
	await api.train({ data: { kind: 'moons' }, penalty: { scaling: 'over-n' } });
	// @ts-expect-error λ is a number
	await api.train({ data: { kind: 'moons' }, penalty: { lambda: '1' } });
	// @ts-expect-error data are needed
	await api.train({});
	return [run.final.dataLoss, run.derived.m, run.spec.penalty.scaling];
}

export async function watch(signal: AbortSignal): Promise<number> {
	let epochs = 0;
	for await (const { event, data } of api.comparisonEvents({ base: {}, variants: [{ label: 'a' }] }, { signal })) {
		if (event === 'progress') epochs += data.epochs;
		else return data.runs.length;
	}
	return epochs;
}

export async function sweep(): Promise<number> {
	const { id, stopToken } = await api.startSweep({ base: { data: { kind: 'moons' } }, axes: { lambda: [0, 1] } });
	for await (const one of api.sweepEvents(id)) if (one.event === 'cell') return one.data.lambda ?? 0;
	return stopToken ? (await api.stopSweep(id, stopToken)).cells.done : 0;
}

export async function convert(): Promise<string[]> {
	// @ts-expect-error there is no such library
	await api.convert({ from: 'theano', value: 1, m: 10 });
	const { equivalents } = await api.convert({ from: 'pytorch-sgd', value: 0.01, m: 1000 });
	return equivalents.map(({ library }) => library);
}

export async function predict(id: string): Promise<number> {
	const { W, b } = await api.weights(id);
	// @ts-expect-error there is no such form
	await api.weightsFile(id, 'pickle');
	const bytes: Uint8Array = await api.weightsFile(id, 'safetensors');
	// @ts-expect-error rows are arrays of numbers
	await api.predict(id, [1, 2]);
	// @ts-expect-error there is no such data set
	await api.dataSet('iris');
	const { X } = await api.dataSet('wine', { m: 90 });
	const { prediction, class: classes } = await api.predict(id, X);
	return W.length + b.length + bytes.length + prediction.length + (classes?.[0] ?? 0);
}

/** What was refused is sent again as it would run. */
export async function shrink(error: unknown): Promise<Run | Comparison | Sweep['id'] | undefined> {
	if (!(error instanceof ApiError)) return;
	const { fits }: Problem = error.problem;
	if (!fits) return;
	// @ts-expect-error it may be a request of another kind
	api.train(fits).catch(() => {});
	if ('axes' in fits) return (await api.startSweep(fits)).id;
	return 'variants' in fits ? api.compare(fits) : api.train(fits);
}

/** What is sent may be read-only, and has a name. */
const rows = [
	[0.5, 1],
	[2, 3],
] as const;
const spec = { data: { kind: 'inline', X: rows, y: [0, 1] }, network: { hidden: [] } } as const satisfies RunSpec;
const pair: ComparisonRequest = { base: spec, variants: [{ label: 'a', patch: { penalty: { lambda: 1 } } }] };
const grid: SweepRequest = { base: spec, axes: { lambda: [0, 1] as const } };
export async function readOnly(own: readonly (readonly number[])[]): Promise<[Predictions, Run | undefined, string]> {
	const run: Run = await api.train(spec);
	await api.train({ data: { kind: 'inline', X: own, y: own.map(() => 1) } });
	// @ts-expect-error rows are numbers
	await api.train({ data: { kind: 'inline', X: [['1']] as const, y: [0] } });
	const compared: Comparison = await api.compare(pair);
	return [await api.predict(run.id, own), compared.runs[0]?.run, (await api.startSweep(grid)).id];
}
