import type { LibraryId } from '../schema/libraryIds.ts';
import type { Level } from './configLevels.ts';
import type { OptimizerEntry } from './optimizers.ts';

/** What a framework does with a decay that its configuration does not say. */
export interface House {
	/** What only its configurations have; one is enough. */
	keys: readonly string[];
	/** Null where it is told by the row. */
	name: string | null;
	/** The optimizer where none is named. */
	kind: OptimizerEntry['kind'];
	row?: LibraryId;
	momentum?: number;
	/** Whether it leaves biases and norm layers without decay by itself. */
	isGrouped?: true;
	/** Whether what it calls Adam decays as AdamW does. */
	isAdamW?: true;
}

const HOUSES: readonly House[] = [
	{ keys: ['lr_policy', 'solver_mode'], name: null, kind: 'sgd', row: 'caffe' },
	{
		...{ keys: ['per_device_train_batch_size', 'base_model'], name: null, kind: 'adamw' },
		...{ row: 'huggingface-trainer', isGrouped: true },
	},
	{ keys: ['ims_per_batch'], name: 'Detectron2', kind: 'sgd', momentum: 0.9 },
	{ keys: ['lr0'], name: 'YOLO', kind: 'sgd', isGrouped: true },
	{ keys: ['adam_weight_decay'], name: 'diffusers', kind: 'adamw' },
	{ keys: ['loss_function'], name: null, kind: 'sgd', row: 'vowpal-wabbit' },
	{ keys: ['global_batch_size', 'lr_decay_style'], name: 'Megatron', kind: 'adamw', isAdamW: true },
	{ keys: ['max_tokens', 'criterion'], name: 'fairseq', kind: 'adam', isAdamW: true },
];

/** Whose configuration one is, by its keys. */
export const houseOf = (flat: Level['entries']): House | undefined =>
	HOUSES.find(({ keys }) => keys.some((key) => flat.has(key)));

/** Whether a level is the optimizer of DeepSpeed, whose Adam is AdamW unless it is told otherwise. */
export const isDeepSpeed = ({ keys }: Level, flat: Level['entries']): boolean =>
	keys.slice(-2).join('.') === 'optimizer.params' &&
	['train_batch_size', 'train_micro_batch_size_per_gpu', 'zero_optimization'].some((key) => flat.has(key));
