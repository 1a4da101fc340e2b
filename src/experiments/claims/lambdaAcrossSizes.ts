import { at } from '../../at.ts';
import { argmin, bootstrap, meanOf, slope, smoothArgmin } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { AXES, columnsOf } from '../figure.ts';
import { formatValue, formatWithInterval } from '../formatEstimate.ts';
import { meanOverSeeds, SWEEP_LAMBDAS, SWEEP_SIZES, sweepSpecs, sweepTable } from '../shared/moonsSweep.ts';
import { seedParameters } from '../shared/seeds.ts';

/** The penalised part of the grid. */
const PENALISED = SWEEP_LAMBDAS.slice(1);
const M300 = SWEEP_SIZES.indexOf(300);

/** Claim 6 in one small network: neither λ nor its coefficient is exactly constant in m. `lambda-exponent` has the study. */
export const lambdaAcrossSizes = defineExperiment({
	name: 'lambda-across-sizes',
	claims: [6],
	status: 'measured',
	title: { en: 'One small network’s best λ at four sizes', zh: '一个小网络在四种样本量下的最佳 λ' },
	claim: {
		en: 'For a small network on moons the best λ of λ/2m grows with m, more slowly than m does.',
		zh: '对月牙数据上的一个小网络，λ/2m 的最佳 λ 随 m 增大，但不如 m 增得快。',
	},
	parameters: { ...seedParameters(4, 32, 16, 'Training samples and initial weights') },
	specs: ({ seeds, firstSeed }) => sweepSpecs(seeds, firstSeed),
	measure({ seeds }, runs) {
		const losses = sweepTable(runs, seeds); // [m][λ][seed]
		const of = (m: number, sample: readonly number[]) => meanOverSeeds(at(losses, m), sample);
		const penalised = (m: number, sample: readonly number[]) => of(m, sample).slice(1);
		const best = SWEEP_SIZES.map((_, m) => bootstrap(seeds, (sample) => argmin(PENALISED, penalised(m, sample))));
		const at300 = (lambda: number) =>
			bootstrap(seeds, (sample) => at(of(M300, sample), SWEEP_LAMBDAS.indexOf(lambda as 0)));
		const exponent = bootstrap(seeds, (sample) => {
			const logs = PENALISED.map((lambda) => Math.log(lambda));
			return slope(
				SWEEP_SIZES.map(Math.log),
				SWEEP_SIZES.map((_, m) => smoothArgmin(logs, penalised(m, sample))),
			);
		});
		// What it costs at m = 300 to bring along m = 30's best: the same λ, or the same coefficient λ/m.
		const bestAt30 = at(best, 0).value;
		const sameCoefficient = PENALISED.reduce((near, lambda) =>
			Math.abs(Math.log(lambda / (10 * bestAt30))) < Math.abs(Math.log(near / (10 * bestAt30))) ? lambda : near,
		);
		const [moved, coefficient, none] = [at300(bestAt30), at300(sameCoefficient), at300(0)];
		const least = bootstrap(seeds, (sample) => Math.min(...penalised(M300, sample)));
		const difference = bootstrap(seeds, (sample) => {
			const row = of(M300, sample);
			const lossAt = (lambda: number) => at(row, SWEEP_LAMBDAS.indexOf(lambda as 0));
			return lossAt(sameCoefficient) - lossAt(bestAt30);
		});
		return {
			measured: {
				bestAt30: at(best, 0),
				bestAt100: at(best, 1),
				bestAt300: at(best, 2),
				bestAt1000: at(best, 3),
				sameLambdaAt300: moved,
				sameCoefficientAt300: coefficient,
				bestLossAt300: least,
				noPenaltyAt300: none,
				coefficientMinusLambda: difference,
				exponent,
			},
			figure: {
				kind: 'curves',
				x: AXES.lambda,
				y: AXES.testLoss,
				series: SWEEP_SIZES.map((m, i) => ({
					label: { en: `m = ${m}`, zh: `m = ${m}` },
					draw: 'line' as const,
					x: [...PENALISED],
					...columnsOf(at(losses, i).slice(1).map(meanOf)),
				})),
			},
		};
	},
	sentence: (found) => ({
		en: `The best λ is ${formatValue(found.bestAt30)}, ${formatValue(found.bestAt100)}, ${formatValue(found.bestAt300)} and ${formatValue(found.bestAt1000)} at m = 30, 100, 300 and 1,000: it grows as m to the power ${formatWithInterval(found.exponent, 2)} where a constant λ would give 0 and a constant coefficient 1. Moved to m = 300, the best λ of m = 30 gives a test loss of ${formatWithInterval(found.sameLambdaAt300)}, its coefficient ${formatWithInterval(found.sameCoefficientAt300)}, the best there is ${formatWithInterval(found.bestLossAt300)}, and no penalty ${formatWithInterval(found.noPenaltyAt300)}.`,
		zh: `m = 30、100、300、1,000 时最佳 λ 分别为 ${formatValue(found.bestAt30)}、${formatValue(found.bestAt100)}、${formatValue(found.bestAt300)}、${formatValue(found.bestAt1000)}：它按 m 的 ${formatWithInterval(found.exponent, 2)} 次方增长；若 λ 恒定则为 0，若系数恒定则为 1。把 m = 30 的最佳 λ 用到 m = 300，测试损失为 ${formatWithInterval(found.sameLambdaAt300)}；保持系数不变则为 ${formatWithInterval(found.sameCoefficientAt300)}；该处最优为 ${formatWithInterval(found.bestLossAt300)}，不加惩罚为 ${formatWithInterval(found.noPenaltyAt300)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof lambdaAcrossSizes> = [
	{ measured: 'bestAt30', text: { en: 'best λ at m = 30: 0.1', zh: 'm = 30 时的最佳 λ：0.1' }, from: 0.1, to: 0.3 },
	{ measured: 'bestAt100', text: { en: 'best λ at m = 100: 0.3', zh: 'm = 100 时的最佳 λ：0.3' }, from: 0.1, to: 1 },
	{ measured: 'bestAt300', text: { en: 'best λ at m = 300: 0.3', zh: 'm = 300 时的最佳 λ：0.3' }, from: 0.1, to: 1 },
	{
		measured: 'bestAt1000',
		text: { en: 'best λ at m = 1,000: 0.3', zh: 'm = 1,000 时的最佳 λ：0.3' },
		from: 0.1,
		to: 1,
	},
	{
		measured: 'sameLambdaAt300',
		text: {
			en: 'test loss at m = 300 with the best λ of m = 30: 0.239 (by other software, on another test sample)',
			zh: 'm = 30 的最佳 λ 用于 m = 300 的测试损失：0.239（另一软件、另一测试样本）',
		},
		from: 0.22,
		to: 0.27,
	},
	{
		measured: 'sameCoefficientAt300',
		text: {
			en: 'test loss at m = 300 with the best λ/m of m = 30: 0.279 (likewise); ours is lower, as good as with the same λ, since the best λ lies between the two rules',
			zh: '沿用 m = 30 的最佳 λ/m，m = 300 的测试损失：0.279（同上）；本项目更低，与沿用 λ 相当：最佳 λ 介于两种规则之间',
		},
		from: 0.23,
		to: 0.29,
	},
	{
		measured: 'exponent',
		text: { en: 'the best λ goes as mᵖ, p between 0 (the same λ) and ½', zh: 'λ ∝ mᵖ，p 介于 0（λ 不变）与 ½ 之间' },
		from: 0,
		to: 0.5,
	},
];
