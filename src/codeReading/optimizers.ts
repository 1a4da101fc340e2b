import type { LibraryId } from '../schema/libraryIds.ts';
import { lastName } from './path.ts';
import { note } from './reading.ts';

/** How a library's optimizer takes what matters here. */
export interface OptimizerEntry {
	/** Names of its arguments by place. */
	order: readonly string[];
	learningRate: readonly string[];
	/** Null where there is none. */
	defaultRate: number | null;
	decay: readonly string[];
	defaultDecay: number;
	/** The row of the converter that its decay is spelled in; null where it decays in a way of its own. */
	row: LibraryId | null;
	/** Whether the row is that of another optimizer whose decay reaches the weights in the same way. */
	isLike: boolean;
	kind: 'sgd' | 'adam' | 'adamw';
	/** Whether its decay is not multiplied by η. */
	isRaw?: boolean;
	/** Whether those are all arguments that it has. */
	isComplete?: boolean;
}

export type Family = 'torch' | 'mlx' | 'keras' | 'tfa' | 'optax' | 'paddle' | 'transformers' | 'r-torch';

/** A row is that of the kind where none is named; `like` says that it is another optimizer's of the same kind. */
type Row = readonly [
	order: string,
	rate: number | null,
	decay: number,
	kind: OptimizerEntry['kind'],
	row?: LibraryId | 'like' | null,
];

