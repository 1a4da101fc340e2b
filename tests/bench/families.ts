import { RandomState } from '../../src/data/randomState.ts';
import { cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpec, RunSpecInput } from '../../src/schema/runSpec.ts';

/** Random choices of a spec's fields. */
class Draw {
	readonly #random: RandomState;

	constructor(seed: number) {
		this.#random = new RandomState(seed);
	}

	/** A whole number from `low` to `high`, as likely in each octave. */
	whole(low: number, high: number): number {
		return Math.round(low * (high / low) ** this.#random.random());
	}

	/** A power of ten between two exponents. */
	power(low: number, high: number): number {
		return 10 ** this.#random.uniform(low, high);
	}

	of<const Choices extends readonly unknown[]>(...choices: Choices): Choices[number] {
		return choices[Math.floor(this.#random.random() * choices.length)];
	}

	list<T>(length: number, each: () => T): T[] {
		return Array.from({ length }, each);
	}
}

type Family = (draw: Draw) => RunSpecInput;

const planar = (draw: Draw, most = 2000) => ({
	kind: draw.of('moons', 'circles', 'spirals', 'blobs', 'xor'),
	m: draw.whole(1, most),
	test: draw.of(null, { m: draw.whole(10, 1000) }),
});
const hidden = (draw: Draw, widest: number, layers = 4) =>
	draw.list(draw.whole(1, layers), () => draw.whole(1, widest));
const activation = (draw: Draw) => draw.of('relu', 'tanh', 'sigmoid', 'linear');
const sgd = (draw: Draw) => ({
	kind: 'sgd' as const,
	learningRate: draw.power(-4, -1),
	momentum: draw.of(0, 0.9),
});
const adam = (draw: Draw) => ({ kind: 'adam' as const, learningRate: draw.power(-5, -2) });
const tiny = (draw: Draw) => draw.of(-1, 1) * draw.power(-44, -8);

/** Examples of the caller's own whose numbers are hardly there. */
function tinyRows(draw: Draw) {
	const m = draw.whole(16, 200);
	const features = draw.whole(1, 16);
	return {
		kind: 'inline' as const,
		X: draw.list(m, () => draw.list(features, () => tiny(draw))),
		y: draw.list(m, () => draw.of(0, 1)),
	};
}

/** A network whose weights are given, and hardly there. */
function tinyWeights(draw: Draw): RunSpecInput {
	const features = 2;
	const units = draw.whole(2, 64);
	return {
		data: planar(draw, 300),
		network: { hidden: [units], activation: activation(draw) },
		init: {
			kind: 'explicit',
			W: [draw.list(units, () => draw.list(features, () => tiny(draw))), [draw.list(units, () => tiny(draw))]],
			b: [draw.list(units, () => tiny(draw)), [tiny(draw)]],
		},
		optimizer: { ...draw.of(sgd, adam)(draw), learningRate: draw.power(-60, -10) },
	};
}

/** Twenty ways to spend a budget; each is legal, and none is what the estimate was made from. */
export const FAMILIES: readonly (readonly [string, Family])[] = [
	['the notebook’s network', (draw) => ({ data: planar(draw) })],
	['linear models', (draw) => ({ data: planar(draw), network: { hidden: [] } })],
	['thin and deep', (draw) => ({ data: planar(draw), network: { hidden: draw.list(8, () => draw.whole(1, 4)) } })],
	[
		'wide',
		(draw) => ({
			data: { ...planar(draw, 500), test: null },
			network: { hidden: hidden(draw, 512, 8), activation: activation(draw) },
			optimizer: draw.of(sgd, adam)(draw),
		}),
	],
	['tanh', (draw) => ({ data: planar(draw), network: { hidden: hidden(draw, 64), activation: 'tanh' } })],
	['sigmoid', (draw) => ({ data: planar(draw), network: { hidden: hidden(draw, 64), activation: 'sigmoid' } })],
	['Adam', (draw) => ({ data: planar(draw), network: { hidden: hidden(draw, 64) }, optimizer: adam(draw) })],
	[
		'one-row batches',
		(draw) => ({
			data: planar(draw, 300),
			network: { hidden: hidden(draw, 64, 2), activation: activation(draw) },
			optimizer: draw.of(sgd, adam)(draw),
			training: { batchSize: 1 },
		}),
	],
	[
		'small batches',
		(draw) => {
			const data = planar(draw);
			return {
				data,
				network: { hidden: hidden(draw, 64), activation: activation(draw) },
				optimizer: draw.of(sgd, adam)(draw),
				training: { batchSize: Math.min(data.m, draw.whole(2, 64)) },
			};
		},
	],
	[
		'dropout',
		(draw) => ({ data: planar(draw), network: { hidden: hidden(draw, 64) }, regularizers: { dropout: 0.5 } }),
	],
	[
		'input noise',
		(draw) => ({
			data: planar(draw),
			network: { hidden: hidden(draw, 16) },
			regularizers: { inputNoise: draw.power(-30, 0) },
		}),
	],
	[
		'L1',
		(draw) => ({
			data: planar(draw),
			network: { hidden: hidden(draw, 64), activation: activation(draw) },
			penalty: { norm: 'l1', lambda: draw.power(-3, 1), application: draw.of('loss', 'decoupled', 'decoupled-raw') },
		}),
	],
	[
		'weights that shrink away',
		(draw) => ({
			data: planar(draw, 100),
			network: { hidden: hidden(draw, 32, 3), activation: draw.of('linear', 'relu', 'tanh') },
			optimizer: draw.of(sgd, adam)(draw),
			penalty: { lambda: draw.power(0, 2), scaling: 'full', application: draw.of('loss', 'decoupled') },
		}),
	],
	[
		'tiny inputs',
		(draw) => ({
			data: tinyRows(draw),
			network: { hidden: hidden(draw, 64, 2), activation: activation(draw) },
			optimizer: { ...draw.of(sgd, adam)(draw), learningRate: draw.power(-300, -1) },
		}),
	],
	['tiny weights', tinyWeights],
	[
		'digits',
		(draw) => ({
			data: { kind: 'digits', m: draw.whole(20, 1500) },
			network: { hidden: hidden(draw, 128, 2), activation: activation(draw) },
			optimizer: draw.of(sgd, adam)(draw),
		}),
	],
	[
		'a teacher of many inputs',
		(draw) => ({
			data: { kind: 'linear-teacher', m: draw.whole(20, 2000), features: draw.whole(20, 200), test: null },
			network: { hidden: draw.list(draw.of(0, 1), () => draw.whole(1, 32)) },
		}),
	],
	[
		'measured at every epoch',
		(draw) => ({ data: planar(draw), network: { hidden: hidden(draw, 64) }, training: { recordEvery: 1 } }),
	],
	[
		'pictures and weights',
		(draw) => ({
			data: planar(draw),
			network: { hidden: hidden(draw, 64) },
			output: { weights: true, boundary: { resolution: draw.whole(20, 200) } },
		}),
	],
	[
		'the reference engine',
		(draw) => ({
			engine: 'reference',
			data: planar(draw, 1000),
			network: { hidden: hidden(draw, 64, 3), activation: activation(draw) },
			optimizer: draw.of(sgd, adam)(draw),
		}),
	],
];

/** A spec of a family with as many epochs as come nearest to `flop` charged, from below where that can be. */
export function specNear(family: Family, seed: number, flop: number): { spec: RunSpec; charged: number } {
	const input = family(new Draw(seed % 2 ** 32));
	const withEpochs = (epochs: number) =>
		canonical({
			...input,
			training: { recordEvery: Math.max(1, Math.floor(epochs / 100)), ...input.training, epochs },
		} as RunSpecInput);
	const charge = (epochs: number) => cost(resolve(withEpochs(epochs))).charged;
	let low = 1;
	let high = 1_000_000;
	while (high - low > 1 + low / 100) {
		const middle = Math.floor((low + high) / 2);
		if (charge(middle) <= flop) low = middle;
		else high = middle;
	}
	return { spec: withEpochs(low), charged: charge(low) };
}
