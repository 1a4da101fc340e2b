/** A training worker of the article's figures: one task after the other, on a kernel that the page has compiled. */
import '../noEval.ts';
import { fusedEngine } from '../../../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../../../src/engine/fused/kernelPool.ts';
import { trainDenseIn } from '../../../src/engine/fused/trainDense.ts';
import type { Host } from '../../../src/engine/host.ts';
import { realTables } from '../realTables.ts';
import { LiveTrainer } from './LiveTrainer.ts';
import type { LiveAnswer, LiveRequest, LiveTask } from './messages.ts';

let trainer: LiveTrainer | null = null;

const answer = (message: LiveAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.onmessage = ({ data: request }: MessageEvent<LiveRequest>) => {
	if (request.kind === 'kernel') trainer = new LiveTrainer(hostOf(request.module));
	else void doTask(request.id, request.task);
};

async function doTask(id: number, task: LiveTask): Promise<void> {
	try {
		if (!trainer) throw new Error('the kernel has not come');
		const outcome = await trainer.train(task);
		answer(
			{ id, outcome },
			outcome.looks.map(({ probability }) => probability.buffer),
		);
	} catch (error) {
		answer({ id, failure: error instanceof Error ? error.message : String(error) });
	}
}

function hostOf(module: WebAssembly.Module): Host {
	const engine = fusedEngine(trainDenseIn(new KernelPool(module)));
	const noReference = () => {
		throw new Error('the figures train with the fused engine');
	};
	return { engines: { fused: () => engine, reference: noReference }, tables: realTables };
}
