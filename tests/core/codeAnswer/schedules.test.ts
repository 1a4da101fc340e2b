/** What a decay takes off a weight in a run whose η falls, against the sum of the schedule over the epochs. */
import { describe, expect, test } from 'vitest';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const [EPOCHS, M, B, RATE, DECAY] = [90, 1_281_167, 1024, 1e-3, 0.05];
const CODE = `opt = torch.optim.AdamW(net.parameters(), lr=${RATE}, weight_decay=${DECAY})`;

function inRun(code: string, language: 'en' | 'zh' = 'en') {
	const query = { code, m: M, batchSize: B, epochs: EPOCHS, language };
	const { decays } = answerCode(codeQuerySchema.parse(query));
	return decays[0]?.findings.find((one) => /^decay-(in-run|does-nothing)$/.test(one.code));
}

/** 1 − Π(1 − η·d) over every step. */
function removed(share: (epoch: number) => number): number {
	const steps = Math.ceil(M / B);
	let left = 1;
	for (let epoch = 0; epoch < EPOCHS; epoch++) left *= (1 - RATE * share(epoch) * DECAY) ** steps;
	return 1 - left;
}

const cosine =
	(period: number, least = 0) =>
	(epoch: number) =>
		least + ((1 - least) * (1 + Math.cos((Math.PI * (epoch + 0.5)) / period))) / 2;

describe('a schedule that is read is integrated', () => {
	test.each([
		{ schedule: '', share: () => 1, times: '5.6' },
		{ schedule: 'CosineAnnealingLR(opt, T_max=90)', share: cosine(90), times: '2.8' },
		{ schedule: 'CosineAnnealingLR(opt, 90, eta_min=5e-4)', share: cosine(90, 0.5), times: '4.2' },
		{ schedule: 'CosineAnnealingLR(opt, T_max=120)', share: cosine(120), times: '3.7' },
		{ schedule: 'StepLR(opt, step_size=30, gamma=0.1)', share: (k: number) => 0.1 ** Math.floor(k / 30), times: '2.1' },
		{ schedule: 'StepLR(opt, 40)', share: (k: number) => 0.1 ** Math.floor(k / 40), times: '2.8' },
		{ schedule: 'ExponentialLR(opt, gamma=0.95)', share: (k: number) => 0.95 ** k, times: '1.2' },
	])('$schedule', ({ schedule, share, times }) => {
		const found = inRun(`${CODE}\n${schedule && `scheduler = torch.optim.lr_scheduler.${schedule}`}`);
		expect(found?.value).toBeCloseTo(removed(share), 3);
		expect(found?.message).toContain(`are ${times} times the timescale`);
		expect(found?.message.includes('on average')).toBe(schedule !== '');
	});

	test('Hugging Face’s falls to 0', () => {
		const code = `TrainingArguments(out, learning_rate=${RATE}, weight_decay=${DECAY}, warmup_ratio=0.1)`;
		expect(inRun(code)?.message).toContain('η at 50% on average (linear)');
		expect(inRun(code.replace('warmup_ratio=0.1', 'lr_scheduler_type="constant"'))?.message).not.toContain('η');
	});
});

test.each(['OneCycleLR(opt, 1e-3, 1000)', 'CosineAnnealingLR(opt, T_max=100000)', 'StepLR(opt, size)'])(
	'%s is not known so far: the sentence says which η it is of',
	(schedule) => {
		const [name = ''] = schedule.split('(');
		expect(inRun(`${CODE}\ns = ${schedule}`)?.message).toContain(
			`if η stayed as written (${name} changes it), are 5.6 times`,
		);
		expect(inRun(`${CODE}\ns = ${schedule}`, 'zh')?.message).toContain(`假定 η 一直是写出的值`);
	},
);
