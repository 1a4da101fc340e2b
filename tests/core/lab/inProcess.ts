import { setImmediate as turn } from 'node:timers/promises';
import { host } from '../../../scripts/nodeHost.ts';
import { LabTrainer } from '../../../site/training/lab/LabTrainer.ts';
import type { LabAnswer, LabRequest } from '../../../site/training/lab/messages.ts';
import { TrainingPool, type WorkerLike } from '../../../site/training/lab/trainingPool.ts';

/** What went between a page and its workers, in its order. */
interface Wire {
	pool: TrainingPool;
	requests: LabRequest[];
	answers: LabAnswer[];
}

/** The Lab's pool with workers in this process, that hear and answer a turn later, and the messages between them. */
export function poolInProcess(): Wire {
	const [requests, answers]: [LabRequest[], LabAnswer[]] = [[], []];
	const start = () => {
		const worker: WorkerLike = {
			onmessage: null,
			onerror: null,
			postMessage: (request: LabRequest) => {
				requests.push(request);
				void turn().then(() => trainer.hear(structuredClone(request)));
			},
			terminate: () => {},
		};
		const answer = (message: LabAnswer, transfer: Transferable[]) => {
			const data = structuredClone(message, { transfer });
			answers.push(data);
			void turn().then(() => worker.onmessage?.call(worker as Worker, { data } as MessageEvent)); // as a Worker would
		};
		const trainer = new LabTrainer({ host, answer, turn: () => turn() });
		return worker;
	};
	return { pool: new TrainingPool(6, start), requests, answers };
}
