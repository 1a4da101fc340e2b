import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { OPENING, selectedRun } from '../state/state.ts';

/** A question to open with, as runs that answer it. */
interface Question {
	name: 'moreData' | 'otherOptimizer' | 'tooMuch';
	specs: readonly RunSpecInput[];
	/** The two runs that are its picture. */
	pictured: readonly [number, number];
}

const opening = selectedRun(OPENING).spec;
/** What they ask is seen at the end, once the optimizers rest. */
const LONGER = { epochs: 2000, recordEvery: 10 };

/** The opening network on so many moons. */
const moons = (m: number, penalty: RunSpecInput['penalty'], rest: Partial<RunSpecInput> = {}): RunSpecInput =>
	({ ...opening, training: LONGER, data: { ...opening.data, m }, penalty, ...rest }) as RunSpecInput; // the opening data have an m

const sgd = { optimizer: { kind: 'sgd', learningRate: 0.3 } } as const;

export const QUESTIONS: readonly Question[] = [
	{
		name: 'moreData',
		specs: [
			moons(30, { lambda: 0.6, scaling: 'over-2m' }),
			moons(300, { lambda: 0.6, scaling: 'over-2m' }),
			moons(30, { lambda: 0.02, scaling: 'half' }),
			moons(300, { lambda: 0.02, scaling: 'half' }),
		],
		pictured: [0, 1],
	},
	{
		name: 'otherOptimizer',
		specs: [
			moons(30, { lambda: 0.5 }, sgd),
			moons(30, { lambda: 0.5 }),
			moons(30, { lambda: 0.5, application: 'decoupled' }, sgd),
			moons(30, { lambda: 0.5, application: 'decoupled' }),
		],
		pictured: [1, 3],
	},
	{
		name: 'tooMuch',
		specs: [0, 0.1, 0.5, 5].map((lambda) => moons(30, { lambda })),
		pictured: [1, 3],
	},
];
