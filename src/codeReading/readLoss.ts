import type { Loss } from '../schema/losses.ts';
import { Arguments } from './calls.ts';
import { elementOf } from './element.ts';
import { isFalse, type Note, note, type Source } from './reading.ts';
import { pairsOf } from './settingPairs.ts';
import type { Call, Expression } from './syntax.ts';

/** What libraries call a loss, in code and in strings. */
const NAMES: readonly (readonly [Loss, RegExp])[] = [
	[
		'binary-cross-entropy',
		/^(BCE(WithLogits)?Loss|(sigmoid_)?binary_cross_?entropy(_with_logits)?|BinaryCrossentropy|sigmoid_cross_entropy_with_logits)$/,
	],
	[
		'softmax-cross-entropy',
		/^((CrossEntropy|NLL)Loss|nll_loss|(nnf?_)?cross_entropy(_loss)?|(sparse_)?categorical_crossentropy|(Sparse)?CategoricalCrossentropy|(sparse_)?softmax_cross_entropy(_with_(integer_labels|logits(_v2)?))?|(LabelSmoothing|SoftTarget)CrossEntropy|label_smoothed_cross_entropy)$/,
	],
	['squared-error', /^((nnf?_)?mse(_loss)?|MSE(Loss)?|mean_squared_error|MeanSquaredError)$/],
];

const lossOf = (name: string): Loss | undefined => NAMES.find(([, pattern]) => pattern.test(name))?.[0];

/** Whether a call of that name computes a loss, as a mean unless told otherwise. */
export const isLossName = (name: string): boolean => lossOf(name) !== undefined;

export const isSquaredLoss = (name: string): boolean => lossOf(name) === 'squared-error';

/** Models that compute a cross-entropy over tokens or classes themselves. */
const CLASSIFYING =
	/^(GPT|\w*GPT2?|\w*For(CausalLM|MaskedLM|Seq2SeqLM|ConditionalGeneration|TokenClassification|ImageClassification)|\w*LMHeadModel|SFTTrainer)$/;

/** Functions that only measure. */
export const MEASURING = /test|val|eval|predict|score/i;

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
		const loss = lossOf(written);
		if (loss) losses.add(loss);
		return loss !== undefined;
	};
	const sums: boolean[] = [];
	const named: Note[] = [];
	const weighted: Note[] = [];
	for (const { call, name: callee, path, use } of calls) {
		const args = new Arguments({ call, use }, scope);
		const model = path.split('.').find((one) => CLASSIFYING.test(one));
		if (model) losses.add('softmax-cross-entropy');
		if (model?.endsWith('GPT')) named.push(note('loss-of-model', call, { name: model }));
		if (
			!/metrics\./.test(path) &&
			name(callee) &&
			!use.blocks.some((block) => block.kind === 'function' && MEASURING.test(block.name))
		) {
			const weights = weightsOf(callee, args);
			const isNone = weights?.kind === 'constant';
			if (weights && !isNone)
				weighted.push(note('class-weights', weights, { written: `${weightName(call)} = ${scope.written(weights)}` }));
			sums.push(/^sum$/i.test(scope.text(args.get(['reduction']), use) ?? '') || isFalse(args.get(['size_average'])));
		}
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
		notes: [...(sums.length > 0 || losses.size > 1 ? [] : named.slice(0, 1)), ...weighted.slice(0, 1)],
	};
}

const weightName = ({ args }: Call) => args.find(({ name }) => /weight/.test(name ?? ''))?.name ?? 'weight';

/** What a loss weighs classes or examples with: `F.cross_entropy(net(x), y, weight=w)`, `nn.CrossEntropyLoss(w)`. */
const weightsOf = (callee: string, args: Arguments): Expression | undefined =>
	args.get(
		['weight', 'pos_weight', 'sample_weight'],
		/^(CrossEntropy|NLL|BCE(WithLogits)?)Loss$/.test(callee)
			? 0
			: /^(cross_entropy|nll_loss|binary_cross_entropy(_with_logits)?)$/.test(callee)
				? 2
				: -1,
	);
