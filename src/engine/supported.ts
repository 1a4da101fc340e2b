import { AVAILABLE_DATA } from '../data/registry.ts';
import type { FieldError } from '../schema/fieldErrors.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/** What a spec asks for that its engine cannot do yet: refused before anything trains, never ignored. */
export function unsupported(spec: RunSpec): FieldError[] {
	const { data, loss, optimizer, penalty, training, regularizers } = spec;
	const notYet = (path: string, given: string, instead: string): FieldError => ({
		path,
		message: `${given} is not trained by this version yet: use ${instead}`,
	});
	const limits: [boolean, FieldError][] = [
		[spec.engine !== 'reference', notYet('engine', `"${spec.engine}"`, '"reference"')],
		[
			!AVAILABLE_DATA.includes(data.kind),
			notYet('data.kind', `"${data.kind}"`, AVAILABLE_DATA.map((kind) => `"${kind}"`).join(' or ')),
		],
		[loss !== 'binary-cross-entropy', notYet('loss', `"${loss}"`, '"binary-cross-entropy"')],
		[optimizer.kind !== 'sgd', notYet('optimizer.kind', `"${optimizer.kind}"`, '"sgd"')],
		[optimizer.kind === 'sgd' && optimizer.momentum > 0, notYet('optimizer.momentum', 'momentum', '0')],
		[penalty.norm !== 'l2', notYet('penalty.norm', `"${penalty.norm}"`, '"l2"')],
		[penalty.application !== 'loss', notYet('penalty.application', `"${penalty.application}"`, '"loss"')],
		['batches' in training, notYet('training.batches', 'a list of batches', 'epochs')],
		['batchSize' in training && training.batchSize !== 'full', notYet('training.batchSize', 'a minibatch', '"full"')],
		[
			training.learningRateDecay !== 'none',
			notYet('training.learningRateDecay', `"${training.learningRateDecay}"`, '"none"'),
		],
		[regularizers.dropout > 0, notYet('regularizers.dropout', 'dropout', '0')],
		[regularizers.inputNoise > 0, notYet('regularizers.inputNoise', 'input noise', '0')],
		[regularizers.earlyStopping !== null, notYet('regularizers.earlyStopping', 'early stopping', 'null')],
	];
	return limits.filter(([missing]) => missing).map(([, error]) => error);
}
