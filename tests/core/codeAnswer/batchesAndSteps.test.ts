/** B of code that accumulates or has several processes, and the length of a run that is said in steps. */
import { expect, test } from 'vitest';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const ask = (code: string, more: object = {}) => answerCode(codeQuerySchema.parse({ code, ...more }));

const ACCUMULATED = `batch_size = 12
accumulation_steps = 40
max_iters = 600_000
opt = torch.optim.AdamW(model.parameters(), lr=6e-4, weight_decay=0.1)
loss = loss / accumulation_steps`;

test('a run of so many steps of B has steps·B/m epochs, and a timescale of B/(m·η·d) of them', () => {
	const { sizes, decays, missing } = ask(ACCUMULATED, { m: 9_000_000 });
	expect(sizes).toEqual({ m: 9_000_000, batchSize: 480, epochs: (600_000 * 480) / 9_000_000 });
	expect(decays[0]?.meaning?.timescaleEpochs).toBeCloseTo(480 / (9_000_000 * 6e-4 * 0.1), 10);
	expect(missing).toEqual([]);
	expect(ask(ACCUMULATED, { m: 9_000_000, epochs: 7 }).sizes.epochs).toBe(7);
	expect(ask(ACCUMULATED).missing).toContain('epochs');
});

test('what is said to be a default is the number that stands there, not what it becomes', () => {
	const code = `parser.add_argument("--per_device_train_batch_size", default=8)
args = parser.parse_args()
accelerator = Accelerator(gradient_accumulation_steps=4)
loader = DataLoader(train, batch_size=args.per_device_train_batch_size)
opt = torch.optim.AdamW(model.parameters(), lr=5e-5)`;
	const { batchSize, notes } = ask(code, { m: 1000 });
	expect(batchSize?.value).toBe(32);
	expect(notes.find((note) => note.code === 'found-by')?.message).toContain(
		'per_device_train_batch_size = 8 is the default',
	);
});

test('processes that each take a batch of their own multiply B, and others may', () => {
	const timm =
		'torchrun --nproc_per_node=4 train.py --model resnet50 --opt adamw -b 256 --drop-path 0.1 --weight-decay 0.05';
	expect(ask(timm).batchSize?.value).toBe(1024);
	const other = 'torchrun --nproc_per_node=4 train.py --batch-size 256 --optimizer adamw --weight-decay 0.05';
	const { batchSize, notes } = ask(other);
	expect(batchSize?.value).toBe(256);
	expect(notes.find((note) => note.code === 'several-processes')?.message).toMatch(/^4 processes: if /);
});

test('gradients that add up are a loss times their number: λ is m·wd over it, beside a mean over all their rows', () => {
	const code = (loss: string) => `opt = torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=1e-3)
for i, (x, y) in enumerate(DataLoader(ds, batch_size=32)):
    loss = ${loss}
    loss.backward()
    if (i + 1) % 4 == 0: opt.step()`;
	const [sum] = ask(code('F.cross_entropy(net(x), y)'), { m: 50_000 }).decays;
	expect(sum?.meaning?.lambda).toBeCloseTo(12.5, 10);
	const [mean] = ask(code('F.cross_entropy(net(x), y) / 4'), { m: 50_000 }).decays;
	expect(mean?.meaning?.lambda).toBeCloseTo(50, 10);
	expect(sum?.meaning?.timescaleEpochs).toBe(mean?.meaning?.timescaleEpochs);
});

test('dampening: a weight shrinks as often as PyTorch’s own step says', () => {
	const [d, rate, mu, dampening] = [1e-4, 0.1, 0.9, 0.8];
	const code = `opt = torch.optim.SGD(net.parameters(), lr=${rate}, momentum=${mu}, dampening=${dampening}, weight_decay=${d})`;
	let [weight, buffer, before] = [1, d, 1];
	for (let step = 1; step <= 2000; step++) {
		if (step > 1) buffer = mu * buffer + (1 - dampening) * d * weight;
		weight -= rate * buffer;
		if (step === 1000) before = weight; // the first steps are others
	}
	const timescale = ask(code, { m: 100, batchSize: 1 }).decays[0]?.meaning?.timescaleEpochs;
	expect((timescale ?? 0) / (10 / Math.log(before / weight))).toBeCloseTo(1, 3);
});

test('a run of many timescales takes off nearly all, and says how nearly', () => {
	const run = { m: 100, batchSize: 1, epochs: 78 };
	const [decay] = ask('opt = torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=1e-2)', run).decays;
	expect(decay?.findings.find(({ code }) => code === 'decay-in-run')?.message).toContain('takes 99.96% off');
});
