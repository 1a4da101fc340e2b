/** A training worker of the Lab: it holds several trainings, and moves each on when it is told to. */
import '../noEval.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { epochsWithin } from '../../../src/engine/train.ts';
import { beginTraining, type Training } from '../../../src/engine/training.ts';
import { ENGINE_VERSION } from '../../../src/engine/version.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { runId } from '../../../src/schema/identity.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { pictureOf } from '../../pictures/network/picture.ts';
import { host } from '../host.ts';
import type { LabAnswer, LabRequest } from './messages.ts';

interface Held {
	spec: RunSpec;
	training: Training;
	resolution: number | null;
	/** Points of the trace that were told. */
	told: number;
	/** Epochs at a time that do not keep the others waiting. */
	most: number;
}

/** Arithmetic between two answers: about a frame's time. */
const PIECE_FLOP = 2e8;

const held = new Map<number, Held>();
const ended = new Set<number>();

const answer = (message: LabAnswer) => self.postMessage(message);

/** Requests are done one after the other, in the order in which they came. */
let last = Promise.resolve();
self.onmessage = ({ data: request }: MessageEvent<LabRequest>) => {
	if (request.kind === 'end') ended.add(request.id);
	last = last
		.then(() => answerRequest(request))
		.catch((error) => {
			answer({ kind: 'failure', id: request.id, message: error instanceof Error ? error.message : String(error) });
		});
};

async function answerRequest(request: LabRequest): Promise<void> {
	const { id } = request;
	if (request.kind === 'end') {
		held.get(id)?.training.dispose();
		held.delete(id);
		ended.delete(id);
		return;
	}
	if (ended.has(id)) return; // asked for before the reader changed their mind
	if (request.kind === 'begin') {
		const resolved = resolve(canonical(request.spec));
		const training = await beginTraining(resolved, host);
		const most = epochsWithin(resolved, PIECE_FLOP);
		held.set(id, { spec: resolved.spec, training, resolution: request.resolution, told: 0, most });
	} else {
		const one = held.get(id);
		one?.training.advance(Math.min(request.epochs, one.most));
	}
	await tell(id);
}

async function tell(id: number): Promise<void> {
	const one = held.get(id);
	if (!one) return;
	const { spec, training, resolution } = one;
	const trace = training.trace(one.told);
	one.told += trace.epoch.length;
	const frame = {
		epoch: training.epoch,
		epochs: training.epochs,
		isOver: training.isOver,
		trace,
		picture: pictureOf(training.weights()),
		boundary: resolution === null ? null : training.boundary(resolution),
	};
	const run = training.isOver ? { id: await runId(spec, ENGINE_VERSION), ...training.result() } : null;
	answer({ kind: 'frame', id, frame, run });
}
