import { inDocument } from '../../inDocument.ts';
import type { Text } from '../../language.ts';
import type { TrainedRun } from '../../schema/run.ts';
import type { Estimate } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import {
	choicesOf,
	EXAMPLES,
	heldOutLosses,
	JITTERS,
	jitteredSpecs,
	OWN_NOISE,
	type Task,
} from '../shared/jitteredNets.ts';
import { gainsBesideJitter } from '../shared/jitterGains.ts';
import { seedParameters } from '../shared/seeds.ts';

const PERCENT = 100;
/** Decay that saves less than this share of the loss counts as replaced. */
const REPLACED = 0.03;

/**
 * Claim 16: what weight decay and dropout still gain where the inputs are jittered. Each seed chooses λ, the rate of dropout and, where it
 * stands for itself, the jitter by its validation loss; what is gained is measured on test examples that no choice has seen.
 */
export const augmentation = defineExperiment({
	name: 'augmentation',
	claims: [16],
	status: 'measured',
	title: { en: 'Weight decay and dropout beside augmentation', zh: '数据增强之外的权重衰减与 dropout' },
	claim: {
		en: 'With enough augmentation weight decay and dropout stop helping (Hernández-García & König, arXiv 1806.03852).',
		zh: '数据增强足够强时，权重衰减与 dropout 不再有帮助（Hernández-García & König，arXiv 1806.03852）。',
	},
	parameters: { ...seedParameters(2, 32, 12, inDocument('Training samples and initial weights')) },
	specs: ({ seeds, firstSeed }) => [
		...jitteredSpecs('moons', range(seeds, firstSeed)),
		...jitteredSpecs('digits', range(seeds, firstSeed)),
	],
	measure({ seeds }, runs) {
		const gainsOf = (task: Task, its: readonly TrainedRun[]) => gainsBesideJitter(task, heldOutLosses(its), seeds);
		const ofMoons = JITTERS.moons.length * choicesOf('moons').length * seeds;
		const moons = gainsOf('moons', runs.slice(0, ofMoons));
		const digits = gainsOf('digits', runs.slice(ofMoons));
		return {
			measured: { ...prefix('moons', moons.measured), ...prefix('digits', digits.measured) },
			figure: {
				kind: 'curves',
				x: axis({ en: 'jitter ÷ the noise of the data', zh: '抖动 ÷ 数据自身的噪声' }),
				y: axis({ en: 'test loss that it saves', zh: '省下的测试损失' }, 'linear', '%'),
				series: [
					drawSavings('moons', { en: 'moons, decay', zh: '月牙，权重衰减' }, moons.savedByDecay),
					drawSavings('moons', { en: 'moons, dropout', zh: '月牙，dropout' }, moons.savedByDropout),
					drawSavings('digits', { en: 'digits, decay', zh: '手写数字，权重衰减' }, digits.savedByDecay),
					drawSavings('digits', { en: 'digits, dropout', zh: '手写数字，dropout' }, digits.savedByDropout),
				],
			},
		};
	},
	sentence: (found) => {
		const show = (estimate: Estimate) => formatWithInterval(estimate, 2);
		const brief = (estimate: Estimate) => formatValue(estimate, 2);
		const moons = verdict(found.moonsDecayGainBeside, found.moonsLossWithJitterAlone);
		const digits = verdict(found.digitsDecayGainBeside, found.digitsLossWithJitterAlone);
		const [moonsNoise, digitsNoise] = [brief({ value: OWN_NOISE.moons }), brief({ value: OWN_NOISE.digits })];
		return {
			en: `A gain is what a strength chosen on validation examples takes off the loss on test examples. On ${EXAMPLES} moons decay gains ${show(found.moonsDecayGainAlone)} without jitter and ${show(found.moonsDecayGainBeside)} beside the jitter that validation chooses (${brief(found.moonsChosenJitter)}; the data’s own noise is ${moonsNoise}): ${moons.en}. On ${EXAMPLES} digits it gains ${show(found.digitsDecayGainAlone)} and, beside the jitter chosen (${brief(found.digitsChosenJitter)}; own noise ${digitsNoise}), ${show(found.digitsDecayGainBeside)}: ${digits.en}, and the best λ goes from ${brief(found.digitsLambdaAlone)} to ${brief(found.digitsLambdaBeside)}. Dropout gains ${brief(found.moonsDropoutGainAlone)} without jitter and ${show(found.moonsDropoutGainBeside)} beside it on moons, ${brief(found.digitsDropoutGainAlone)} and ${show(found.digitsDropoutGainBeside)} on digits.`,
			zh: `增益是指：在验证样本上选定的强度，使测试样本上的损失下降多少。${EXAMPLES} 个月牙点上，权重衰减的增益在没有抖动时为 ${show(found.moonsDecayGainAlone)}，抖动由验证选定时（${brief(found.moonsChosenJitter)}，数据自身的噪声为 ${moonsNoise}）为 ${show(found.moonsDecayGainBeside)}：${moons.zh}。${EXAMPLES} 个手写数字上，两者分别为 ${show(found.digitsDecayGainAlone)} 与 ${show(found.digitsDecayGainBeside)}（选定的抖动为 ${brief(found.digitsChosenJitter)}，自身噪声 ${digitsNoise}）：${digits.zh}，最佳 λ 从 ${brief(found.digitsLambdaAlone)} 变为 ${brief(found.digitsLambdaBeside)}。dropout 的增益，没有抖动与有抖动时，月牙点上为 ${brief(found.moonsDropoutGainAlone)} 与 ${show(found.moonsDropoutGainBeside)}，手写数字上为 ${brief(found.digitsDropoutGainAlone)} 与 ${show(found.digitsDropoutGainBeside)}。`,
		};
	},
});

