import type { LibraryId } from '../schema/libraryIds.ts';
import type { Level } from './configLevels.ts';
import type { OptimizerEntry } from './optimizers.ts';

/** What a framework does with a decay that its configuration does not say. */
export interface House {
	/** What only its configurations have; one is enough. */
	keys: readonly string[];
	/** What only its configurations have together. */
	all?: readonly string[];
	/** What it does not have, and others that are like it do. */
	none?: readonly string[];
	/** Null where it is told by the row. */
	name: string | null;
	/** The optimizer where none is named; null where that depends. */
	kind: OptimizerEntry['kind'] | null;
	row?: LibraryId;
	momentum?: number;
	/** Its decay where none is set. */
	decay?: number;
	/** Whether it leaves biases and norm layers without decay by itself. */
	isGrouped?: true;
	/** What it leaves without decay unless a setting of that name says otherwise. */
	zero?: string;
	/** Whether what it calls Adam decays as AdamW does. */
	isAdamW?: true;
	/** Whether the momentum of its SGD is Nesterov's. */
	isNesterov?: true;
}

export const DETECTRON2: House = {
	keys: ['ims_per_batch'],
	name: 'Detectron2',
	kind: 'sgd',
	momentum: 0.9,
	zero: 'weight_decay_norm',
	decay: 1e-4,
};

/** Of Ultralytics' SGD, Nesterov's, unless it is told otherwise. */
export const YOLO_MOMENTUM = 0.937;

const HOUSES: readonly House[] = [
	{ keys: ['lr_policy', 'solver_mode'], name: null, kind: 'sgd', row: 'caffe' },
	{
		...{ keys: ['per_device_train_batch_size', 'base_model'], name: null, kind: 'adamw' },
		...{ row: 'huggingface-trainer', isGrouped: true },
	},
	DETECTRON2,
	{ keys: ['yolo'], name: 'YOLO', kind: null, isGrouped: true, momentum: YOLO_MOMENTUM }, // `optimizer=auto` chooses by the length of the run
	{ keys: ['lr0'], none: ['type'], name: 'YOLO', kind: 'sgd', isGrouped: true, momentum: YOLO_MOMENTUM }, // nor MMDetection's of it
	{
		...{
			keys: ['opt_eps', 'drop_path', 'remode', 'reprob', 'decay_epochs'],
			all: ['model', 'opt'],
			name: 'timm',
			kind: null,
		},
		// torchvision's references are the others
		...{ none: ['lr_scheduler', 'lr_gamma', 'wd', 'norm_weight_decay', 'auto_augment', 'random_erase'] },
		...{ isGrouped: true, momentum: 0.9, isNesterov: true, decay: 2e-5 },
	},
	{ keys: ['optimizer_kwargs'], name: 'optimizer_kwargs', kind: 'adam' }, // Stable-Baselines3's and Darts' are Adam's
	{ keys: ['adam_weight_decay'], name: 'diffusers', kind: 'adamw' },
	{ keys: ['loss_function', 'vw'], name: null, kind: 'sgd', row: 'vowpal-wabbit' },
	{
		keys: ['lr_decay_style'],
		all: ['micro_batch_size', 'global_batch_size'],
		name: 'Megatron',
		kind: 'adamw',
		isAdamW: true,
		isGrouped: true,
	},
	{ keys: ['max_tokens', 'criterion'], name: 'fairseq', kind: 'adam', isAdamW: true },
];

/** Whose configuration one is, by its keys. */
export const houseOf = (flat: Level['entries']): House | undefined =>
	HOUSES.find(
		({ keys, all, none }) =>
			(keys.some((key) => flat.has(key)) || all?.every((key) => flat.has(key))) && !none?.some((key) => flat.has(key)),
	);

/** Examples that Ultralytics scales a decay for, whatever its batches are: `nbs`, the nominal batch. */
export const NOMINAL_BATCH = 64;

/** Whether a level is the optimizer of DeepSpeed, whose Adam is AdamW unless it is told otherwise. */
export const isDeepSpeed = ({ keys }: Level, flat: Level['entries']): boolean =>
	keys.slice(-2).join('.') === 'optimizer.params' &&
	['train_batch_size', 'train_micro_batch_size_per_gpu', 'zero_optimization'].some((key) => flat.has(key));
