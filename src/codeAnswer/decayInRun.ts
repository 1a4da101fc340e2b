import type { Text } from '../language.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import type { Found, Looked } from './found.ts';
import { meanRate } from './meanRate.ts';

/** Shares of a weight below which a decay does not show in the result, and hardly does. */
const [NEGLIGIBLE, SMALL] = [0.01, 0.1];

/**
 * What the decay alone takes off a weight in a run of known length: 1 − e^(−st/T) in t epochs, T its timescale and s the mean of a
 * falling η as a share of the first; of a schedule that is not known so far, at the η that is written.
 */
export function findInRun({ epochs, schedule, known, decay, meaning: { timescaleEpochs } }: Looked): Found[] {
	if (epochs === null || timescaleEpochs === null) return [];
	const rate = known.learningRate ?? 0;
	const falling = schedule && !decay.isRaw && meanRate(schedule, epochs, rate);
	const run = ((falling || 1) * epochs) / timescaleEpochs;
	const removed = -Math.expm1(-run);
	const [times, percent, some] = [run, 100 * run, 100 * removed].map((one) => formatShortest(roundTo(one, 2)));
	const share = some === '100' ? formatShortest(roundTo(100 - roundTo(100 * Math.exp(-run), 1), 12)) : some; // 99.96 is not 100
	const isNothing = removed < NEGLIGIBLE;
	const [en, zh] = isNothing
		? [', so it does next to nothing in this run', '，在这次训练里几乎不起作用']
		: removed < SMALL
			? [', so it has barely acted', '，还没怎么起作用']
			: ['', ''];
	const { name = '' } = schedule?.params ?? {};
	const average = formatShortest(roundTo(100 * (falling || 1), 2));
	const rateSaid: Text = falling
		? { en: `, with η at ${average}% on average (${name}),`, zh: `（${name} 使 η 平均为 ${average}%）` }
		: schedule
			? { en: `, if η stayed as written (${name} changes it),`, zh: `（假定 η 一直是写出的值，而 ${name} 会改变它）` }
			: { en: '', zh: '' };
	return [
		{
			code: isNothing ? 'decay-does-nothing' : 'decay-in-run',
			severity: isNothing ? 'warning' : 'info',
			message: {
				en: `${epochs === 1 ? '1 epoch' : `${epochs} epochs`}${rateSaid.en} ${epochs === 1 ? 'is' : 'are'} ${run < 1 ? `${percent}% of` : `${times} times`} the timescale: the decay alone takes ${share}% off a weight${en}.`,
				zh: `${epochs} 轮${rateSaid.zh}是时间尺度的 ${run < 1 ? `${percent}%` : `${times} 倍`}：单靠衰减，权重减小 ${share}%${zh}。`,
			},
			value: removed,
		},
	];
}
