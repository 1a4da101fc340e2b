import { penaltySchema } from './objective.ts';
import { type RunSpec, type RunSpecInput, runSpecSchema } from './runSpec.ts';

/**
 * The one form of all specs that mean the same: defaults filled in, keys in the schema's order,
 * numbers normalised (1e2 is 100, −0 is 0). A penalty of λ = 0 and the activation of a network
 * without hidden layers do nothing, so they take one value; targets left as they are need no word.
 *
 * @throws ZodError when `input` is not a valid spec.
 */
export function canonical(input: RunSpecInput): RunSpec {
	return settle(runSpecSchema.parse(input));
}

/** The canonical form of a spec that has been parsed. */
export function settle(spec: RunSpec): RunSpec {
	const { init, loss, optimizer, training, regularizers, engine, output } = spec;
	const data = withoutFalse(spec.data);
	const network = spec.network.hidden.length === 0 ? { ...spec.network, activation: 'linear' as const } : spec.network;
	const penalty = spec.penalty.lambda === 0 ? penaltySchema.parse({}) : spec.penalty;
	// zod writes keys in the order of the schema, whatever the order they came in.
	const ordered: RunSpec = { data, network, init, loss, optimizer, penalty, training, regularizers, engine, output };
	return JSON.parse(JSON.stringify(ordered)) as RunSpec; // plain JSON in, the same shape out; −0 becomes 0
}

/** Data without a `standardizeTargets` that is false, which is what leaving it out means. */
function withoutFalse(data: RunSpec['data']): RunSpec['data'] {
	if (!('standardizeTargets' in data) || data.standardizeTargets) return data;
	const { standardizeTargets: _false, ...rest } = data;
	return rest;
}
