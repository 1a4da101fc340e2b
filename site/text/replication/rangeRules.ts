import type { Text } from '../../../src/language.ts';

const rule = (en: string, zh: string): Text => ({ en, zh });

const FLOAT32 = rule('what the rounding of float32 may leave over many steps', '许多步 float32 舍入所能留下的');
const FLOAT64 = rule('what the rounding of float64 may leave', 'float64 舍入所能留下的');
const END_OF_TRAINING = rule('what may be left when training ends', '训练结束时可能还剩的距离');
const EXACT = rule('exactly this value', '必须正好是这个值');
const THOUSANDTH = rule('0.1% either way', '上下各 0.1%');
const CLOSED_FORM = rule(
	'it must touch the closed form’s value; by chance one interval in twenty does not',
	'须触及闭式解的值；偶然地，二十个区间里会有一个触不到',
);
const OF_GRID = rule(
	'the λ tried were 0.03, 0.1, 0.3, 1, 3 and 10: only this one is the earlier result again',
	'试过的 λ 是 0.03、0.1、0.3、1、3、10：只有它才算复现先前的结果',
);
/** Why an earlier number is not there again, as far as is known. */
const OTHER_DRAWS = {
	en: 'it must lie in our 95% interval, over seeds that each have a test sample of their own. Why it may not: other training and test samples, which are not kept',
	zh: '它须落在我们的 95% 区间内；每个种子各有自己的测试样本。若不然，可能的原因：训练与测试样本不同，且没有保存',
};
/** What a range around a closed form also had to have room for, or may have had. */
const EARLIER_RUN = {
	en: '; an earlier run in other software, which is not kept, had given',
	zh: '；较早的一次运行（用别的软件，没有保存）曾得到',
};
const CLEARLY_BELOW_ONE = rule(
	'0 would keep λ, 1 would keep λ/m; 0.2 below either, since p may be 0 but for chance, and must be clearly below 1',
	'0 对应沿用 λ，1 对应沿用 λ/m；两端各放低 0.2：p 可以因偶然略低于 0，但必须明显小于 1',
);
const MOONS = rule('moons', '双月牙');
const DIGITS = rule('digits', '手写数字');
const MOST_TASKS = rule(
	'a count of tasks, each by the median cost over its networks; 5 of 9 are most of them',
	'任务的个数，每个任务取各网络代价的中位数；9 个中有 5 个即为多数',
);
const factor = (en: string, zh: string) => rule(`${en}; a factor of 1.25 either way`, `${zh}；相差不超过 1.25 倍`);
const turns = (en: string, zh: string) =>
	rule(`${en} over all λ and both layers; 5% either way`, `所有 λ 与两层中${zh}；上下各 5%`);
const norms = (en: string, zh: string) =>
	rule(`${en} over all λ and both layers; 3% either way`, `所有 λ 与两层中${zh}；上下各 3%`);
const STRONGEST = rule('beside the strongest jitter', '在最强的抖动下');
const CHOSEN = rule('beside the jitter that validation chooses', '在验证选定的抖动下');
const fallOfLambda = (data: Text, least: number): Text =>
	rule(
		`${data.en}, ${STRONGEST.en}: the best λ minus that without jitter; it falls by at least ${least}, and by at most 1, the largest λ tried`,
		`${data.zh}，${STRONGEST.zh}：最佳 λ 减去没有抖动时的；至少下降 ${least}，至多 1，即试过的最大 λ`,
	);
const changeOfLambda = (data: Text): Text =>
	rule(
		`${data.en}, ${CHOSEN.en}: the best λ minus that without jitter; above 0 it moves away. The whole interval must lie below −0.01, a third of the smallest λ tried: to stay is not to move`,
		`${data.zh}，${CHOSEN.zh}：最佳 λ 减去没有抖动时的；大于 0 即远离 0。区间须全部低于 −0.01，即试过的最小 λ 的三分之一：不动不算移动`,
	);
/** A gain that helps no more: not clearly above 0, and clearly below what would count. */
const gainLeft = (data: Text, jitter: Text, margin: number): Text =>
	rule(
		`${data.en}, ${jitter.en}: the test loss that it takes off. The interval must reach down to 0, and all of it stay within ${margin}, the most that tests allow it; a wider one is open`,
		`${data.zh}，${jitter.zh}：它还能降低的测试损失。区间须伸到 0 或以下，且全部不超过 ${margin}，即测试所容许的最大增益；更宽则不作判定`,
	);