const towardZero: Text = { en: 'the best λ moves toward 0 as jitter grows', zh: '抖动越强，最佳 λ 越接近 0' };
const decayStops: Text = { en: 'decay stops helping with enough jitter', zh: '抖动足够强时衰减不再有帮助' };
const dropoutStops: Text = { en: 'dropout stops helping with enough jitter', zh: '抖动足够强时 dropout 不再有帮助' };
const noSpoiling: Text = {
	en: 'control: the strongest jitter does not spoil the network',
	zh: '对照：最强的抖动没有毁坏网络',
};
/**
 * No help: at most 0.01 (moons) or 0.02 (digits), the limits of tests at the strongest jitter, may be left to gain. The interval must reach
 * down to 0, and all of it lie below, so that noise does not pass for no help; a harm counts as no help, however large. A λ has moved
 * where its whole interval lies below 0, by a third at least of the smallest λ tried. Literals alone, which the Worker leaves out.
 */
export const expectations: ExpectationsOf<typeof augmentation> = [
	{
		measured: 'moonsLambdaChangeBeside',
		text: towardZero,
		from: -1,
		to: -0.01,
		of: 'whole',
		isHeld: false,
		isEarlier: true,
	},
	{
		measured: 'digitsLambdaChangeBeside',
		text: towardZero,
		from: -1,
		to: -0.01,
		of: 'whole',
		isHeld: false,
		isEarlier: true,
	},
	{
		measured: 'moonsDecayGainBeside',
		text: decayStops,
		from: -10,
		to: 0.01,
		of: 'whole',
		reaches: 0,
		isHeld: false,
		isEarlier: true,
	},
	{
		measured: 'digitsDecayGainBeside',
		text: decayStops,
		from: -10,
		to: 0.02,
		of: 'whole',
		reaches: 0,
		isHeld: false,
		isEarlier: true,
	},
	{
		measured: 'moonsDropoutGainBeside',
		text: dropoutStops,
		from: -10,
		to: 0.01,
		of: 'whole',
		reaches: 0,
		isHeld: false,
		isEarlier: true,
	},
	{
		measured: 'digitsDropoutGainBeside',
		text: dropoutStops,
		from: -10,
		to: 0.02,
		of: 'whole',
		reaches: 0,
		isHeld: false,
		isEarlier: true,
	},
	{ measured: 'moonsLambdaChange', text: towardZero, from: -1, to: -0.05, of: 'whole', control: 'moonsLossRiseBeyond' },
	{
		measured: 'digitsLambdaChange',
		text: towardZero,
		from: -1,
		to: -0.02,
		of: 'whole',
		control: 'digitsLossRiseBeyond',
	},
	{
		measured: 'moonsDecayGainBeyond',
		text: decayStops,
		from: -0.03,
		to: 0.01,
		strictly: { from: -0.03, to: 0.01, of: 'whole', reaches: 0 },
		isEarlier: true,
		control: 'moonsLossRiseBeyond',
	},
	{
		measured: 'digitsDecayGainBeyond',
		text: decayStops,
		from: -0.03,
		to: 0.02,
		strictly: { from: -0.03, to: 0.02, of: 'whole', reaches: 0 },
		isEarlier: true,
		control: 'digitsLossRiseBeyond',
	},
	{
		measured: 'moonsDropoutGainBeyond',
		text: dropoutStops,
		from: -10,
		to: 0.01,
		of: 'whole',
		reaches: 0,
		isHeld: false,
		isEarlier: true,
		control: 'moonsLossRiseBeyond',
	},
	{
		measured: 'digitsDropoutGainBeyond',
		text: dropoutStops,
		from: -10,
		to: 0.02,
		of: 'whole',
		reaches: 0,
		isHeld: false,
		isEarlier: true,
		control: 'digitsLossRiseBeyond',
	},
	{
		measured: 'moonsLossRiseBeyond',
		text: noSpoiling,
		from: -10,
		to: 0,
		of: 'interval',
		isHeld: false,
		isControl: true,
	},
	{
		measured: 'digitsLossRiseBeyond',
		text: noSpoiling,
		from: -10,
		to: 0,
		of: 'interval',
		isHeld: false,
		isControl: true,
	},
];

/** What a gain beside jitter says of the claim, by its share of the loss that jitter reaches alone. */
function verdict(gain: Estimate, loss: Estimate): Text {
	const share = gain.value / loss.value;
	const shown = formatValue({ value: PERCENT * Math.abs(share) }, 2);
	if (share < 0)
		return {
			en: `decay beside jitter costs ${shown}% of the loss`,
			zh: `抖动之外的衰减反而使损失上升 ${shown}%`,
		};
	if (share < REPLACED)
		return {
			en: `jitter all but replaces decay, which saves ${shown}% of the loss`,
			zh: `抖动几乎取代了衰减，后者只省下损失的 ${shown}%`,
		};
	return {
		en: `jitter does not replace decay, which saves ${shown}% of the loss`,
		zh: `抖动并不能取代衰减，后者仍省下损失的 ${shown}%`,
	};
}

/** `{ gain }` of `moons` is `{ moonsGain }`. */
function prefix<Of extends string, Name extends string>(of: Of, estimates: Record<Name, Estimate>) {
	const named = Object.entries<Estimate>(estimates).map(([name, estimate]) => [
		`${of}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
		estimate,
	]);
	return Object.fromEntries(named) as Record<`${Of}${Capitalize<Name>}`, Estimate>; // each name is turned into its own
}

const drawSavings = (task: Task, label: Text, saved: readonly Estimate[]) => ({
	label,
	draw: 'line' as const,
	x: JITTERS[task].map((jitter) => jitter / OWN_NOISE[task]),
	...columnsOf(saved),
});
