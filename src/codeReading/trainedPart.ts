import { Arguments, everyPart } from './calls.ts';
import { pathOf } from './path.ts';
import { type Decay, isFalse, type Note, note, type Source } from './reading.ts';
import { pairsOf } from './settingPairs.ts';
import type { Expression } from './syntax.ts';

/** What is frozen of models whose parameters an optimizer is given: `for p in model.backbone.parameters(): p.requires_grad = False`. */
export function frozenOf(models: readonly string[], { program, calls, scope }: Source): Note[] {
	const set = program.bindings.flatMap(({ target, value, from, blocks }) => {
		if (target.kind !== 'member' || target.name !== 'requires_grad' || !value) return [];
		const [loop] = target.of.kind === 'name' ? scope.parts(target.of.name, { from, blocks }) : [];
		const within = loop?.how === 'loop' && loop.value ? [...everyPart(loop.value)] : [target.of];
		return within.flatMap((one) => {
			const path = pathOf(one.kind === 'member' && /parameters$/.test(one.name) ? one.of : one);
			return path ? [{ from, path, isOff: isFalse(value) }] : [];
		});
	});
	const called = calls.flatMap(({ call: { callee, args, from } }) => {
		const path = callee.kind === 'member' && callee.name === 'requires_grad_' ? pathOf(callee.of) : null;
		return path ? [{ from, path, isOff: isFalse(args[0]?.value) }] : [];
	});
	const all = [...set, ...called];
	const found = all.find(
		({ path, isOff }) =>
			isOff &&
			models.some((one) => `${path}.`.startsWith(`${one}.`)) &&
			!all.some((other) => other.path === path && !other.isOff), // a discriminator's are switched off and on
	);
	return found ? [note('frozen', found, { written: found.path })] : [];
}

/** Settings that say which part of a model trains, and what they say of adapters. */
const TUNED =
	/^(adapter|finetuning_type|peft_(type|method)|tuning_type|tuner_type|train_type|sft_type|use_(peft|lora|qlora|dora)|_component_)$/;
const ADAPTERS = /lora|dora|adapter|ia3|prefix|prompt|p_tuning|^true$/i;

/** Decays of a model that PEFT freezes: its adapters are all that trains, and biases where it is told so. */
export function ofAdapters(
	decays: readonly Decay[],
	{ calls, scope }: Source,
	settings: readonly Expression[],
): Decay[] {
	const called = calls.find(
		({ name, call: { args } }) => name === 'get_peft_model' || args.some((one) => one.name === 'peft_config'),
	);
	const [set] = settings
		.flatMap((root) => [...pairsOf(root)])
		.filter(([name, value]) => TUNED.test(name) && 'value' in value && ADAPTERS.test(String(value.value)));
	const peft = called ? note('adapters', called.call, { name: called.name }) : set && said(set, scope);
	if (!peft) return [...decays];
	const biases = calls.flatMap((one) =>
		one.name === 'LoraConfig' ? (scope.text(new Arguments(one, scope).get(['bias']), one.use) ?? []) : [],
	);
	const isAll = biases.some((one) => one !== 'none');
	return decays.map((decay) => {
		if (!decay.optimizer || decay.covers === 'group') return decay;
		const { parameters: _, ...rest } = decay;
		const notes = decay.notes.filter(({ code }) => isAll || !/^(decays-biases|biases-left-out)$/.test(code));
		return { ...rest, covers: 'group', notes: [...notes, peft] };
	});
}

const said = ([name, value, from]: readonly [string, Expression, number], scope: Source['scope']) =>
	note('adapters', { from }, { name: `${name}: ${scope.written(value)}` });
