import { at } from '../at.ts';
import { columnScales } from '../convex/standardize.ts';
import { type DataFacts, layerWidths } from '../schema/dimensions.ts';
import { isSquaredError } from '../schema/losses.ts';
import { REAL_DATA } from '../schema/realData.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { type Finding, formatTyped, type Rule } from './finding.ts';

/** Findings about what a network of weights near 1/√inputs is asked to reach, and in which steps. */
export const sizeRules: readonly Rule[] = [targetsOffScale, inputsOffScale, largeAdamStep];

/** Outputs begin near 0 and of about 1: targets this much larger, or spread this much less, are another size. */
const TIMES_OFF = 5;

/** Targets whose root mean square is far above 1, or whose standard deviation is far below. */
function targetsOffScale({ data, loss, optimizer }: RunSpec, _: Derived): Finding | null {
	const scale = isSquaredError(loss) ? targetScale(data) : null;
	if (!scale) return null;
	const { mean, deviation } = scale;
	const size = Math.hypot(mean, deviation);
	if (size <= TIMES_OFF && deviation >= 1 / TIMES_OFF) return null;
	const [center, spread, rate] = [mean, deviation, optimizer.learningRate].map(formatTyped);
	const field = data.kind === 'inline' ? '' : ' (standardizeTargets: true)';
	return {
		code: 'targets-off-scale',
		severity: 'warning',
		message: {
			en: `The targets have mean ${center} and standard deviation ${spread}, and a network begins with outputs of about 1 around 0: η = ${rate} and λ are meant for targets of that size. Subtract the mean and divide by the standard deviation${field}.`,
			zh: `目标的均值为 ${center}，标准差为 ${spread}，而网络的输出起初在 0 附近、大小约为 1：η = ${rate} 与 λ 都是按这样大小的目标来定的。请把目标减去均值、除以标准差${field}。`,
		},
		value: size > TIMES_OFF ? size : deviation,
	};
}

/** Inputs are meant to be of about 1: a column this much larger, or that varies this much less, is another size. */
const [LARGE_INPUT, SMALL_INPUT] = [10, 1e-3];

/**
 * The caller's own column that is furthest from mean 0 and deviation 1: steps and λ that suit one of that size diverge on
 * a larger one, and a smaller one or a large mean leaves float32 few digits by which its rows differ.
 */
function inputsOffScale({ data }: RunSpec): Finding | null {
	if (data.kind !== 'inline') return null;
	const scales = columnScales(data.X);
	const off = scales.map(({ mean, deviation }) =>
		Math.max(Math.hypot(mean, deviation) / LARGE_INPUT, SMALL_INPUT / deviation),
	);
	const worst = Math.max(...off);
	if (worst <= 1) return null;
	const column = off.indexOf(worst);
	const { mean, deviation } = at(scales, column);
	const [center, spread] = [mean, deviation].map(formatTyped);
	const name = data.columns?.[column];
	const count = off.filter((each) => each > 1).length;
	return {
		code: 'inputs-off-scale',
		severity: 'warning',
		message: {
			en: `Column ${name ? `"${name}"` : column} of X has mean ${center} and standard deviation ${spread}${count > 1 ? `, and ${count - 1} more ${count === 2 ? 'is' : 'are'} off scale` : ''}: steps and λ are meant for inputs of about 1 around 0. Subtract each column's mean and divide by its standard deviation, and do the same to rows to predict.`,
			zh: `X 的第 ${column} 列${name ? `（“${name}”）` : ''}均值为 ${center}，标准差为 ${spread}${count > 1 ? `，另有 ${count - 1} 列也不合尺度` : ''}：学习率与 λ 都是按均值为 0、大小约为 1 的输入来定的。请把每一列减去均值、除以标准差，预测用的行也照此处理。`,
		},
		value: Math.hypot(mean, deviation) > LARGE_INPUT ? Math.hypot(mean, deviation) : deviation,
	};
}

/** Of the caller's own targets, and of measured ones in their own units; others are about 1. */
function targetScale(data: RunSpec['data']) {
	if (data.kind === 'inline') return columnScales(data.y.map((y) => [y]))[0] ?? null;
	const isOwn = (data.kind === 'diabetes' || data.kind === 'diamonds') && !data.standardizeTargets;
	return isOwn ? REAL_DATA[data.kind].targets : null;
}

/** Adam's step is η·m̂/√v̂, of about η whatever the gradient (Kingma & Ba, arXiv 1412.6980, section 2.1); weights begin at about 1/√inputs. */
function largeAdamStep(spec: RunSpec, _: Derived, facts: DataFacts): Finding | null {
	const { optimizer, init } = spec;
	if (optimizer.kind !== 'adam' || init.kind === 'explicit') return null;
	const inputs = Math.max(...layerWidths(spec, facts).slice(0, -1));
	const begin = 1 / Math.sqrt(inputs);
	const { learningRate } = optimizer;
	if (learningRate <= begin) return null;
	const [rate, size, most] = [learningRate, begin, begin / 10].map(formatTyped);
	return {
		code: 'large-adam-step',
		severity: 'warning',
		message: {
			en: `Adam moves each weight by about η = ${rate} in a step, whatever its gradient, and the weights of ${inputs} inputs begin at about 1/√${inputs} = ${size}: the first steps overwrite them. Try η = ${most} or less.`,
			zh: `无论梯度多大，Adam 每步都把每个权重移动约 η = ${rate}；而 ${inputs} 个输入的权重起初约为 1/√${inputs} = ${size}：最初几步就把它们盖掉了。请取 η = ${most} 或更小。`,
		},
		value: learningRate,
	};
}