const TORCH_COMMON = 'foreach maximize capturable differentiable';
const TORCH_ADAM = `params lr betas eps weight_decay amsgrad ${TORCH_COMMON} fused`;
/** PyTorch's own, with every argument that any version has, those that must be named last. */
const TORCH: Record<string, Row> = {
	SGD: ['params lr momentum dampening weight_decay nesterov maximize foreach differentiable fused', 1e-3, 0, 'sgd'],
	Adam: [`${TORCH_ADAM} decoupled_weight_decay`, 1e-3, 0, 'adam'],
	AdamW: [TORCH_ADAM, 1e-3, 0.01, 'adamw'],
	NAdam: [
		`params lr betas eps weight_decay momentum_decay decoupled_weight_decay ${TORCH_COMMON}`,
		...([2e-3, 0, 'adam', 'like'] as const),
	],
	RAdam: [`params lr betas eps weight_decay decoupled_weight_decay ${TORCH_COMMON}`, 1e-3, 0, 'adam', 'like'],
	Adamax: [`params lr betas eps weight_decay ${TORCH_COMMON}`, 2e-3, 0, 'adam', 'like'],
	Adagrad: [
		'params lr lr_decay weight_decay initial_accumulator_value eps foreach maximize differentiable fused',
		...([1e-2, 0, 'adam', 'like'] as const),
	],
	Adadelta: [`params lr rho eps weight_decay ${TORCH_COMMON}`, 1, 0, 'adam', 'like'],
	RMSprop: [`params lr alpha eps weight_decay momentum centered ${TORCH_COMMON}`, 1e-2, 0, 'adam', 'like'],
	ASGD: [`params lr lambd alpha t0 weight_decay ${TORCH_COMMON}`, 1e-2, 0, 'sgd', 'like'],
};
/** Optimizers of others for PyTorch, of whose arguments these are some. */
const FOR_TORCH: Record<string, Row> = {
	Muon: ['params lr weight_decay momentum', 1e-3, 0.1, 'adamw', 'pytorch-muon'],
	Lion: ['params lr betas weight_decay', 1e-4, 0, 'adamw', 'lion-pytorch'],
	SGDW: ['params lr momentum weight_decay', 1e-3, 0, 'sgd', 'timm-sgdw'],
	NAdamW: ['params lr betas eps weight_decay', 2e-3, 0.01, 'adamw', 'like'],
	AdamW8bit: ['params lr betas eps weight_decay', 1e-3, 0.01, 'adamw', 'like'],
	Lion8bit: ['params lr betas weight_decay', 1e-4, 0, 'adamw', 'lion-pytorch'],
	AdamWScheduleFree: ['params lr betas eps weight_decay', 2.5e-3, 0, 'adamw', 'like'],
	PagedAdamW8bit: ['params lr betas eps weight_decay', 1e-3, 0.01, 'adamw', 'like'],
	FusedAdam: ['params lr bias_correction betas eps adam_w_mode weight_decay', 1e-3, 0, 'adamw', 'like'],
	DeepSpeedCPUAdam: ['model_params lr bias_correction betas eps weight_decay', 1e-3, 0, 'adamw', 'like'],
	Lamb: ['params lr betas eps weight_decay', 1e-3, 0, 'adamw', null],
	LAMB: ['params lr betas eps weight_decay', 1e-3, 0, 'adamw', null],
	Lars: ['params lr momentum dampening weight_decay nesterov', 1, 0, 'sgd', 'like'],
	LARS: ['params lr momentum dampening weight_decay nesterov', 1, 0, 'sgd', 'like'],
	MuonWithAuxAdam: ['params', null, 0, 'adamw', 'like'],
	SingleDeviceMuonWithAuxAdam: ['params', null, 0, 'adamw', 'like'],
	DecoupledSGDW: ['params lr momentum dampening weight_decay nesterov', null, 0, 'sgd', 'timm-sgdw'],
	DecoupledAdamW: ['params lr betas eps weight_decay', 1e-3, 1e-5, 'adamw', 'like'],
};
const MLX: Record<string, Row> = {
	SGD: ['learning_rate momentum weight_decay dampening nesterov', null, 0, 'sgd', 'like'],
	AdamW: ['learning_rate betas eps weight_decay bias_correction', null, 0.01, 'adamw', 'like'],
	Lion: ['learning_rate betas weight_decay', null, 0, 'adamw', 'like'],
};
const KERAS: Record<string, Row> = {
	SGD: ['learning_rate momentum nesterov weight_decay', 0.01, 0, 'sgd'],
	Adam: ['learning_rate beta_1 beta_2 epsilon amsgrad weight_decay', 1e-3, 0, 'adamw', 'like'],
	AdamW: ['learning_rate weight_decay beta_1 beta_2 epsilon amsgrad', 1e-3, 4e-3, 'adamw', 'keras-adamw'],
	Nadam: ['learning_rate beta_1 beta_2 epsilon weight_decay', 1e-3, 0, 'adamw', 'like'],
	Adamax: ['learning_rate beta_1 beta_2 epsilon weight_decay', 1e-3, 0, 'adamw', 'like'],
	RMSprop: ['learning_rate rho momentum epsilon centered weight_decay', 1e-3, 0, 'adamw', 'like'],
	Adagrad: ['learning_rate initial_accumulator_value epsilon weight_decay', 1e-3, 0, 'adamw', 'like'],
	Adadelta: ['learning_rate rho epsilon weight_decay', 1e-3, 0, 'adamw', 'like'],
	Lion: ['learning_rate beta_1 beta_2 weight_decay', 1e-3, 0, 'adamw', 'like'],
	Ftrl: [
		'learning_rate learning_rate_power initial_accumulator_value l1_regularization_strength l2_regularization_strength l2_shrinkage_regularization_strength beta',
		...([1e-3, 0, 'adamw', 'like'] as const),
	],
	GradientDescentOptimizer: ['learning_rate use_locking', null, 0, 'sgd'],
	MomentumOptimizer: ['learning_rate momentum use_locking name use_nesterov', null, 0, 'sgd'],
	AdamOptimizer: ['learning_rate beta1 beta2 epsilon use_locking', 1e-3, 0, 'adamw', 'like'],
};
/** TensorFlow Addons: `var.assign_sub(weight_decay * var)` beside the step of the optimizer of that name without the W. */
const TFA: Record<string, Row> = {
	SGDW: ['weight_decay learning_rate momentum nesterov', 1e-3, 0, 'sgd'],
	AdamW: ['weight_decay learning_rate beta_1 beta_2 epsilon', 1e-3, 0, 'adamw'],
	LAMB: ['learning_rate beta_1 beta_2 epsilon weight_decay', 1e-3, 0, 'adamw', null],
	RectifiedAdam: ['learning_rate beta_1 beta_2 epsilon weight_decay', 1e-3, 0, 'adamw', 'like'],
};
const OPTAX: Record<string, Row> = {
	adamw: ['learning_rate b1 b2 eps eps_root mu_dtype weight_decay mask nesterov', null, 1e-4, 'adamw', 'optax-adamw'],
	nadamw: ['learning_rate b1 b2 eps eps_root mu_dtype weight_decay mask nesterov', null, 1e-4, 'adamw', 'like'],
	lion: ['learning_rate b1 b2 mu_dtype weight_decay mask', null, 1e-3, 'adamw', 'optax-lion'],
	lamb: ['learning_rate b1 b2 eps eps_root weight_decay mask', null, 0, 'adamw', null],
	lars: [
		'learning_rate weight_decay weight_decay_mask trust_coefficient eps trust_ratio_mask momentum nesterov',
		...([null, 0, 'sgd'] as const),
	],
	sgd: ['learning_rate momentum nesterov accumulator_dtype', null, 0, 'sgd'],
	adam: ['learning_rate b1 b2 eps eps_root mu_dtype nesterov', null, 0, 'adam'],
	rmsprop: [
		'learning_rate decay eps initial_scale eps_in_sqrt centered momentum nesterov bias_correction',
		...([null, 0, 'adam', 'like'] as const),
	],
};
const PADDLE_ADAM = 'learning_rate beta1 beta2 epsilon parameters weight_decay';
const PADDLE: Record<string, Row> = {
	SGD: ['learning_rate parameters weight_decay grad_clip multi_precision name', 1e-3, 0, 'sgd'],
	Momentum: [
		'learning_rate momentum parameters use_nesterov weight_decay grad_clip multi_precision rescale_grad use_multi_tensor name',
		...([1e-3, 0, 'sgd'] as const),
	],
	Adam: [
		`${PADDLE_ADAM} grad_clip lazy_mode multi_precision use_multi_tensor amsgrad name`,
		...([1e-3, 0, 'adam', 'like'] as const),
	],
	AdamW: [
		`${PADDLE_ADAM} lr_ratio apply_decay_param_fun grad_clip lazy_mode multi_precision amsgrad name`,
		...([1e-3, 0.01, 'adamw', 'like'] as const),
	],
};
const TRANSFORMERS: Record<string, Row> = {
	AdamW: ['params lr betas eps weight_decay', 1e-3, 0, 'adamw', 'like'],
	AdamWeightDecay: ['learning_rate beta_1 beta_2 epsilon amsgrad weight_decay_rate', 1e-3, 0, 'adamw', 'like'],
};
const R_TORCH = Object.fromEntries(
	['SGD', 'Adam', 'AdamW', 'RMSprop', 'Adagrad'].map((name) => [`optim_${name.toLowerCase()}`, TORCH[name] as Row]), // in TORCH
);
const FAMILIES: Record<Family, Record<string, Row>> = {
	torch: { ...FOR_TORCH, ...TORCH },
	mlx: MLX,
	keras: KERAS,
	tfa: TFA,
	optax: OPTAX,
	paddle: PADDLE,
	transformers: TRANSFORMERS,
	'r-torch': R_TORCH,
};