const [OF_MOONS, OF_DIGITS] = [0.01, 0.02];
const lossRise = (data: Text): Text =>
	rule(
		`${data.en}: the test loss beside the strongest jitter minus that beside the jitter chosen; an interval above 0 is a network spoiled, and what then stops helping says little`,
		`${data.zh}：最强抖动下的测试损失减去选定抖动下的；区间全在 0 以上，说明网络已被毁坏，此时什么不再有帮助就说明不了多少`,
	);

/** By experiment and number: what the number is where its expectation does not say so, and by which rule its range was set. */
export const RANGE_RULES: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
	notebook: {
		worstDeviation: rule(
			'relative; the notebook computes in 64 bits, our engine in 32',
			'相对偏差；笔记本用 64 位计算，我们的引擎用 32 位',
		),
	},
	'gradient-factor': {
		worstDeviation: rule('what the rounding of float32 may leave in one step', '一步里 float32 舍入所能留下的'),
	},
	'decay-under-sgd': {
		largestDifference: FLOAT32,
		withoutRescaling: rule(
			'at least a thousand times the limit above; 100 is there to catch an error',
			'至少是上一行上限的一千倍；100 只用来发现错误',
		),
	},
	'decay-under-adam': {
		adamL2ToRidge: END_OF_TRAINING,
		adamWToFree: rule(
			'what may be left when training ends, on the published draw. It is not rounding: computed in float64 about as much is left, and twice the steps leave half. Of the draws 1 to 101, six have more left after 30,000 steps (number 101: 1.5·10⁻⁶) and do not pass; after 60,000 none has',
			'训练结束时可能还剩的距离，就已发布的那组数据而言。这不是舍入：用 float64 计算，剩下的差不多一样多；步数加倍，剩下的减半。第 1 到 101 组数据中，有六组在 30,000 步后剩得更多（第 101 组：1.5·10⁻⁶），不通过；60,000 步后一组也没有',
		),
		largestAt04: rule(
			`from 2% below to 1% above the wall${EARLIER_RUN.en} 2.49`,
			`从盒壁以下 2% 到以上 1%${EARLIER_RUN.zh} 2.49`,
		),
		largestAt05: rule(
			`from 1% below to 0.5% above the wall${EARLIER_RUN.en} 1.998`,
			`从盒壁以下 1% 到以上 0.5%${EARLIER_RUN.zh} 1.998`,
		),
		largestAt1: rule(`0.5% either side of the wall${EARLIER_RUN.en} 1.000`, `盒壁上下各 0.5%${EARLIER_RUN.zh} 1.000`),
	},
	bowl: {
		sgdPathsApart: FLOAT32,
		adamPathApart: rule(
			'at least ten thousand times the limit above; 5 is there to catch an error',
			'至少是上一行上限的一万倍；5 只用来发现错误',
		),
		sgdL2ToRidge: END_OF_TRAINING,
		sgdDecayToRidge: END_OF_TRAINING,
		adamL2ToRidge: END_OF_TRAINING,
		adamWToFree: rule(
			'ten times the limit of the rows above: AdamW is slower to arrive',
			'上面各行上限的十倍：AdamW 到得更慢',
		),
		tightToWall: rule('as in the row above', '同上一行'),
		tightToFree: rule('at least 0.5 away; 5 is there to catch an error', '至少相距 0.5；5 只用来发现错误'),
	},
	'prior-sets-lambda': {
		bestAt30: CLOSED_FORM,
		bestAt100: CLOSED_FORM,
		bestAt300: CLOSED_FORM,
		bestAt1000: CLOSED_FORM,
		exponentOver2m: rule(
			`${CLOSED_FORM.en}. Under λ/2 it is this number plus 1, and λ/m is λ over m: no rows of their own`,
			`${CLOSED_FORM.zh}。在 λ/2 下就是这个数加 1，λ/m 就是 λ 除以 m：都不另成行`,
		),
	},
	'lambda-across-sizes': {
		bestAt30: OF_GRID,
		bestAt100: OF_GRID,
		bestAt300: OF_GRID,
		bestAt1000: OF_GRID,
		sameLambdaAt300: OTHER_DRAWS,
		sameCoefficientAt300: OTHER_DRAWS,
		coefficientMinusLambda: rule(
			'it must lie in our 95% interval. In these seeds keeping λ/m is worse too, but by less than a fifth of that; in others the two may come out alike, since the best λ lies between the two rules',
			'它须落在我们的 95% 区间内。在这些种子上沿用 λ/m 也更差，但不到它的五分之一；换别的种子，两者可能不相上下：最佳 λ 介于两种规则之间',
		),
		bestLossAt300: OTHER_DRAWS,
		noPenaltyAt300: rule(
			`${OTHER_DRAWS.en}, and where nothing penalizes, the loss grows as long as one trains`,
			`${OTHER_DRAWS.zh}；没有惩罚时，训练越久损失越大`,
		),
		exponent: rule('the ends of what is expected; what reaches beyond is open', '即预期的两端；伸出其外则不作判定'),
		exponentOfGrid: rule(
			'as in the row above. The λ tried are a factor of 3 apart: one step of them decides it, and resampled seeds choose the same ones, so that there is no interval',
			'同上一行。试过的 λ 相隔约 3 倍：一格就决定了它；重抽种子选出的也是这几个，所以没有区间',
		),
	},
	'lambda-exponent': { exponentSgd: CLEARLY_BELOW_ONE, exponentAdamW: CLEARLY_BELOW_ONE },
	'per-example-decay': {
		decayOfOwnShareTimesM: rule('2% either way, since steps have a size', '上下各 2%，因为步长有限'),
		decayOfFull: rule('2% either way, since steps have a size', '上下各 2%，因为步长有限'),
		fullAgainstOver2m: rule('1 − 1/20 = 0.95, and 0.15 either way', '1 − 1/20 = 0.95，上下各 0.15'),
		orderOfAgreement: rule(
			'from 0.2 below 1 to 0.3 above, since rates are not 0',
			'比 1 低 0.2 到高 0.3，因为学习率不为 0',
		),
	},
	'weight-of-one-example': {
		exponentOver2m: rule(
			'0.02 either way, for the chance in the draws. Under λ/2 it is this number plus 1, which is no second row',
			'上下各 0.02，留给抽样的偶然。在 λ/2 下就是这个数加 1，不另成一行',
		),
		trainedExponentOver2m: rule(
			'0.1 either way, set when one seed was trained; all of the interval over seeds must lie there',
			'上下各 0.1，定于只训练一个种子之时；如今须由各种子得到的区间全部落在其中',
		),
		extraRowsDifference: FLOAT64,
	},
	'duplicated-data': {
		gapClosedByCopies: rule(
			'a share of the way. 88% is 0.875 to 0.885 before rounding, and the three norms before theirs leave 0.880 to 0.886: what both allow must touch our interval, over 200 teachers. Ours stays at 0.894 with 4,000 of them, so that chance in the draws does not explain it: the earlier setting was another one, and is not kept',
			'走完的比例。88% 舍入前是 0.875 至 0.885，三个范数舍入前给出 0.880 至 0.886：两者都容许的部分须触及我们的区间（200 个教师模型）。取 4,000 个，我们的值仍是 0.894，抽样的偶然解释不了：先前的设置另有不同，且没有保存',
		),
		fixedCoefficientChange: FLOAT64,
		newDataMinusRidge: rule(
			'the norm on 500 new rows minus that on 50, under λ/2m: above 0. Only that is claimed; 10 is there to catch an error',
			'λ/2m 下，500 行新数据上的范数减去 50 行上的，大于 0。论断只说方向；10 只用来发现错误',
		),
		netCopiesMinusOriginal: rule(
			'the loss with ten copies of 30 moons minus that with the 30, at λ = 0.3: above 0. Only that is claimed; 10 is there to catch an error',
			'λ = 0.3 时，30 个月牙点复制十遍的损失减去原来的，大于 0。论断只说方向；10 只用来发现错误',
		),
	},
	'lambda-size-map': {
		middle: rule(
			'the whole interval, of the median when tasks are drawn again, must lie below ½: at ½ both are as near to level. What reaches beyond is open',
			'重抽各任务得到的中位数区间须全部小于 ½：等于 ½ 时两者离水平一样近。伸过 ½ 则不作判定',
		),
	},
	overfitting: {
		trainChange: rule(
			'the loss with λ = 0.3 minus that without: above 0 it rises. Only that is claimed; 0.01 is the least that counts, 10 is there to catch an error',
			'λ = 0.3 时的损失减去没有惩罚时的，大于 0 即上升。论断只说方向；至少 0.01 才算，10 只用来发现错误',
		),
		testChange: rule(
			'the loss with λ = 0.3 minus that without: below 0 it falls. Only that is claimed; 0.05 is the least that counts, −100 is there to catch an error',
			'λ = 0.3 时的损失减去没有惩罚时的，小于 0 即下降。论断只说方向；至少 0.05 才算，−100 只用来发现错误',
		),
	},
	'exact-zeros': {
		zerosOfL1: rule(
			`7 either side of 38, 2.9 standard deviations: L1 cuts each of the 45 with a chance of 0.843${EARLIER_RUN.en} 37`,
			`38 上下各 7，即 2.9 个标准差：45 个中每个以 0.843 的概率被 L1 截为零${EARLIER_RUN.zh} 37`,
		),
		zerosOfL2: EXACT,
		lassoAgainstThreshold: FLOAT64,
		ridgeAgainstDivision: FLOAT64,
		trainedAgainstThreshold: END_OF_TRAINING,
	},
	'posterior-is-objective': {
		gaussianAgainstL2: rule(
			'Gaussian prior, L2; what the rounding of float64 may leave',
			'高斯先验，L2；float64 舍入所能留下的',
		),
		laplaceAgainstL1: rule(
			'Laplace prior, L1; what the rounding of float64 may leave',
			'拉普拉斯先验，L1；float64 舍入所能留下的',
		),
	},
	'noise-is-ridge': { ratioToTheory: rule('1% either way, for the chance in the noise', '上下各 1%，留给噪声的偶然') },
	augmentation: {
		moonsLambdaChange: fallOfLambda(MOONS, 0.05),
		digitsLambdaChange: fallOfLambda(DIGITS, 0.02),
		moonsDecayGainBeyond: gainLeft(MOONS, STRONGEST, OF_MOONS),
		digitsDecayGainBeyond: gainLeft(DIGITS, STRONGEST, OF_DIGITS),
		moonsLambdaChangeBeside: changeOfLambda(MOONS),
		digitsLambdaChangeBeside: changeOfLambda(DIGITS),
		moonsDecayGainBeside: gainLeft(MOONS, CHOSEN, OF_MOONS),
		digitsDecayGainBeside: gainLeft(DIGITS, CHOSEN, OF_DIGITS),
		moonsDropoutGainBeside: gainLeft(MOONS, CHOSEN, OF_MOONS),
		digitsDropoutGainBeside: gainLeft(DIGITS, CHOSEN, OF_DIGITS),
		moonsDropoutGainBeyond: gainLeft(MOONS, STRONGEST, OF_MOONS),
		digitsDropoutGainBeyond: gainLeft(DIGITS, STRONGEST, OF_DIGITS),
		moonsLossRiseBeyond: rule(
			`${lossRise(MOONS).en}. Jitter of 0.4, between the 0.2 chosen and the 0.8 that spoils, has no row`,
			`${lossRise(MOONS).zh}。0.4 的抖动，介于选定的 0.2 与毁坏网络的 0.8 之间，没有行`,
		),
		digitsLossRiseBeyond: lossRise(DIGITS),
	},
	'early-stopping': {
		largestRatio: rule(
			'the largest of the 7 ratios of mean risks, anew in each resample of the draws. 1.69 is the theorem’s, a limit above alone: that the risk is near that of ridge from below too has no row, and 0.5 is there to catch an error',
			'7 个平均风险之比中最大的，每次重抽都重新取。1.69 出自定理，只是上限：从下面看也与岭回归相近，没有行来检验；0.5 只用来发现错误',
		),
	},
	dropout: {
		change: rule(
			'the loss with dropout minus that without: below 0 it falls. Only that is claimed; 0.01 is the least that counts, −10 is there to catch an error',
			'有 dropout 时的损失减去没有时的，小于 0 即下降。论断只说方向；至少 0.01 才算，−10 只用来发现错误',
		),
	},
	capacity: {
		largestShareLeft: rule(
			'the error at 64 units over that at 1, the largest of the three activations: at most half',
			'64 个单元的误差与 1 个单元的之比，取三种激活中最大的：至多一半',
		),
		largestRiseLonger: rule(
			'the error of the wider network over that of the narrower: at most 1, the whole interval. Two pairs only, picked since it rose there: ReLU 8 and 16, tanh 16 and 64; pairs where it fell were not trained longer, and might rise',
			'较宽网络的误差与较窄网络的之比：整个区间至多 1。只有两对，因为上升过才选出：ReLU 8 与 16，tanh 16 与 64；下降的那些没有训练更久，也可能上升',
		),
		deepRiseLonger: rule(
			'likewise at most 1, the whole interval. One pair only, picked since it rose there: ReLU 8 and 16',
			'同样，整个区间至多 1。只有一对，因为上升过才选出：ReLU 8 与 16',
		),
		largestRise: rule(
			'the largest of the 27 ratios, anew in each resample of the seeds: at most 1. It is that of ReLU with two layers, from 8 units to 16',
			'27 个比值中最大的，每次重抽种子都重新取：至多 1。它是两层 ReLU 从 8 个单元到 16 个的',
		),
		largestDeepOverShallow: rule(
			'the largest of the 12 ratios of errors, anew in each resample of the seeds: at most 1. It is that of ReLU with 2 units a layer',
			'12 个误差之比中最大的，每次重抽种子都重新取：至多 1。它是每层 2 个单元的 ReLU',
		),
	},
	'unstable-decay': {
		largestStable: rule('exactly 1.99, the last ηd tried below 2', '正好 1.99，2 以下试过的最后一个 ηd'),
		smallestUnstable: rule('exactly 2.01, the first ηd tried above 2', '正好 2.01，2 以上试过的第一个 ηd'),
		playgroundDivergedAt: rule('the epoch at which it does: any of the 2,000', '出现 NaN 的轮次：2,000 轮中的任何一轮'),
	},
	'scale-invariant-weights': {
		turn: rule('1% either way', '上下各 1%'),
		norm: rule('1% either way', '上下各 1%'),
	},
	'normalised-weights': {
		turn: rule('5% either way', '上下各 5%'),
		leastTurnRatio: turns('the smallest ratio', '最小的比值'),
		mostTurnRatio: turns('the largest ratio', '最大的比值'),
		exponent: rule('the power of λ with which the turn grows; 0.03 either way', '转角随 λ 增长的幂次；上下各 0.03'),
		leastNormRatio: norms('the smallest ratio', '最小的比值'),
		mostNormRatio: norms('the largest ratio', '最大的比值'),
		spreadOfStarts: rule('the largest norm over the smallest: 1 is the same', '最大范数与最小范数之比：1 即相同'),
	},
	'adamw-timescale': {
		exponent: rule('0.4 below to 0.3 above; constant in steps would be 0', '低 0.4 到高 0.3；若以步计恒定则为 0'),
		sizesAtGridEnd: EXACT,
	},
	'moving-lambda': {
		tasksOverMDearestSgd: MOST_TASKS,
		tasksOverMDearestAdamW: MOST_TASKS,
		overMBelowSqrtM: rule(
			'by chance a 95% interval lies on one given side of 0 in 2.5%, of the 71 cases with a network 1.8, rounded down',
			'95% 区间偶然落在 0 的指定一侧的概率为 2.5%，71 种网络情形即 1.8 种，向下取整',
		),
		controlKeepLambda: rule(
			'% of the loss. It must touch 0, and tests hold the number itself within half a percent',
			'占损失的 %。须触及 0；测试还要求数字本身在上下 0.5% 以内',
		),
		controlKeepOverM: rule('% of the loss; 100 is there to catch an error', '占损失的 %；100 只用来发现错误'),
	},
	'momentum-decay': {
		shrinkInLoss: rule(
			'shrinkage a step over ηd, L2 in the loss; 0.1% either way',
			'每步收缩与 ηd 之比，L2 写进损失；上下各 0.1%',
		),
		shrinkBeside: rule('shrinkage a step over ηd, SGDW; 0.1% either way', '每步收缩与 ηd 之比，SGDW；上下各 0.1%'),
		strengthInLoss: rule(
			'the λ of the ridge solution it ends on over its own λ, L2 in the loss; 0.1% either way',
			'终点所对应的岭回归 λ 与所给 λ 之比，L2 写进损失；上下各 0.1%',
		),
		strengthBeside: rule(
			'the λ of the ridge solution it ends on over its own λ, SGDW; 0.1% either way',
			'终点所对应的岭回归 λ 与所给 λ 之比，SGDW；上下各 0.1%',
		),
		offRecursion: FLOAT32,
		offRoot: THOUSANDTH,
		offFormula: THOUSANDTH,
		inLossOffRidge: rule('distance of L2 in the loss from it, relative', 'L2 写进损失时与它的相对距离'),
		besideOffWeakRidge: rule('distance of SGDW from it, relative', 'SGDW 与它的相对距离'),
		besideOffRidge: rule(
			'distance of SGDW from it: at least 0.05; 1 is there to catch an error',
			'SGDW 与它的距离：至少 0.05；1 只用来发现错误',
		),
	},
	'momentum-network': {
		withOverWithout: factor('the best λ with momentum over that without', '有动量与无动量的最佳 λ 之比'),
		besideOverWith: factor('the best λ of SGDW over that in the loss', 'SGDW 与写进损失的最佳 λ 之比'),
		waysAtGridEnd: EXACT,
	},
};
