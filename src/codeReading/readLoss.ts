import type { Loss } from '../schema/losses.ts';
import { Arguments } from './calls.ts';
import { elementOf } from './element.ts';
import { isFalse, type Note, note, type Source } from './reading.ts';
import { pairsOf } from './settingPairs.ts';
import type { Expression } from './syntax.ts';

/** What libraries call a loss, in code and in strings. */
const NAMES: Record<Loss, readonly string[]> = {
	'binary-cross-entropy': [
		'BCELoss',
		'BCEWithLogitsLoss',
		'binary_cross_entropy',
		'binary_cross_entropy_with_logits',
		'binary_crossentropy',
		'BinaryCrossentropy',
		'sigmoid_binary_cross_entropy',
	],
	'softmax-cross-entropy': [
		'CrossEntropyLoss',
		'cross_entropy',
		'nll_loss',
		'NLLLoss',
		'categorical_crossentropy',
		'sparse_categorical_crossentropy',
		'SparseCategoricalCrossentropy',
		'CategoricalCrossentropy',
		'softmax_cross_entropy',
		'softmax_cross_entropy_with_integer_labels',
		'LabelSmoothingCrossEntropy',
		'SoftTargetCrossEntropy',
		'label_smoothed_cross_entropy',
		'nn_cross_entropy_loss',
		'nnf_cross_entropy',
	],
	'half-squared-error': [],
	'squared-error': [
		'MSELoss',
		'mse_loss',
		'mse',
		'MSE',
		'mean_squared_error',
		'MeanSquaredError',
		'nn_mse_loss',
		'nnf_mse_loss',
	],
};
const LOSSES = new Map(
	Object.entries(NAMES).flatMap(([loss, names]) => names.map((name) => [name, loss as Loss] as const)), // keys of NAMES
);

/** Whether a call of that name computes a loss, as a mean unless told otherwise. */
export const isLossName = (name: string): boolean => LOSSES.has(name);

/** Models that compute a cross-entropy over tokens or classes themselves. */
const CLASSIFYING =
	/^(GPT|\w*GPT2?|\w*For(CausalLM|MaskedLM|Seq2SeqLM|ConditionalGeneration|TokenClassification|ImageClassification)|\w*LMHeadModel|SFTTrainer)$/;

/** Functions that only measure. */
const MEASURING = /test|val|eval|predict|score/i;

/**
 * The one loss that a text computes or names, null for none or several; and whether each that is trained on is summed over
 * the batch. What only measures (`test_loss += nll_loss(…, reduction="sum").item()`) does not count.
 */
export function readLoss(
	{ calls, scope }: Source,
	settings: readonly Expression[],
): { loss: Loss | null; isSummed: boolean; notes: Note[] } {
	const losses = new Set<Loss>();
	const name = (written: string) => {
		const loss = LOSSES.get(written);
		if (loss) losses.add(loss);
		return loss !== undefined;
	};
	const sums: boolean[] = [];
	const named: Note[] = [];
	for (const { call, name: callee, path, use } of calls) {
		const args = new Arguments({ call, use }, scope);
		const model = path.split('.').find((one) => CLASSIFYING.test(one));
		if (model) losses.add('softmax-cross-entropy');
		if (model?.endsWith('GPT')) named.push(note('loss-of-model', call, { name: model }));
		if (
			!/metrics\./.test(path) &&
			name(callee) &&
			!use.blocks.some((block) => block.kind === 'function' && MEASURING.test(block.name))
		)
			sums.push(/^sum$/i.test(scope.text(args.get(['reduction']), use) ?? '') || isFalse(args.get(['size_average'])));
		const given = callee === 'compile' ? args.get(['loss'], 1) : undefined;
		const text = scope.text(given, use);
		if (text) name(text);
	}
	for (const root of settings)
		for (const [key, value] of pairsOf(root)) {
			const said = key === 'loss' ? (elementOf(value, 'type') ?? value) : value;
			if (/^(loss|criterion)$/.test(key) && said.kind === 'string') name(said.value);
		}
	const [only] = losses;
	return {
		loss: losses.size === 1 && only ? only : null,
		isSummed: sums.length > 0 && sums.every(Boolean),
		notes: sums.length > 0 || losses.size > 1 ? [] : named.slice(0, 1),
	};
}
