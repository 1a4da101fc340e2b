/** A worker that does not start is told of, and is not asked again. */
import { expect, test, vi } from 'vitest';
import { type Hearing, TrainingPool, type WorkerLike } from '../../site/training/lab/trainingPool.ts';
import { LivePool } from '../../site/training/live/LivePool.ts';
import type { LiveRequest } from '../../site/training/live/messages.ts';
import { canonical } from '../../src/schema/canonical.ts';

vi.mock('../../site/training/kernel.ts', () => ({ compiledKernel: async () => ({}) }));

const SPEC = canonical({ data: { kind: 'moons' } });
const failure = { message: '' } as ErrorEvent; // a script that does not come has no message

test('in the Lab the trainings of that worker fail, those of others go on, and the next one starts another', () => {
	vi.stubGlobal('navigator', { hardwareConcurrency: 3 });
	const workers: (WorkerLike & { asked: unknown[]; isEnded: boolean })[] = [];
	const start = () => {
		const worker = {
			asked: [] as unknown[],
			isEnded: false,
			onmessage: null,
			onerror: null,
			postMessage: (request: unknown) => worker.asked.push(request),
			terminate: () => {
				worker.isEnded = true;
			},
		};
		workers.push(worker);
		return worker;
	};
	const pool = new TrainingPool(6, start);
	const failed: string[] = [];
	const hearing = (name: string): Hearing => ({
		frame: () => {},
		progress: () => {},
		failure: () => failed.push(name),
	});
	const goal = { to: 0, show: null, view: { resolution: 2, pixels: 2, window: null } };
	pool.begin(1, SPEC, goal, hearing('first'));
	pool.begin(2, SPEC, goal, hearing('second'));
	workers[0]?.onerror?.call(workers[0] as unknown as Worker, failure);
	expect(failed).toEqual(['first']);
	expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
	pool.begin(1, SPEC, goal, hearing('third'));
	expect(workers).toHaveLength(3);
	expect(workers[2]?.asked).toHaveLength(1);
	vi.unstubAllGlobals();
});

test('in a figure its task fails, another worker does the next one, and new ones where none is left', async () => {
	const workers: StubbedWorker[] = [];
	class StubbedWorker {
		onmessage: ((event: { data: unknown }) => void) | null = null;
		onerror: ((event: ErrorEvent) => void) | null = null;
		asked: LiveRequest[] = [];
		constructor() {
			workers.push(this);
		}
		postMessage(request: LiveRequest) {
			this.asked.push(request);
		}
		terminate() {}
	}
	vi.stubGlobal('Worker', StubbedWorker);
	const pool = new LivePool(2);
	const train = () =>
		pool.train({ spec: { data: { kind: 'moons' } } }).then(
			() => 'trained',
			() => 'failed',
		);
	const tasksOf = (worker?: StubbedWorker) => worker?.asked.filter(({ kind }) => kind === 'task') ?? [];
	const warm = pool.warm();
	workers[0]?.onerror?.(failure); // before the kernel has come
	await warm;
	const first = train();
	await vi.waitFor(() => expect(tasksOf(workers[1])).toHaveLength(1));
	expect(workers[0]?.asked).toEqual([]);
	const second = train();
	workers[1]?.onerror?.(failure);
	expect(await Promise.all([first, second])).toEqual(['failed', 'failed']);
	const third = train();
	await vi.waitFor(() => expect(tasksOf(workers[2])).toHaveLength(1));
	const [{ id } = { id: 0 }] = tasksOf(workers[2]) as { id: number }[];
	workers[2]?.onmessage?.({ data: { id, answer: {} } });
	expect(await third).toBe('trained');
	vi.unstubAllGlobals();
});
