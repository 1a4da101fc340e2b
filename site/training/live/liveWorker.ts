/** A training worker of the article's figures: one task after the other, on a kernel that the page has compiled. */
import '../noEval.ts';
import { fusedEngine } from '../../../src/engine/fused/fusedEngine.ts';
import { KernelPool } from '../../../src/engine/fused/kernelPool.ts';
import { trainDenseIn } from '../../../src/engine/fused/trainDense.ts';
import type { Host } from '../../../src/engine/host.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { type Progress, train } from '../../../src/engine/train.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { eachFrame } from '../eachFrame.ts';
import { realTables } from '../realTables.ts';
import { LiveTrainer } from './LiveTrainer.ts';
import type { LiveAnswer, LiveRequest } from './messages.ts';

let host: Host | null = null;
let trainer: LiveTrainer | null = null;
/** The job that runs, and those that wait for it. */
let former: Promise<void> = Promise.resolve();

const answer = (message: LiveAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.onmessage = ({ data: request }: MessageEvent<LiveRequest>) => {
	if (request.kind === 'kernel') {
		host = hostOf(request.module);
		trainer = new LiveTrainer(host);
	} else former = former.then(() => doJob(request));
};

async function doJob(request: Exclude<LiveRequest, { kind: 'kernel' }>): Promise<void> {
	const { id } = request;
	try {
		if (!host || !trainer) throw new Error('the kernel has not come');
		if (request.kind === 'run') {
			const tell = eachFrame((progress: Progress) => {
				answer({ id, progress: { share: progress.epoch / progress.epochs, trace: progress.trace() } });
			});
			return answer({ id, answer: await train(resolve(canonical(request.asked)), host, { onProgress: tell }) });
		}
		const outcome = await trainer.train(request.asked);
		answer(
			{ id, answer: outcome },
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
