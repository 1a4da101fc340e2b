import type { Text } from '../../../src/language.ts';

interface Words {
	/** Where the experiment's own is of another claim. */
	title?: Text;
	/** What is to be seen in the runs of the preset. */
	sentence: Text;
	/** That measures the claim, where the first one that names it measures another half of it. */
	experiment?: string;
}

/** By claim: what presets say of themselves that show one case of what their experiments measure over many. */
export const PRESET_WORDS: Partial<Record<number, Words>> = {
	6: {
		title: { en: 'One small network’s best λ at two sizes', zh: '一个小网络在两种样本量下的最佳 λ' },
		sentence: {
			en: 'Under λ/2m the best λ grows with m: on 30 moons λ = 0.1 has the lower held-out loss (1, 2), on 300 λ = 0.5 has (3, 4).',
			zh: '在 λ/2m 下，最佳 λ 随 m 增大：30 个月牙样本时 λ = 0.1 的测试损失更低（1、2），300 个时 λ = 0.5 的更低（3、4）。',
		},
	},
	7: {
		title: { en: 'The exponent of λ in m', zh: 'λ 随 m 变化的指数' },
		sentence: {
			en: 'λ = 0.1 is good for 30 moons (1). With ten times as many, λ times √10 (3) has a lower held-out loss than the same λ (2) or ten times it (4): the exponent of m by which λ grows lies between 0 and 1.',
			zh: 'λ = 0.1 适合 30 个月牙样本（1）。样本多到十倍时，λ 乘以 √10（3）的测试损失低于 λ 不变（2）和 λ 乘以 10（4）：λ 随 m 增长的指数在 0 与 1 之间。',
		},
		experiment: 'lambda-exponent',
	},
	10: {
		sentence: {
			en: 'Runs 2, 3 and 4 have each of run 1’s 30 moons ten times. The same λ (2) is then a tenth of the penalty; ten times λ (3), or no m (4), is that of run 1.',
			zh: '训练 2、3、4 把训练 1 的 30 个月牙样本各复制十份。λ 不变（2），惩罚只剩十分之一；λ 乘以 10（3），或系数里没有 m（4），惩罚又与训练 1 相同。',
		},
	},
	11: {
		sentence: {
			en: 'One task, three λ: 0.1 is the best of them on 30 moons (1), 0.3 on 300 (5). With ten times the data the best λ of λ/2m is 3 times as large; the same two penalties as λ/2 have a λ that is 3.3 times smaller. On this task neither spelling keeps its best λ.',
			zh: '一个任务，三个 λ：30 个月牙样本时 0.1 最好（1），300 个时 0.3 最好（5）。数据多到十倍，λ/2m 的最佳 λ 是原来的 3 倍；同样的两个惩罚写成 λ/2，其 λ 则降到 1/3.3。在这个任务上，哪种写法都保不住原来的最佳 λ。',
		},
	},
	17: {
		sentence: {
			en: 'Run 1 learns the noise of 40 rows. Run 2 stops at step 160, where its held-out loss no longer falls; ridge with λ = m/(η·steps) = 40/(0.02·160) = 12.5 (3) ends near its loss.',
			zh: '训练 1 把 40 行数据的噪声也学了进去。训练 2 在第 160 步、测试损失不再下降时停止；λ = m/(η·步数) = 40/(0.02·160) = 12.5 的岭回归（3）最终损失与它相近。',
		},
	},
};
