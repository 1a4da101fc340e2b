/**
 * The fast engine: all epochs between two looks at the network run inside one call of `TrainDense`, where nothing is
 * allocated. What the kernel does is explained in `kernel/index.ts`, and done plainly in `plain/plainTwin.ts`.
 */
import { at } from '../../at.ts';
import { RandomState } from '../../data/randomState.ts';
import type { Sample } from '../../data/sample.ts';
import type { Engine, Moment } from '../engine.ts';
import { flatten } from '../flatParameters.ts';
import { initialWeights } from '../initialWeights.ts';
import { countSlots } from '../optimizerSlots.ts';
import { startWatch } from '../trainSpan.ts';
import type { TrainDense, TrainDenseTask } from './trainDense.ts';
import type { FlatSample, Points } from './trainDenseInputs.ts';

/** @param trainDense the kernel itself (`trainDenseIn`), or the way to it through TensorFlow.js (`registerTrainDense`) */
export const fusedEngine =
	(trainDense: TrainDense): Engine =>
	(resolved, data) => {
		const { training, optimizer } = resolved.spec;
		const examples = { train: flattenSample(data.train), test: data.test && flattenSample(data.test) };
		const watch = startWatch(resolved.spec);
		const shuffle = new RandomState('shuffleSeed' in training ? training.shuffleSeed : 0);
		const initial = flatten(initialWeights(resolved));
		const slots = Array.from({ length: countSlots(optimizer) }, () => new Float32Array(initial.length));
		let state = [initial, ...slots];
		let epoch = 0;
		const call = (task: Pick<TrainDenseTask, 'span' | 'points'>) =>
			trainDense({ ...examples, state }, { resolved, shuffle, watch, from: epoch, ...task });
		const evaluate = (X: Float32Array, as: Points['as']) =>
			call({ span: { epochs: [], to: epoch }, points: { X, as } }).evaluated;
		/** Measures at these epochs, which is the moment's own or none, and trains nothing. */
		const look = ({ epoch: from, parameters }: Moment, epochs: readonly number[], X: Float32Array | null) =>
			trainDense(
				{ ...examples, state: [parameters] },
				{
					...{ resolved, shuffle, watch: null, from, span: { epochs, to: from } },
					points: X && { X, as: 'probabilities' },
				},
			);
		return {
			trainSpan(span) {
				const after = call({ span, points: null });
				state = after.state;
				epoch = span.to;
				return after.trace;
			},
			probabilities: (points) => evaluate(points, 'probabilities'),
			outputs: (points) => evaluate(Float32Array.from(points.flat()), 'outputs'),
			lookAt(moment, points) {
				const seen = look(moment, [moment.epoch], points);
				return { measured: at(seen.trace.rows, 0), probabilities: seen.evaluated };
			},
			probabilitiesAt: (moment, points) => look(moment, [], points).evaluated,
			parameters: () => at(state, 0),
			dispose() {}, // its arrays go with it
		};
	};

const flattenSample = ({ X, y }: Sample): FlatSample => ({
	X: Float32Array.from(X.flat()),
	y: Float32Array.from(y),
});
