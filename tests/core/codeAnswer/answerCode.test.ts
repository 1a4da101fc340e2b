/** What code is answered with: λ by closed forms that are written out here, what is missing, what is found, in both languages. */
import { describe, expect, test } from 'vitest';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { convert } from '../../../src/convert/convert.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { roundTo } from '../../../src/numberFormat.ts';
import { codeAnswerSchema } from '../../../src/schema/codeAnswer.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';
import { convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { CORPUS } from '../codeReading/corpus.ts';

const ask = (code: string, more: object = {}) => answerCode(codeQuerySchema.parse({ code, ...more }));
const first = (code: string, more: object = {}) => ask(code, more).decays[0];
const findings = (code: string, more: object = {}) => first(code, more)?.findings.map(({ code: one }) => one) ?? [];

const SGD = 'opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.004)';
const YOLO = 'yolo detect train data=coco.yaml optimizer=SGD lr0=0.01 weight_decay=0.0005';
const ADAMW = 'opt = torch.optim.AdamW(model.parameters(), lr=0.001)';

/** λ without an m is said only where it is the same for all. */
test.each([
	{
		code: 'LogisticRegression(C=0.5)',
		said: 'λ = 1/C = 1/0.5 = 2, whatever m is; other libraries’ values of it need m.',
	},
	{ code: 'opt = torch.optim.SGD(model.parameters(), lr=0.1)', said: 'Nothing decays here: λ = 0, whatever m is.' },
	{ code: 'MLPRegressor(alpha=1e-3)', said: undefined }, // over a batch of min(200, m)
])('$code alone', ({ code, said }) => {
	expect(first(code)?.notes.find((note) => note.code === 'whatever-m')?.message).toBe(said);
});

test('the batch of one estimator, or of the request, is none of a solver', () => {
	const code = 'a = MLPClassifier(batch_size=64)\nbatch_size = 64\nb = LogisticRegression(C=2)\nc = SVC()';
	expect(ask(code).decays.map(({ batchSize }) => batchSize)).toEqual([64, null, null]);
	expect(first('Ridge(alpha=1)', { batchSize: 32, m: 100 })?.batchSize).toBeNull();
});

test.each([
	['loss = criterion(model(x.cuda()), y.cuda()) / accum', 256, []],
	['loss = criterion(model(x), y)\n    loss = loss / accum', 256, []],
	['loss = criterion(model(x), y)', 256, []],
])('%s is looked at for what is accumulated', (loss, batchSize, codes) => {
	const loop = `accum = 4\nfor i, (x, y) in enumerate(loader):\n    ${loss}\n    loss.backward()\n    if (i + 1) % accum == 0:\n        opt.step()`;
	const { decays, notes } = ask(`${SGD}\nloader = DataLoader(data, batch_size=64)\n${loop}`, { m: 512 });
	expect(decays[0]?.batchSize).toBe(batchSize);
	expect(notes.map(({ code }) => code).filter((code) => code === 'accumulates')).toEqual(codes);
});

test.each([
	['optax.sgd(0.1, momentum=0.9, nesterov=True)', true],
	['optax.sgd(0.1, 0.9, True)', true],
	['optax.sgd(0.1, momentum=0.9)', false],
])('%s after a decay is read with its momentum', (step, nesterov) => {
	const code = `import optax\ntx = optax.chain(optax.add_decayed_weights(1e-4), ${step})`;
	expect(first(code, { m: 100 })?.optimizer).toMatchObject({ momentum: 0.9, nesterov });
});

test('no row has a timescale in epochs where the batch is not known', () => {
	const rowsOf = (size: { batchSize?: number }) =>
		first(SGD, { m: 500, ...size })?.meaning?.conversion.equivalents ?? [];
	expect(rowsOf({}).filter(({ timescale }) => timescale)).toEqual([]);
	expect(rowsOf({}).find(({ library }) => library === 'pytorch-sgd')?.snippet).toContain('lr=0.1');
	const { timescale } = rowsOf({ batchSize: 50 }).find(({ library }) => library === 'pytorch-sgd') ?? {};
	expect(timescale?.epochs).toBeCloseTo(1 / (0.1 * 0.004) / 10, 9);
});

test('a stated m is what is left of a split, which is said', () => {
	const split = 'X, _, y, _ = train_test_split(X, y, test_size=0.2)\nRidge(alpha=1).fit(X, y)';
	const { sizes, notes } = ask(split, { m: 800 });
	expect(sizes.m).toBe(800);
	expect(notes.find(({ code }) => code === 'held-out')?.message).toContain('0.2');
});

describe('λ, d, the prior and the timescale are those of the closed forms', () => {
	test.each([
		// weight_decay = λ/m; the prior is N(0, 1/λ); τ = 1/(η·d) steps, 10 an epoch
		{ code: SGD, m: 500, batchSize: 50, lambda: 2, d: 0.004, sd: Math.SQRT1_2, epochs: 1 / (0.1 * 0.004) / 10 },
		// l2 = λ/2m
		{ code: 'Dense(1, kernel_regularizer=l2(0.01))', m: 50, lambda: 1, d: 0.02, sd: 1, epochs: null },
		// C = 1/λ
		{ code: 'LogisticRegression(C=0.25)', m: 100, lambda: 4, d: 0.04, sd: 0.5, epochs: null },
		// alpha = λB/m; η = 0.001 and momentum 0.9 are the library's own
		{
			code: 'MLPClassifier(alpha=0.1, batch_size=10, solver="sgd")',
			m: 1000,
			lambda: 10,
			d: 0.01,
			sd: Math.sqrt(0.1),
			epochs: 100,
		},
		// λ/2m · ΣW² as it is written
		{
			code: 'm = 300\nlam = 0.7\ncost += lam / (2 * m) * np.sum(np.square(W1))',
			lambda: 0.7,
			d: 0.7 / 300,
			sd: Math.sqrt(1 / 0.7),
			epochs: null,
		},
		// Σ(ŷ−y)² + c·ΣW² over m is the mean + c/m·ΣW², and c/m = λ/2m
		{
			code: 'X = torch.randn(100, 3)\nlam = 2\nloss = ((X @ w - y)**2).sum() + lam*(w**2).sum()',
			lambda: 4,
			d: 0.04,
			sd: Math.sqrt(2 / 4), // beside (ŷ−y)², which is twice ½(ŷ−y)²
			epochs: null,
		},
		// what stands before the weights in a mean's gradient is d = λ/m, beside ½(ŷ−y)² and beside (ŷ−y)²
		{
			code: 'lam, lr, m = .1, .01, 200\ngrad = X.T@(X@w-y)/m + lam/m*w\nw -= lr*grad',
			...{ lambda: 0.1, d: 0.1 / 200, sd: Math.sqrt(1 / 0.1), epochs: null },
		},
		{
			code: 'm, lam = 100, 0.05\ndw = (2/m) * X.T @ (X @ w - y) + 2*lam*w',
			...{ lambda: 10, d: 0.1, sd: Math.sqrt(2 / 10), epochs: null },
		},
		{ code: 'reg = 0.01\ndW2 += reg * W2', m: 50, lambda: 0.5, d: 0.01, sd: Math.sqrt(1 / 0.5), epochs: null },
		// beside a sum it is λ itself
		{ code: 'grad = X.T @ (X @ w - y) + 3 * w', m: 50, lambda: 3, d: 3 / 50, sd: Math.sqrt(1 / 3), epochs: null },
		// an estimator has its own loss, whatever measures it or trains beside it: Ridge’s Σ(ŷ−y)² + α‖w‖² has α = λ beside ½(ŷ−y)², and d = λ/m there
		{
			code: 'fit = Ridge(alpha=2)\nprint(mean_squared_error(y, fit.predict(x)))',
			...{ m: 50, lambda: 2, d: 2 / 50, sd: Math.sqrt(1 / 2), epochs: null },
		},
		{
			code: 'XGBClassifier(reg_lambda=3)\nmodel.compile("adam", loss="mse")',
			...{ m: 50, lambda: 3, d: 3 / 50, sd: Math.sqrt(1 / 3), epochs: null },
		},
		// a step of η·(Σ over B of ∇ℓ + weight_decay·w) is one of ηB·(their mean + weight_decay/B·w): d = weight_decay/B = λ/m,
		// and τ = 1/(ηB·d) = 1/(η·weight_decay) steps, 32 an epoch
		{
			code: 'criterion = nn.BCELoss(reduction="sum")\nopt = torch.optim.SGD(model.parameters(), lr=0.01, weight_decay=0.01)',
			m: 1024,
			batchSize: 32,
			lambda: (1024 * 0.01) / 32,
			d: 0.01 / 32,
			sd: Math.sqrt(1 / 0.32),
			epochs: 1 / (0.01 * 0.01) / 32,
		},
	])('of $code', ({ code, lambda, d, sd, epochs, ...sizes }) => {
		const meaning = first(code, sizes)?.meaning;
		expect(meaning?.lambda).toBeCloseTo(lambda, 12);
		expect(meaning?.decayCoefficient).toBeCloseTo(d, 12);
		expect(meaning?.priorStandardDeviation).toBeCloseTo(sd, 12);
		if (epochs === null) expect(meaning?.timescaleEpochs).toBeNull();
		else expect(meaning?.timescaleEpochs).toBeCloseTo(epochs, 9);
		expect(meaning?.conversion.equivalents.length).toBeGreaterThan(10);
	});
});

test.each([
	{ code: SGD, derivation: 'λ = m·weight_decay = 500·0.004 = 2' },
	{ code: 'Dense(1, kernel_regularizer=l2(0.01))', derivation: 'λ = 2·m·l2 = 2·500·0.01 = 10' },
	{ code: 'LogisticRegression(C=0.25)', derivation: 'λ = 1/C = 1/0.25 = 4' },
	{ code: 'Ridge(alpha=3)', derivation: 'λ = alpha = 3' },
	// the gradient of B·accumulate examples beside weight_decay·B·accumulate/64: B cancels
	{ code: YOLO, derivation: 'λ = m·weight_decay/B = 500·0.0005/64 = 0.00390625' },
	{ code: `nn.MSELoss(reduction="sum")\n${SGD}`, derivation: 'λ = m·weight_decay/B = 500·0.004/50 = 0.04' },
	{ code: 'loss = np.sum((X @ w - y)**2) + 3*np.sum(w**2)', derivation: 'λ = 2·m·c/B = 2·500·3/50 = 60' },
	{
		code: 'beta = 0.01\nloss = data + beta * tf.nn.l2_loss(W)', // c = beta/2, and λ = 2·m·c
		derivation: 'λ = m·beta = 500·0.01 = 5',
	},
])('the derivation of $code is one line: $derivation', ({ code, derivation }) => {
	expect(first(code, { m: 500, batchSize: 50 })?.meaning?.derivation).toBe(derivation);
});

describe('asks for what is missing, and takes what is given', () => {
	test.each([
		{ code: SGD, more: {}, missing: ['m', 'batchSize'] },
		{ code: SGD, more: { m: 100 }, missing: ['batchSize'] },
		{ code: SGD, more: { m: 100, batchSize: 10 }, missing: [] },
		{ code: ADAMW, more: { m: 100, batchSize: 10 }, missing: ['epochs'] },
		{ code: 'Ridge()', more: {}, missing: ['m'] },
		{ code: 'weight_decay = 0.1', more: {}, missing: ['optimizer', 'm', 'batchSize', 'learningRate'] },
		{ code: 'weight_decay = 0.1', more: { optimizer: 'sgd', m: 10, batchSize: 5, learningRate: 1 }, missing: [] },
		{ code: 'SGD(model.parameters(), lr=0.1, weight_decay=wd)', more: { m: 10, batchSize: 5 }, missing: ['value'] },
		{ code: 'Lasso(alpha=1)', more: {}, missing: ['m'] },
		{ code: 'SVR(C=3)', more: {}, missing: [] },
		{ code: 'hello', more: {}, missing: [] },
	])('of $code with $more: $missing', ({ code, more, missing }) => {
		expect(ask(code, more).missing).toEqual(missing);
	});

	test('a strength that is given stands in for one that the code does not say', () => {
		expect(
			first('SGD(model.parameters(), lr=0.1, weight_decay=wd)', { m: 10, value: 0.2 })?.meaning?.lambda,
		).toBeCloseTo(2, 12);
	});
});

describe('finds what follows', () => {
	const sizes = { m: 500, batchSize: 50, epochs: 10 };
	test.each([
		{ code: ADAMW, found: ['no-penalty', 'default-timescale', 'decays-biases', 'twice-the-data'] },
		{ code: SGD, found: ['decays-biases', 'twice-the-data'] },
		{ code: 'SGD(model.parameters(), lr=2, weight_decay=1.2)', found: ['unstable-decay'] },
		{ code: 'Adam(model.parameters(), lr=0.1, weight_decay=0.1)', found: ['l2-with-adam'] },
		{ code: 'SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=0.1)', found: ['momentum-amplifies'] },
		{ code: 'SGD(model.parameters(), lr=1e-4, weight_decay=1e-4)', found: ['decay-does-nothing'] },
	])('in $code: $found', ({ code, found }) => {
		expect(findings(code, sizes)).toEqual(expect.arrayContaining(found));
	});

	test('twice the data halves what is λ/m, and leaves C alone', () => {
		const twice = (code: string) =>
			first(code, sizes)?.findings.find(({ code: one }) => one === 'twice-the-data')?.value;
		expect(twice(SGD)).toBeCloseTo(0.002, 15);
		expect(twice('LogisticRegression(C=0.3)')).toBeCloseTo(0.3, 15);
	});

	test.each([
		{
			code: 'AdamW(model.parameters(), lr=0.001, weight_decay=0.01)',
			...{ from: 'pytorch-adamw', value: 0.01, kept: 'weight_decay·√m' }, // it has no λ
		},
		{
			code: 'SGD(model.parameters(), lr=0.1, weight_decay=0.004)',
			...{ from: 'pytorch-sgd', value: 0.004, kept: 'λ/√m' },
		},
		{ code: 'LogisticRegression(C=0.3)', from: 'sklearn-logistic-regression', value: 0.3, kept: 'λ' },
	] as const)('and advises of more data what the converter does: $code', ({ code, from, value, kept }) => {
		const said = first(code, sizes)?.findings.find(({ code: one }) => one === 'twice-the-data');
		const query = convertQuerySchema.parse({ from, value, m: 500, batchSize: 50, newM: 1000 });
		const outcome = convert(query);
		const moved = outcome.ok ? outcome.conversion.moved : undefined;
		const valueBy = (rule?: string) => moved?.rules.find((one) => one.rule === rule)?.value ?? Number.NaN;
		expect(said?.value).toBeCloseTo(valueBy('keep-lambda'), 12);
		const [, named, advised] =
			/keeping (\S+) cost least(?:: at twice the data that would be \w+ = ([\d.e-]+))?\.$/.exec(said?.message ?? '') ??
			[];
		expect(named).toBe(kept);
		expect(moved?.best).toBe(kept === 'λ' ? 'keep-lambda' : 'keep-over-sqrt-m');
		const best = roundTo(valueBy(moved?.best), 3); // three digits: none is measured better
		expect(advised).toBe(best === value ? undefined : String(best)); // what stays is said once
		if (best === value) expect(said?.message).toContain('C stays as it is');
	});

	test.each([
		{
			epochs: 30,
			en: '30 epochs are 1.7% of the timescale: the decay alone takes 1.7% off a weight, so it has barely acted.',
		},
		{ epochs: 300, en: '300 epochs are 17% of the timescale: the decay alone takes 16% off a weight.' },
		{ epochs: 3000, en: '3000 epochs are 1.7 times the timescale: the decay alone takes 82% off a weight.' },
	])('says what a decay does in a run of $epochs epochs', ({ epochs, en }) => {
		// T = 1/(η·d) = 333,333 steps, of which an epoch has ⌈12000/64⌉ = 188
		const code = 'torch.optim.AdamW(model.parameters(), lr=3e-4, weight_decay=0.01)';
		const found = first(code, { m: 12_000, batchSize: 64, epochs })?.findings.find(
			(one) => one.code === 'decay-in-run',
		);
		expect(found?.message).toBe(en);
		expect(found?.value).toBeCloseTo(1 - Math.exp((-epochs * 188 * 3e-4) / 100), 12);
		expect(
			ask(code, { m: 12_000, batchSize: 64, epochs, language: 'zh' })
				.decays[0]?.findings.map((one) => one.message)
				.join(),
		).toContain(`${epochs} 轮是时间尺度的`);
		expect(ask(code, { m: 12_000, batchSize: 64 }).decays[0]?.findings.map((one) => one.code)).not.toContain(
			'decay-in-run',
		);
	});

	test('a strength of a configuration stands on its own line, not on that of its mapping', () => {
		const yaml = 'optimizer:\n  type: AdamW\n  lr: 0.001\n  weight_decay: 0.05\ntrain:\n  batch_size: 256';
		expect(first(yaml)).toMatchObject({ name: 'AdamW', value: 0.05, line: 4 });
		const json = '{"optimizer": {\n  "type": "SGD",\n  "lr": 0.1,\n  "weight_decay": 0.002\n}}';
		expect(first(json)).toMatchObject({ value: 0.002, line: 4 });
		expect(first('opt = dict(type="SGD", lr=0.1,\n  weight_decay=0.002)')?.line).toBe(1); // a call stands where it begins
	});

	test('the groups without decay are code that is read as two groups', () => {
		const fix = first(SGD, sizes)?.findings.find(({ code }) => code === 'decays-biases')?.fix ?? '';
		const again = first(fix, sizes);
		expect(again?.value).toBe(0.004);
		expect(again?.notes.map(({ code }) => code)).toContain('group-without-decay');
	});

	test.each([
		{
			code: '    optD = torch.optim.Adam(netD.parameters(), lr=2e-4, betas=(0.5, 0.999), weight_decay=1e-4)',
			parameters: 'netD.parameters()',
			call: 'optD = torch.optim.Adam(GROUPS, lr=2e-4, betas=(0.5, 0.999), weight_decay=1e-4)',
		},
		{
			code: 'def make(self):\n    return SGD(\n        self.parameters(),\n        lr=0.1, momentum=0.9, nesterov=True, weight_decay=1e-4,\n    )',
			parameters: 'self.parameters()',
			call: 'return SGD(\n    GROUPS,\n    lr=0.1, momentum=0.9, nesterov=True, weight_decay=1e-4,\n)',
		},
		{
			code: 'import bitsandbytes as bnb\nself.opt = bnb.optim.AdamW8bit(params=self.net.parameters(), lr=1e-4)',
			parameters: 'self.net.parameters()',
			call: 'self.opt = bnb.optim.AdamW8bit(params=GROUPS, lr=1e-4)',
		},
	])('they keep the call that stands in the code: $call', ({ code, parameters, call }) => {
		const groups = '[{"params": decay}, {"params": no_decay, "weight_decay": 0.0}]';
		expect(first(code, sizes)?.findings.find(({ code: one }) => one === 'decays-biases')?.fix).toBe(
			[
				`decay = [p for p in ${parameters} if p.ndim > 1]`,
				`no_decay = [p for p in ${parameters} if p.ndim <= 1]  # biases, norms`,
				call.replace('GROUPS', groups),
			].join('\n'),
		);
	});
});

describe('nothing is exact that has another minimizer than its row, and λ is that of the part that is L2', () => {
	test.each([
		// α·((1 − ρ)/2·‖w‖² + ρ·Σ|w|) beside a mean: λ = m·α·(1 − ρ)
		{ code: 'SGDClassifier(loss="log_loss", penalty="elasticnet", alpha=0.1, l1_ratio=0.25)', lambda: 500 * 0.075 },
		{ code: 'ElasticNet(alpha=0.1, l1_ratio=0.5)', lambda: 500 * 0.05 },
		{ code: 'glmnet(x, y, family = "binomial", alpha = 0.5, lambda = 0.1, standardize = FALSE)', lambda: 500 * 0.05 },
		{
			code: 'from pyspark.ml.classification import LogisticRegression\nLogisticRegression(regParam=0.1, elasticNetParam=0.5)',
			lambda: 500 * 0.05,
		},
		// C·ΣL + (1 − ρ)/2·‖w‖² + ρ·Σ|w|: λ = (1 − ρ)/C
		{ code: 'LogisticRegression(penalty="elasticnet", solver="saga", l1_ratio=0.5, C=0.1)', lambda: 5 },
		// l2·‖w‖² + l1·Σ|w| beside a mean: λ = 2m·l2
		{ code: 'Dense(1, kernel_regularizer=L1L2(l1=0.1, l2=0.01))', lambda: 10 },
		{ code: 'loss = ce + 0.01 * (W**2).sum() + 0.1 * W.abs().sum()', lambda: 10 },
		{ code: 'glmnet(x, y, family = "binomial", alpha = 0, lambda = 0.1)', lambda: 50 }, // standardize = TRUE
		// gradients at weights that are moved first
		{ code: 'SAM(model.parameters(), torch.optim.SGD, rho=2.0, lr=0.1, weight_decay=0.004)', lambda: 2 },
		// 1e-4/(2·B)·Σ‖row‖² over a batch is λ/2m with 1e-4 for each use of a row
		{ code: 'reg = (1/2)*(u.norm(2).pow(2) + v.norm(2).pow(2))/len(users)\nloss = bpr + 1e-4*reg', lambda: 1e-4 },
		{
			code: 'glmnet(x, y, family = "binomial", alpha = 0, lambda = 0.1, standardize = FALSE, penalty.factor = c(0, 1))',
			lambda: 50,
		},
	])('$code', ({ code, lambda }) => {
		const meaning = first(code, { m: 500 })?.meaning;
		expect(meaning?.lambda).toBeCloseTo(lambda, 10);
		expect(meaning?.conversion.exact).toBe(false);
		expect(meaning?.conversion.reason).not.toBe('');
		expect(meaning?.conversion.equivalents.filter(({ exact }) => exact)).toEqual([]);
	});

	test.each([
		{ code: 'ElasticNet(alpha=0.1, l1_ratio=0.3)', value: 0.1, twice: 0.05 },
		{
			code: "LogisticRegression(penalty='elasticnet', C=0.5, l1_ratio=0.4, solver='saga')",
			...{ value: 0.5, twice: 0.5 }, // λ = (1 − ρ)/C whatever m is
		},
		{ code: 'f <- glmnet(x, y, alpha=.5, lambda=.1)', value: 0.1, twice: 0.05 },
	])('the strength and what is advised of it are those that the code has: $code', ({ code, value, twice }) => {
		const decay = first(code, { m: 500, targetDeviation: 1 });
		const said = decay?.findings.find((one) => one.code === 'twice-the-data');
		expect(decay?.value).toBe(value);
		expect(said?.value).toBeCloseTo(twice, 12);
		const [, advised] = /that would be \w+ = ([\d.]+)\.$/.exec(said?.message ?? '') ?? [];
		if (twice === value)
			expect([advised, said?.message]).toEqual([undefined, expect.stringContaining('C stays as it is')]);
		else expect(Number(advised)).toBeCloseTo(twice, 6); // of a linear model it is λ that is kept
		expect(said?.message).toContain('Measured on linear models');
	});

	test.each([
		'SGDClassifier(loss="log_loss", alpha=0.1)',
		'ElasticNet(alpha=0.1, l1_ratio=0)',
		'glmnet(x, y, family = "binomial", alpha = 0, lambda = 0.1, standardize = FALSE)',
		'Dense(1, kernel_regularizer=L1L2(l1=0, l2=0.01))',
	])('but %s', (code) => {
		expect(first(code, { m: 500 })?.meaning?.conversion.exact).toBe(true);
	});
});

test.each([
	{ code: SGD, more: {}, isSaid: true },
	{ code: SGD, more: { loss: 'squared-error' }, isSaid: false },
	{ code: `nn.CrossEntropyLoss()\n${SGD}`, more: {}, isSaid: false },
	{ code: 'LogisticRegression()', more: {}, isSaid: false }, // its own
])('a loss that is assumed is said so: $isSaid of $code with $more', ({ code, more, isSaid }) => {
	expect(ask(code, { m: 500, ...more }).notes.some((note) => note.code === 'loss-assumed')).toBe(isSaid);
});

test.each([
	{ code: 'optimizer: sgd\nweight_decay: 0.0005', note: 'loss-unsaid' },
	{ code: 'model: resnet50\noptimizer: sgd\nweight_decay: 0.0005', note: 'loss-assumed' },
	{ code: 'num_classes: 10\noptimizer: sgd\nweight_decay: 0.0005', note: 'loss-assumed' },
	{ code: 'loss: mse\noptimizer: sgd\nweight_decay: 0.0005', note: undefined },
])('a configuration is taken for that of a classifier only where it may be one: $code', ({ code, note }) => {
	const said = ask(code, { m: 500 }).notes.map((one) => one.code);
	expect(said.find((one) => /^loss-(unsaid|assumed)$/.test(one))).toBe(note);
});

test('a decay that is not multiplied by η asks for it, and halves with twice the data as any other', () => {
	const code = 'tfa.optimizers.SGDW(weight_decay=1e-4, learning_rate=rate)';
	expect(first(code, { m: 500 })).toMatchObject({ meaning: null, missing: ['batchSize', 'learningRate'] });
	const asked = first(code, { m: 500, batchSize: 50, learningRate: 0.1 });
	expect(asked?.meaning?.lambda).toBeCloseTo((500 * 1e-4) / 0.1, 12);
	expect(asked?.findings.find(({ code: one }) => one === 'twice-the-data')?.value).toBeCloseTo(5e-5, 15);
});

test('Ultralytics’ λ is the same for every B', () => {
	const lambdas = [8, 16, 64].map((batchSize) => first(YOLO, { m: 500, batchSize })?.meaning?.lambda);
	expect(new Set(lambdas).size).toBe(1);
});

describe('a decay beside Adam’s step has no λ that is said', () => {
	const sizes = { m: 500, batchSize: 50, epochs: 10 };
	const penalty = 'loss = F.cross_entropy(out, y) + 1e-3 * sum(p.pow(2).sum() for p in model.parameters())';

	test.each([
		{ code: `${SGD}\n${penalty}`, added: ['These decays add up: λ = 3.'] }, // 500·0.004 + 2·500·0.001
		{ code: `${ADAMW}\n${penalty}`, added: [] },
	])('$code: $added', ({ code, added }) => {
		expect(ask(code, sizes).notes.flatMap((note) => (note.code === 'adds-up' ? [note.message] : []))).toEqual(added);
	});

	test('what does nothing is the decay, not λ', () => {
		const found = first('torch.optim.AdamW(model.parameters(), lr=1e-6, weight_decay=1e-3)', sizes)?.findings;
		const message = found?.find(({ code }) => code === 'decay-does-nothing')?.message;
		expect(message).toMatch(/it does next to nothing in this run\.$/);
		expect(found?.map(({ code }) => code)).not.toContain('adamw-timescale'); // 1/(η·d) is 10⁹ steps, 10⁸ epochs
	});

	test.each([
		{ code: 'torch.optim.AdamW(model.parameters(), lr=1e-3)', isSaid: false },
		{ code: 'torch.optim.SGD(model.parameters(), lr=1e-3, weight_decay=1e-4)', isSaid: true },
	])('gradients that are accumulated change no λ of $code', ({ code, isSaid }) => {
		const { notes } = ask(`accum = 4\nopt = ${code}`, sizes);
		expect(notes.find((note) => note.code === 'accumulates')?.message.includes('λ')).toBe(isSaid);
	});
});

test('an optimizer that the code does not say has no kind', () => {
	expect(first('weight_decay = 0.1')?.optimizer?.kind).toBeNull();
	expect(first('weight_decay = 0.1', { optimizer: 'adam' })?.optimizer?.kind).toBe('adam');
});

test('says where: line and column from 1', () => {
	expect(first(`\n# two\n${SGD}`)).toMatchObject({ line: 3, column: 7 });
});

test.each(LANGUAGES)('every answer to the corpus fits its schema, and every sentence is in %s', (language) => {
	for (const { code } of CORPUS) {
		const answer = ask(code, {
			language,
			m: 1000,
			batchSize: 20,
			learningRate: 0.1,
			value: 0.5,
			optimizer: 'sgd',
			epochs: 3,
		});
		expect(codeAnswerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
		const said = [...answer.notes, ...answer.decays.flatMap(({ notes, findings: found }) => [...notes, ...found])];
		for (const { message } of said) {
			expect(message).not.toMatch(/undefined|NaN/);
			if (language === 'zh') expect(message).toMatch(/[一-鿿]/);
			else expect(message).not.toMatch(/[一-鿿]/);
		}
	}
});

test.each([
	{ code: 'prior = set_prior("normal(0, 2.5)", class = "b")', derivation: 'λ = 1/sd² = 1/6.25 = 0.16' },
	{ code: 'p <- prior(normal(0, 0.5), class = b)', derivation: 'λ = 1/sd² = 1/0.25 = 4' },
])('the prior of $code has $derivation', ({ code, derivation }) => {
	expect(first(code, { m: 300, codeLanguage: 'r' })?.meaning?.derivation).toBe(derivation);
});

test.each([
	{ code: '1e-4 * sum((p ** 2).sum() for p in model.parameters())', isSaid: true },
	{ code: '1e-4 * sum((p ** 2).sum() for p in model.parameters() if p.ndim > 1)', isSaid: false },
])('a penalty by hand of all parameters is said to reach biases: $isSaid of $code', ({ code, isSaid }) => {
	const found = first(`loss = F.cross_entropy(model(x), y) + ${code}`, { m: 500, batchSize: 50 })?.findings;
	const message = found?.find(({ code: one }) => one === 'decays-biases')?.message;
	expect(message).toBe(isSaid ? 'c also decays biases and norm layers.' : undefined);
});
