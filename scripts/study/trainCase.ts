import type { createClient } from '../../src/client/client.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import type { SweepDocument, SweepResult } from '../../src/schema/sweepAnswers.ts';
import { firstLambdas, type StudyCase, sweepOf } from '../../src/study/design.ts';
import { type CaseTable, hasConverged, missingLambdas, tableOf } from '../../src/study/table.ts';

type Api = ReturnType<typeof createClient>;

/** Trains a case as sweeps, with further λ until no best one is at an end; what the server knows is not trained again. */
export async function trainCase(
	api: Api,
	given: StudyCase,
	seeds: readonly number[],
	say: (line: string) => void,
): Promise<CaseTable> {
	const documents: SweepDocument[] = [];
	for (let lambdas = firstLambdas(given); ; ) {
		documents.push(await runSweep(api, sweepOf(given, lambdas, seeds)));
		const cells = documents.flatMap(({ results }) => results);
		const table = tableOf(given, cells, Number.NaN, seeds);
		lambdas = missingLambdas(table);
		if (lambdas.length === 0) return { ...table, unconverged: await measureUnconverged(api, given, cells) };
		say(`λ goes on at ${lambdas.join(', ')}`);
	}
}

async function runSweep(api: Api, sweep: SweepInput): Promise<SweepDocument> {
	const { id } = await api.startSweep(sweep);
	for await (const { event, data } of api.sweepEvents(id)) {
		if (event === 'cell' && data.status === 'failed') throw new Error(`a cell failed: ${JSON.stringify(data)}`);
	}
	return api.sweep(id);
}

/** The share of the first seed's runs that had not converged; one that diverged has not. */
async function measureUnconverged(api: Api, { optimizer }: StudyCase, cells: readonly SweepResult[]): Promise<number> {
	const runs = cells.filter(({ seed, runId }) => seed === cells[0]?.seed && runId !== null);
	const falling = optimizer === 'adamw' ? 'dataLoss' : 'objective'; // decoupled decay goes down no objective
	let count = 0;
	for (const { runId, status } of runs) {
		const converged = status === 'ok' && hasConverged((await api.run(runId ?? '')).trace[falling]);
		if (!converged) count++;
	}
	return count / runs.length;
}
