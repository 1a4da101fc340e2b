import { nearest } from '../schema/nearest.ts';
import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { l1Beside } from './elasticNet.ts';
import { lastName, pathOf } from './path.ts';
import { byDefault, computed, type Decay, decayAt, type Note, note, type Source } from './reading.ts';
import type { Scope, Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { withoutMisspelt } from './unknownArguments.ts';

const PLACES = [
	'kernel_regularizer',
	'recurrent_regularizer',
	'depthwise_regularizer',
	'pointwise_regularizer',
	'embeddings_regularizer',
	'gamma_regularizer',
	'beta_regularizer',
	'W_regularizer',
];
const ON_BIASES = ['bias_regularizer', 'b_regularizer'];
/** Names that are shorter are near to others that there are: `U_regularizer`. */
const LONG = 14;
const isPlace = (name: string) => [...PLACES, ...ON_BIASES].includes(name);
/** Keras' own default of `l2`. */
const DEFAULT_L2 = 0.01;

/** The regularizers of a layer (`kernel_regularizer=regularizers.l2(1e-4)`), each as a decay; equal ones are joined later. */
export function readRegularizers({ call, path, use }: FoundCall, { scope }: Source): Decay[] {
	const args = new Arguments({ call, use }, scope);
	const layer = lastName(path);
	if (layer === 'dict') return [];
	const slips = call.args.flatMap((one): Decay[] => {
		const [near] = one.name && /reg.*[rz]/i.test(one.name) ? nearest(one.name, [...PLACES, ...ON_BIASES]) : [];
		if (one.name === null || near === undefined || near.length < LONG || isPlace(one.name)) return [];
		const decay = readRegularizer(one.value, scope, use, false);
		const value = { value: null, from: one.from, unknown: { code: 'misspelt' as const, written: one.name } };
		const notes = [...decay.notes, note('no-argument', one, { written: one.name, name: layer, near })];
		return [{ ...decay, value, isDefault: false, notes, name: `${layer}(${near})` }];
	});
	const read = [...PLACES, ...ON_BIASES].flatMap((place): Decay[] => {
		const given = args.get([place]);
		if (!given || (given.kind === 'constant' && given.value === null)) return [];
		return [{ ...readRegularizer(given, scope, use, ON_BIASES.includes(place)), name: `${layer}(${place})` }];
	});
	return [...slips, ...read];
}

/** `layer.kernel_regularizer = l2(1e-4)`. */
export function readSetRegularizers({ program, scope }: Source): Decay[] {
	return program.bindings.flatMap(({ target, value: given, ...use }): Decay[] => {
		if (target.kind !== 'member' || !PLACES.includes(target.name) || given?.kind !== 'call') return [];
		return [{ ...readRegularizer(given, scope, use, false), name: scope.written(target), from: target.from }];
	});
}

function readRegularizer(given: Expression, scope: Scope, use: Use, isOnBiases: boolean): Decay {
	const notes: Note[] = isOnBiases ? [note('decays-biases', given)] : [];
	const { value, isDefault } = readStrength(given, scope, use, notes);
	return decayAt(given, { name: '', row: 'keras-l2', parameter: 'l2', value, isDefault, covers: 'layers', notes });
}

/** `l2(1e-4)`, `L2(l2=…)`, `l1_l2(l1=…, l2=…)`, `'l2'`, or a name for one of them. */
function readStrength(given: Expression, scope: Scope, use: Use, notes: Note[]): Pick<Decay, 'value' | 'isDefault'> {
	const found = scope.resolve(given, use);
	const { from } = given;
	if (found?.kind === 'string') {
		const form = found.value.toLowerCase();
		if (form === 'l2' || form === 'l1_l2') return { value: byDefault(DEFAULT_L2, from), isDefault: true };
		notes.push(note('l1-penalty', given, { written: form }));
		return { value: byDefault(0, from), isDefault: false };
	}
	const name = found?.kind === 'call' ? lastName(pathOf(found.callee) ?? '') : undefined;
	if (found?.kind !== 'call' || name === undefined) {
		return { value: computed(from, scope.written(given)), isDefault: false };
	}
	const args = new Arguments({ call: found, use }, scope);
	const isBoth = /^(l1_l2|L1L2|regularizer_l1_l2)$/.test(name);
	const isL2 = /^(l2|L2|regularizer_l2)$/.test(name);
	if (isBoth) notes.push(...l1Beside(args, ['l1'], scope, use, 0));
	if (isBoth || isL2) {
		const strength = isBoth ? ['l2'] : ['l2', 'l'];
		const said = args.get(strength, isBoth ? 1 : 0);
		const own = said
			? { value: scope.number(said, use), isDefault: false }
			: { value: byDefault(DEFAULT_L2, from), isDefault: true };
		const known = { name, arguments: isBoth ? ['l1', 'l2'] : strength, strength, isComplete: true };
		return withoutMisspelt(own, args, known, notes);
	}
	if (/^(l1|L1|regularizer_l1)$/.test(name)) {
		notes.push(note('l1-penalty', given, { written: scope.written(found) }));
		return { value: byDefault(0, from), isDefault: false };
	}
	return { value: computed(from, scope.written(found)), isDefault: false };
}

/** The optimizer that Keras compiles a model with, where it is a string. */
export function compiledOptimizer({ name, call, use }: FoundCall, { scope }: Source): string | null {
	if (name !== 'compile') return null;
	const args = new Arguments({ call, use }, scope);
	const given = args.get(['optimizer'], 0);
	if (!given) return null;
	for (const one of everyPart(scope.resolve(given, use) ?? given)) {
		if (one.kind === 'string') return one.value;
		if (one.kind === 'call') return pathOf(one.callee)?.split('.').at(-1) ?? null;
	}
	return null;
}

/** What is noted of a decay, wherever it stands. */
const said = ({ notes }: Decay) => JSON.stringify(notes.map(({ code, params }) => [code, params]));

/** Penalties on what layers put out, which a strength of decay has nothing to do with. */
export const readOnOutputs = ({ calls }: Source): Note[] =>
	calls
		.flatMap(({ call }) => call.args.filter(({ name }) => name === 'activity_regularizer'))
		.slice(0, 1)
		.map((one) => note('not-weights', one, { name: 'activity_regularizer' }));

/** Regularizers of the same strength as one decay of so many layers. */
export function joinLayers(decays: readonly Decay[]): Decay[] {
	const joined: Decay[] = [];
	for (const decay of decays) {
		const same = joined.find(
			(one) =>
				one.covers === 'layers' &&
				decay.covers === 'layers' &&
				one.value.value !== null &&
				one.value.value === decay.value.value &&
				said(one) === said(decay),
		);
		if (same) same.count += 1;
		else joined.push({ ...decay });
	}
	return joined;
}
