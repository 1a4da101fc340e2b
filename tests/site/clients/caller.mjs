/** A caller's program, in Node and in a page alike: a call of every kind, and what came of it. */
import { ApiError, createClient, UnreachableError } from 'lambda-over-2m-client';

/** @param {string} baseUrl */
export async function call(baseUrl) {
	const api = createClient({ baseUrl });
	const spec = { data: { kind: /** @type {const} */ ('moons'), m: 20 }, training: { epochs: 50 } };
	const run = await api.train(spec);
	const again = await api.run(run.id);
	const program = await api.exportRun(run.id, 'pytorch');
	const weights = await api.weights(run.id);
	const file = await api.weightsFile(run.id, 'npz');
	const { X } = await api.dataSet('moons', { m: 4 });
	const { prediction, class: classes } = await api.predict(run.id, X);
	const misfit = await api.predict(run.id, [[1]]).catch((/** @type {unknown} */ error) => error);
	const rows = [
		[1, 2],
		[3, 1],
		[2, 5],
	];
	const data = { kind: /** @type {const} */ ('inline'), X: rows, columns: ['a', 'b'], y: [0.5, 2.5, 7] };
	const fitted = await api.train({ data, network: { hidden: [] } });
	const turned = Object.assign(
		rows.map(([a = 0, b = 0]) => [b, a]),
		{ columns: ['b', 'a'] },
	);
	const [straight, inOtherOrder] = [await api.predict(fitted.id, rows), await api.predict(fitted.id, turned)];
	const watched = [];
	for await (const { event, data } of api.trainingEvents({ ...spec, penalty: { lambda: 2 } })) {
		watched.push(event === 'result' ? data.final.dataLoss : event);
	}
	const { runs } = await api.compare({
		base: spec,
		variants: [{ label: 'half', patch: { penalty: { scaling: 'half' } } }],
	});
	const begun = await api.startSweep({ base: spec, axes: { lambda: [0, 1], m: [10] } });
	let cells = 0;
	for await (const { event } of api.sweepEvents(begun.id)) cells += event === 'cell' ? 1 : 0;
	const { lambda } = await api.convert({ from: 'pytorch-sgd', value: 0.01, m: 1000 });
	const { findings } = await api.explain({ ...spec, penalty: { lambda: 1e5 } });
	const refused = await api.train({ data: { kind: 'moons', m: -1 } }).catch((/** @type {unknown} */ error) => error);
	const nobody = createClient({ baseUrl: 'http://127.0.0.1:9/api/v1', retries: 0 });
	return {
		id: run.id,
		isTheSame: JSON.stringify(run) === JSON.stringify(again),
		program: program.split('\n').filter((line) => line.startsWith('import ')),
		layers: weights.W.map((rows) => [rows.length, rows[0]?.length]),
		archive: String.fromCharCode(...file.slice(0, 2)),
		isPredicted: prediction.every((p, i) => Math.abs(Number(p) - probability(weights, X[i] ?? [])) < 1e-6),
		isDecided: prediction.every((p, i) => classes?.[i] === (Number(p) > 0.5 ? 1 : 0)),
		misfit: misfit instanceof ApiError && misfit.problem.errors.map(({ path }) => path),
		isByName: JSON.stringify(straight) === JSON.stringify(inOtherOrder) && straight.prediction.length === 3,
		experiments: (await api.experiments()).experiments.length,
		watched,
		labels: runs.map(({ label }) => label),
		cells,
		lambda,
		findings: findings.map(({ code }) => code),
		refused: refused instanceof ApiError && refused.problem.errors.map(({ path }) => path),
		isUnreachable: (await nobody.run('x').catch((error) => error)) instanceof UnreachableError,
	};
}

/**
 * The network by hand: rectified layers, then the logistic function of the last one's output.
 * @param {{ W: number[][][], b: number[][] }} weights @param {number[]} x
 */
function probability({ W, b }, x) {
	const out = W.reduce(
		(input, rows, layer) =>
			rows.map((row, unit) => {
				const z = row.reduce((sum, w, i) => sum + w * (input[i] ?? 0), b[layer]?.[unit] ?? 0);
				return layer < W.length - 1 ? Math.max(z, 0) : z;
			}),
		x,
	);
	return 1 / (1 + Math.exp(-(out[0] ?? 0)));
}
