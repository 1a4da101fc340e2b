/** What a conversion needs to know beside a strength. */
export type Size = 'm' | 'batchSize' | 'epochs' | 'steps';
export const SIZES: readonly Size[] = ['m', 'batchSize', 'epochs', 'steps'];

/** What they are called, as Python would write it. */
const NAMES: Record<Size, RegExp> = {
	m: /^(m|(n|num)_(samples|examples|train)|num_train_examples|train_size|dataset_size|m_train)$/,
	batchSize:
		/^(batch_?size|bs|B|(train_|mini_?)?batch(_size)?|global_(train_)?batch_size|batch_size_per_gpu|train_micro_batch_size_per_gpu|micro_batch_size|(samples|ims)_per_(gpu|batch))$/,
	epochs: /^((num|n|max|total)_epochs?|epochs?|num_train_epochs|nepochs)$/,
	steps: /^(max_(train_)?(iters|steps)|(num_|total_)?train(ing)?_(steps|iters))$/,
};

/** `BATCH_SIZE`, `batchSize` and `batch-size` are one name; a lone `M` is not `m`. */
export function isCalled(name: string, size: Size): boolean {
	return NAMES[size].test(name.length === 1 ? name : name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase());
}

/** What is held out by its name. */
export const HELD_OUT = /val|test|eval|dev|holdout/i;
