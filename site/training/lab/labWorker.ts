/** A training worker of the Lab: it holds several trainings, and moves each on when it is told to. */
import '../noEval.ts';
import kernelAddress from '../../../build/kernel.wasm?url';
import { REAL_FILES, readRealDataWith } from '../../../src/data/real.ts';
import { loadKernel } from '../../../src/engine/fused/kernelInstance.ts';
import { epochsWithin } from '../../../src/engine/train.ts';
import { begin, type Training } from '../../../src/engine/training.ts';
import { ENGINE_VERSION } from '../../../src/engine/version.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { runId } from '../../../src/schema/identity.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { pictureOf } from '../../pictures/network/picture.ts';
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

/** Arithmetic between two answers, in FLOP: a frame's time, about. */
const PIECE = 2e8;

readRealDataWith(async (kind) => (await fetch(`/data/${REAL_FILES[kind]}`)).json());
const ready = WebAssembly.compileStreaming(fetch(kernelAddress)).then(loadKernel);
const held = new Map<number, Held>();
const ended = new Set<number>();

const answer = (message: LabAnswer) => self.postMessage(message);

/** Requests are done one after the other, in the order in which they came. */
let last = Promise.resolve();
self.onmessage = ({ data: request }: MessageEvent<LabRequest>) => {
	if (request.kind === 'end') ended.add(request.id);
	last = last
		.then(() => done(request))
		.catch((error) => {
			answer({ kind: 'failure', id: request.id, message: error instanceof Error ? error.message : String(error) });
		});
};

async function done(request: LabRequest): Promise<void> {
	const { id } = request;
	if (request.kind === 'end') {
		held.get(id)?.training.dispose();
		held.delete(id);
		ended.delete(id);
		return;
	}
	if (ended.has(id)) return; // asked for before the reader changed their mind
	if (request.kind === 'begin') {
		await ready;
		const spec = canonical(request.spec);
		const training = await begin(spec);
		held.set(id, { spec, training, resolution: request.resolution, told: 0, most: epochsWithin(spec, PIECE) });
	} else held.get(id)?.training.advance(Math.min(request.epochs, held.get(id)?.most ?? 1));
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
