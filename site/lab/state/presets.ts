import { CHAPTERS, type Chapter } from '../../../src/experiments/chapters.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import type { Text } from '../../../src/language.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import {
	adamw,
	alone,
	cancer,
	copied,
	diabetes,
	linear,
	moons,
	noisy,
	noisyTeacher,
	notebook,
	paced,
	small,
	spirals,
} from './presetSpecs.ts';
import { PRESET_WORDS } from './presetWords.ts';

/** A claim of the article as runs to play with: fewer seeds than its experiment, and every epoch to look at. */
interface Preset {
	claim: number;
	/** The chapter of the article that its claim belongs to. */
	chapter: Chapter;
	title: Text;
	/** What is to be seen, as its experiment states it, or in its own words. */
	sentence: Text;
	/** That measures it. */
	experiment: string;
	specs: RunSpecInput[];
}

/**
 * By claim. Claim 21 is about weights whose scale does not matter, as under batch normalization: no network of a
 * RunSpec has them, so that it has no preset.
 */
const SPECS: Record<number, () => RunSpecInput[]> = {
	1: notebook,
	2: () => SCALINGS.map((scaling) => moons(30, { lambda: 0.6, scaling })),
	3: () =>
		[
			{},
			{ lambda: 0.1, scaling: 'half' } as const,
			{ lambda: 0.1, scaling: 'half', application: 'decoupled' } as const,
		].map((penalty) => small(penalty, 0.1, { epochs: 500, batchSize: 16, recordEvery: 5 })),
	4: () =>
		[{}, { lambda: 2 }, { lambda: 2, application: 'decoupled' } as const].map((penalty) =>
			linear(50, penalty, { optimizer: { kind: 'adam', learningRate: 0.01 } }),
		),
	5: () => [30, 300].flatMap((m) => [0.4, 4, 40].map((lambda) => linear(m, { lambda }))),
	6: () => [30, 300].flatMap((m) => [0.1, 0.5].map((lambda) => moons(m, { lambda }))),
	7: () => [
		moons(30, { lambda: 0.1 }),
		...[0.1, 0.316, 1].map((lambda) => moons(300, { lambda })), // times 1, √10 and 10
	],
	8: () => [
		small({ lambda: 2 }, 0.2, { epochs: 1000 }, 20),
		small({ lambda: 0.1, scaling: 'half' }, 0.01, { epochs: 1000, batchSize: 1 }, 20),
		small({ lambda: 2, scaling: 'half' }, 0.2, { epochs: 1000 }, 20),
		small({ lambda: 2, scaling: 'half' }, 0.01, { epochs: 1000, batchSize: 1 }, 20),
	],
	9: () =>
		[{ lambda: 4 }, { lambda: 4 / 30, scaling: 'half' } as const].flatMap((penalty) =>
			[30, 300, 3000].map((m) => linear(m, penalty)),
		),
	10: () => [
		copied({ lambda: 0.3 }, 1),
		copied({ lambda: 0.3 }),
		copied({ lambda: 3 }),
		copied({ lambda: 0.01, scaling: 'half' }),
	],
	11: () => [30, 300].flatMap((m) => [0.1, 0.3, 1].map((lambda) => moons(m, { lambda }))),
	12: () => [0, 0.03, 0.3, 3].map((lambda) => moons(30, { lambda })),
	13: () => [
		diabetes({ lambda: 3000, norm: 'l1', scaling: 'over-m', application: 'decoupled' }),
		diabetes({ lambda: 3000, norm: 'l1', scaling: 'over-m' }),
		diabetes({ lambda: 300 }),
	],
	14: () => [
		cancer({}),
		cancer({ lambda: 2 }),
		cancer({ lambda: 2, norm: 'l1', scaling: 'over-m', application: 'decoupled' }),
	],
	15: () => [
		linear(50),
		linear(50, {}, { regularizers: { inputNoise: 0.3 }, training: { epochs: 2000, recordEvery: 20 } }),
		linear(50, { lambda: 50 * 0.3 ** 2 }),
	],
	16: () => [noisy(0, 0), noisy(0, 0.3), noisy(0.3, 0), noisy(0.3, 0.3)],
	17: () => [
		noisyTeacher(),
		noisyTeacher({ regularizers: { earlyStopping: { patience: 1 } } }),
		noisyTeacher({ penalty: { lambda: 12.5 } }), // m/(η·steps), 40/(0.02·160)
	],
	18: () => [0, 0.1, 0.3, 0.5].map((dropout) => moons(100, {}, { regularizers: { dropout } })),
	19: () => [
		spirals([2], 'tanh'),
		spirals([8], 'tanh'),
		spirals([32], 'tanh'),
		spirals([16, 16], 'tanh'),
		spirals([8], 'relu'),
		spirals([32], 'relu'),
	],
	20: () => [0.5, 1.5, 1.99, 2.01, 3].map(alone),
	22: () => [adamw(100, 0.1), adamw(400, 0.1), adamw(400, 0.025), adamw(1600, 0.1), adamw(1600, 0.00625)],
	23: () => [moons(30, { lambda: 0.3 }), ...[0.3, 1, 3].map((lambda) => moons(300, { lambda }))],
	24: () => [
		paced(0, { lambda: 0.3 }),
		paced(0.9, { lambda: 0.3 }),
		paced(0.9, { lambda: 0.3, application: 'decoupled' }),
		paced(0.9, { lambda: 3, application: 'decoupled' }),
	],
};

/** Every preset, in the order of the claims. */
export function presets(): Preset[] {
	return Object.entries(SPECS).map(([number, specs]) => {
		const claim = Number(number);
		const words = PRESET_WORDS[claim];
		const experiment = EXPERIMENTS.find(({ name, claims }) =>
			words?.experiment ? name === words.experiment : claims.includes(claim),
		);
		if (!experiment) throw new Error(`there is no experiment for claim ${claim}`);
		const chapter = CHAPTERS.find(({ experiments }) => experiments.includes(experiment.name));
		if (!chapter) throw new Error(`there is no chapter for claim ${claim}`);
		const { title, sentence } = { title: experiment.title, sentence: experiment.claim, ...words };
		return { claim, chapter, title, sentence, experiment: experiment.name, specs: specs() };
	});
}