/** What all optimizers of Keras take beside their own, in any of its versions. */
const KERAS_COMMON =
	'weight_decay clipnorm clipvalue global_clipnorm use_ema ema_momentum ema_overwrite_frequency loss_scale_factor gradient_accumulation_steps jit_compile name decay lr';

/** The row of PyTorch's spelling that a kind of decay has. */
export const TORCH_ROW = { sgd: 'pytorch-sgd', adam: 'pytorch-adam', adamw: 'pytorch-adamw' } as const;
const KIND_ROW: Record<Family, Record<OptimizerEntry['kind'], LibraryId>> = {
	torch: TORCH_ROW,
	mlx: TORCH_ROW,
	transformers: TORCH_ROW,
	'r-torch': TORCH_ROW,
	keras: { sgd: 'keras-weight-decay', adam: 'keras-adamw', adamw: 'keras-adamw' },
	tfa: { sgd: 'keras-weight-decay', adam: 'keras-adamw', adamw: 'keras-adamw' },
	optax: { sgd: 'optax', adam: 'pytorch-adam', adamw: 'optax-adamw' },
	paddle: { ...TORCH_ROW, sgd: 'paddle' },
};

/** How an optimizer of a library is called and what it does with a decay; null where it is not known. */
export function optimizerOf(family: Family, name: string, path = name): OptimizerEntry | null {
	const rows = FAMILIES[family];
	const lower = name
		.toLowerCase()
		.replace(/^optimizer_/, '')
		.replaceAll('_', ''); // as R's Keras has it
	const own = family === 'keras' ? Object.keys(rows).find((one) => one.toLowerCase() === lower) : name;
	const row = own !== undefined && Object.hasOwn(rows, own) ? rows[own] : undefined;
	if (!row) return null;
	const [order, defaultRate, defaultDecay, kind, id] = row;
	const isNamed = id !== undefined && id !== 'like';
	return {
		order: (family === 'keras' ? `${order} ${KERAS_COMMON}` : order).split(' '),
		learningRate: ['lr', 'learning_rate'],
		defaultRate,
		decay: ['weight_decay', 'wd', 'weight_decay_rate'],
		defaultDecay,
		row: isNamed ? id : KIND_ROW[family][kind], // a row that is null is named as well
		isLike: id === 'like' || family === 'transformers',
		kind,
		isRaw: (family === 'tfa' && id === undefined) || name.startsWith('Decoupled'), // Composer's
		// Others have optimizers of PyTorch's names with more arguments.
		isComplete:
			family === 'torch'
				? Object.hasOwn(TORCH, name) && /^(torch\.|optim\.|\w+$)/.test(path)
				: family !== 'tfa' && family !== 'transformers',
	};
}

/** The row of an optimizer that a text names in a string; null where it decays in a way of its own. */
export const rowNamed = (name: string, kind: OptimizerEntry['kind']): LibraryId | null =>
	/lamb(?!da)/i.test(name) ? null : /sgdw/i.test(name) ? 'timm-sgdw' : TORCH_ROW[kind];

/** What is said of optimizers that scale each layer's step to the size of its weights: LAMB's decay as well, LARS' as an η. */
export const ofLayers = (
	at: { from: number },
	path: string,
	{ kind, row }: Pick<OptimizerEntry, 'row'> & { kind: string | null },
) => {
	const name = lastName(path);
	if (kind !== null && row === null) return [note('trust-ratio', at, { name })];
	return /^lars$/i.test(name) ? [note('rate-by-layer', at, { name })] : [];
};

/** The kind of an optimizer that a text names in a string: `'adam'`, `"adamw_torch"`, `torch.optim.SGD`. */
export function kindOf(name: string): OptimizerEntry['kind'] | null {
	const last = lastName(name.toLowerCase());
	if (/adamw|lion|lamb|muon/.test(last)) return 'adamw';
	if (/adam|adagrad|rmsprop|adadelta/.test(last)) return 'adam';
	return /^(sgd|momentum|nesterov|lars$)/.test(last) || last === 'gradientdescent' ? 'sgd' : null;
}
