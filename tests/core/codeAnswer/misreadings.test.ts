/** What was read as something else, silently: shapes as data, several classes as two, skipped steps as steps. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../site/convert/answer.ts';
import { stateOfBox } from '../../../site/convert/codeState.ts';
import { equivalentsHtml } from '../../../site/convert/equivalentsHtml.ts';
import { queryOf, stateOf } from '../../../site/convert/state.ts';
import { decidesLambda, waitedFor } from '../../../site/convert/whatToEnter.ts';
import { CONVERTER_TEXT } from '../../../site/text/converter/converterText.ts';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const ask = (code: string, more: object = {}) => answerCode(codeQuerySchema.parse({ code, ...more }));

const OPTIMIZER = 'opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)';
const LOADER = 'loader = DataLoader(train_ds, batch_size=32, shuffle=True)';

describe('a tensor that only goes through a model is no data set', () => {
	test.each([
		'x = torch.randn(1, 3, 224, 224)\nprint(model(x).shape)',
		'x = torch.randn(64, 3, 224, 224)\nout = model(x)\nprint(out.shape)',
		'x = torch.rand(64, 3, 224, 224)\ntorch.onnx.export(model, x, "model.onnx")',
		'inputs = torch.rand(64, 3, 224, 224)\ntraced = torch.jit.trace(model, inputs)',
		'inputs = torch.zeros(64, 3, 224, 224)\nsummary(model, input_data=inputs)',
		'x = torch.randn(64, 3, 224, 224)\ny = model(x)\ny.sum().backward()',
		'x = torch.randn(16, 3, 224, 224)\ny = torch.randint(0, 10, (16,))\nloss = F.cross_entropy(model(x), y)', // fewer than a batch has
	])('%s', (lines) => {
		const { sizes, missing } = ask(`model = ResNet()\n${LOADER}\n${lines}\n${OPTIMIZER}`);
		expect(sizes).toMatchObject({ m: null, batchSize: 32 });
		expect(missing).toContain('m');
	});

	test.each([
		'X = torch.randn(200, 5)\nloader = DataLoader(TensorDataset(X, y), batch_size=32)',
		'X = torch.randn(200, 5)\ny = X @ w + torch.randn(200)\nloss = F.mse_loss(model(X), y)',
		'X = torch.randn(200, 5)\nout = model(X)\nloss = criterion(out, y)',
		'X = np.random.randn(200, 5)\ny = np.sin(X)\ntrain(model, X, y)',
		'X = np.random.randn(200, 5)\nmodel.fit(X, y)',
	])('but what is learned from is: %s', (lines) => {
		expect(ask(`${lines}\n${OPTIMIZER}`).sizes.m).toBe(200);
	});
});

describe('more than two classes are those of a softmax', () => {
	const fitted = (data: string, model = 'LogisticRegression(C=0.5)') => `X, y = ${data}\nclf = ${model}.fit(X, y)`;

	test.each([
		fitted('load_iris(return_X_y=True)'),
		fitted('load_digits(return_X_y=True)'),
		fitted('make_classification(n_samples=500, n_classes=4)'),
		fitted('make_blobs(n_samples=500)'),
		fitted('load_wine(return_X_y=True)', 'MLPClassifier(alpha=1e-3)'),
		`data = CIFAR10(root, train=True)\n${OPTIMIZER}`,
		`(x_train, y_train), _ = keras.datasets.mnist.load_data()\nopt = keras.optimizers.SGD(0.1, weight_decay=5e-4)`,
		`NUM_CLASSES = 7\nmodel = Net(NUM_CLASSES)\n${OPTIMIZER}`,
		`model = resnet18(num_classes=10)\n${OPTIMIZER}`,
		`criterion = nn.CrossEntropyLoss()\n${OPTIMIZER}`,
	])('%s', (code) => {
		const { decays } = ask(code, { m: 500 });
		const conversion = decays[0]?.meaning?.conversion;
		expect(conversion?.loss).toBe('softmax-cross-entropy');
		expect(conversion?.omitted.map(({ library }) => library)).toEqual(
			expect.arrayContaining(['liblinear', 'glmnet-binomial']),
		);
	});

	test.each([
		fitted('load_breast_cancer(return_X_y=True)'),
		fitted('load_digits(n_class=2, return_X_y=True)'),
		fitted('make_moons(n_samples=500)'),
		fitted('load_iris(return_X_y=True)', 'LogisticRegression(C=0.5, solver="liblinear")'), // one against the rest
		fitted('load_iris(return_X_y=True)', 'OneVsRestClassifier(LogisticRegression(C=0.5))'),
		fitted('load_iris(return_X_y=True)', 'SGDClassifier(loss="log_loss")'),
		'iris = load_iris()\nX, y = iris.data, (iris.target == 2)\nclf = LogisticRegression(C=0.5).fit(X, y)',
		'X, y = load_iris(return_X_y=True)\nclf = LogisticRegression(C=0.5).fit(X[:100], y[:100])',
	])('two are not: %s', (code) => {
		expect(ask(code, { m: 500 }).decays[0]?.meaning?.conversion.loss).toBe('binary-cross-entropy');
	});

	test('a regression of their numbers is one', () => {
		const code = fitted('load_digits(return_X_y=True)', 'Ridge(alpha=2)');
		expect(ask(code).decays[0]?.meaning?.conversion.loss).toBe('half-squared-error');
		expect(ask(code).notes.map((one) => one.code)).not.toContain('loss-of-model');
	});

	test('that it is assumed is said, and a stated loss is taken', () => {
		const code = `data = CIFAR10(root, train=True)\n${OPTIMIZER}`;
		expect(ask(code).notes.map(({ message }) => message)).toContain(
			'CIFAR10, 10 classes: a softmax cross-entropy is assumed.',
		);
		const stated = ask(code, { loss: 'squared-error' });
		expect(stated.decays[0]?.meaning?.conversion.loss).toBe('squared-error');
		expect(stated.notes.map((one) => one.code)).not.toContain('loss-of-model');
	});

	test('the table of the page has no row that takes two classes', () => {
		const state = stateOfBox(fitted('load_iris(return_X_y=True)'), {}, 'en');
		expect(state).toMatchObject({ from: 'sklearn-logistic-regression', value: '0.5', loss: 'softmax-cross-entropy' });
		const answer = state && answerTo(state, 'en');
		expect(answer?.ok && answer.spellings.equivalents.map(({ library }) => library)).not.toContain('liblinear');
	});
});

test.each([
	{ code: 'X, y = load_digits(n_class=2, return_X_y=True)\nm = LogisticRegression(C=2)', why: 'a part of the classes' },
	{
		code: 'X, y = load_iris(return_X_y=True)\nX, y = X[y != 2], y[y != 2]\nm = LogisticRegression(C=2)',
		why: 'chosen rows',
	},
])('the examples of $why are not those of the whole set', ({ code }) => {
	expect(ask(code).sizes.m).toBe(null);
});

describe('a step that is taken in some batches only is one of all of them', () => {
	const loop = (divided: string, every: string, constant = '') => `${constant}
loader = DataLoader(CIFAR10(root, train=True), batch_size=128, shuffle=True)
opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
for i, (x, y) in enumerate(loader):
    ${divided}
    if ${every}:
        opt.step()
        opt.zero_grad()`;

	test.each([
		loop('loss = F.cross_entropy(model(x), y) / 4\n    loss.backward()', '(i + 1) % 4 == 0'),
		loop('(criterion(model(x), y) / ACC).backward()', 'i % ACC == ACC - 1', 'ACC = 4'),
		loop('loss = F.cross_entropy(model(x), y)\n    loss /= K', 'not (i + 1) % K or i + 1 == len(loader)', 'K = 4'),
		loop('loss = F.cross_entropy(model(x), y) / accum\n    loss.backward()', '(i + 1) % accum == 0', 'accum = 4'),
	])('%s', (code) => {
		const { sizes, decays, notes } = ask(code);
		expect(sizes.batchSize).toBe(512);
		expect(decays[0]?.meaning?.timescaleEpochs).toBeCloseTo(2000 / Math.ceil(50_000 / 512), 9);
		expect(notes.map((one) => one.code)).toContain('accumulated');
	});

	test('where the loss is not divided, what that would be is said', () => {
		const { sizes, notes } = ask(loop('F.cross_entropy(model(x), y).backward()', '(i + 1) % 4 == 0'));
		expect(sizes.batchSize).toBe(128);
		expect(notes.find((one) => one.code === 'accumulates')?.message).toBe(
			'If gradients of 4 batches add up, B is 4 times as large, and λ 4 times smaller.',
		);
	});

	test('a schedule that is not stepped each time is none', () => {
		const code = loop('opt.step()', 'epoch % 30 == 0').replace('        opt.step()\n', '        scheduler.step()\n');
		expect(ask(code).sizes.batchSize).toBe(128);
	});
});

describe('a strength over the length of data whose length is known is read', () => {
	const cifar = 'train_ds = CIFAR10(root, train=True)\nloader = DataLoader(train_ds, batch_size=128)\n';
	const sgd = (decay: string) => `opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=${decay})`;
	const split = 'X, y = load_breast_cancer(return_X_y=True)\nX_train, X_test = train_test_split(X, test_size=0.25)\n';

	test.each([
		{ code: `${cifar}${sgd('0.1/len(train_ds)')}`, lambda: 0.1 },
		{ code: `${cifar}${sgd('0.3 / len(loader.dataset)')}`, lambda: 0.3 },
		{ code: `X, y = load_digits(return_X_y=True)\nm = len(X)\nlam = 0.3\n${sgd('lam/m')}`, lambda: 0.3 },
		{ code: `X, y = load_digits(return_X_y=True)\nm = X.shape[0]\n${sgd('lam/m')}\nlam = 2`, lambda: null },
		{ code: 'X, y = make_moons(n_samples=200)\nclf = LogisticRegression(C=1/X.shape[0]).fit(X, y)', lambda: 200 },
		{ code: `${split}clf = LogisticRegression(C=1/len(X_train)).fit(X_train, y_train)`, lambda: 426 },
		// of what is held out, of all before a split, of batches, of something else
		{ code: `${split}clf = LogisticRegression(C=1/len(X_test)).fit(X_train, y_train)`, lambda: null },
		{ code: `${split}clf = LogisticRegression(C=1/len(X)).fit(X_train, y_train)`, lambda: null },
		{ code: `${cifar}${sgd('0.1/len(loader)')}`, lambda: null },
		{ code: `${cifar}${sgd('0.1/len(layers)')}`, lambda: null },
	])('$code', ({ code, lambda }) => {
		const [decay] = ask(code).decays;
		if (lambda === null) expect(decay).toMatchObject({ value: null, meaning: null });
		else expect(decay?.meaning?.lambda).toBeCloseTo(lambda, 9);
	});

	test('stated examples are that length too', () => {
		const { decays } = ask(sgd('0.1/len(train_ds)'), { m: 1234 });
		expect(decays[0]?.meaning?.lambda).toBeCloseTo(0.1, 12);
	});
});

describe('a squared error that is written out is one', () => {
	test.each([
		['loss = ((model(X) - y)**2).mean()', 'squared-error'],
		['loss = torch.mean((y - model(X)) ** 2)', 'squared-error'],
		['loss = (model(X) - y).pow(2).mean()', 'squared-error'],
		['loss = tf.reduce_mean(tf.square(y - model(X)))', 'squared-error'],
		['loss = 0.5 * torch.mean((y - model(X)) ** 2)', 'half-squared-error'],
		['loss = ((model(X) - y)**2).mean() / 2', 'half-squared-error'],
		['loss = 3 * ((model(X) - y)**2).mean()', 'squared-error'],
		['drift = ((w - w0)**2).mean()', 'binary-cross-entropy'],
		['def evaluate():\n    return ((model(X) - y)**2).mean()', 'binary-cross-entropy'],
	])('%s', (line, loss) => {
		expect(ask(`${OPTIMIZER}\n${line}`, { m: 500 }).decays[0]?.meaning?.conversion.loss).toBe(loss);
	});

	test.each([
		{ line: 'loss = F.mse_loss(net(X), y)', lambda: 50, ridge: 25 },
		{ line: 'loss = 0.5 * F.mse_loss(net(X), y)', lambda: 50, ridge: 50 },
		{ line: 'loss = F.mse_loss(net(X), y) / 2', lambda: 50, ridge: 50 },
		{ line: 'loss = 10 * F.mse_loss(net(X), y)', lambda: 5, ridge: 2.5 },
		{ line: 'loss = 3 * ((net(X) - y)**2).mean()', lambda: 50 / 3, ridge: 25 / 3 },
		{ line: 'mse = nn.MSELoss()\nloss = mse(net(X), y)\nloss *= 10', lambda: 5, ridge: 2.5 },
		{ line: 'loss = F.mse_loss(net(X), y)\nlosses.append(loss * 3)\n(loss / 2).backward()', lambda: 50, ridge: 50 },
	])('a factor before the loss divides λ: $line', ({ line, lambda, ridge }) => {
		const code = `${line}\nopt = torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=0.1)`;
		const meaning = ask(code, { m: 500, batchSize: 50 }).decays[0]?.meaning;
		const found = meaning?.conversion.equivalents.find(({ library }) => library === 'sklearn-ridge')?.value;
		// c·mean(e²) + d/2·‖w‖² is Σe² + αw² times c/m, so α = m·d/2c, and the steps shrink weights as they did.
		expect([meaning?.lambda, found].map((one) => one?.toFixed(9))).toEqual(
			[lambda, ridge].map((one) => one.toFixed(9)),
		);
		expect(meaning?.timescaleEpochs).toBeCloseTo(1 / (0.1 * 0.1 * 10), 9);
	});

	test('a sum of them is a sum', () => {
		const { decays } = ask(`${OPTIMIZER}\nloss = ((model(X) - y)**2).sum()`, { m: 500, batchSize: 50 });
		expect(decays[0]?.meaning?.derivation).toContain('m·weight_decay/B');
	});
});

describe('beside a sum over batches of no known size', () => {
	const code = `data = CIFAR10(root, train=True)\ncriterion = nn.CrossEntropyLoss(reduction="sum")\n${OPTIMIZER}`;

	test('there is no λ, neither in the answer nor in the form, and B is asked for', () => {
		expect(ask(code).decays[0]?.meaning).toBe(null);
		expect(ask(code).missing).toEqual(['batchSize']);
		expect(stateOfBox(code, {}, 'en')).toBe(null);
		expect(waitedFor(ask(code), 'en')).toEqual(['batch B']);
		expect(decidesLambda(ask(code))).toBe(true);
	});

	test('with B there is', () => {
		expect(ask(code, { batchSize: 100 }).decays[0]?.meaning?.lambda).toBeCloseTo((50_000 * 1e-4) / 100, 12);
		expect(stateOfBox(code, { batchSize: '100' }, 'en')).toMatchObject({ from: 'lambda', batchSize: '100' });
	});
});

test('a data set that is written out is all there is, and a batch no more than that', () => {
	const code = `X = torch.randn(20, 5)\ny = torch.randn(20)\nloader = DataLoader(TensorDataset(X, y), batch_size=64)\n${OPTIMIZER}`;
	expect(ask(code).sizes).toMatchObject({ m: 20, batchSize: 20 });
	expect(ask(code.replace('TensorDataset(X, y)', 'train_ds')).sizes.m).toBe(null);
});

test('a C without bound is no penalty', () => {
	for (const C of ['np.inf', "float('inf')", 'math.inf']) {
		const [decay] = ask(`clf = LogisticRegression(C=${C})`, { m: 100 }).decays;
		expect(decay).toMatchObject({ value: 0, missing: [], meaning: { lambda: 0 } });
	}
});

describe('command lines of solvers', () => {
	test.each(['liblinear-train -s 0 -c 4 data model', './train -s 7 -c 4 heart_scale', 'train -s 0 -c 4 heart_scale'])(
		'%s',
		(code) => expect(ask(code, { m: 100 }).decays).toMatchObject([{ library: 'liblinear', meaning: { lambda: 0.25 } }]),
	);

	test('other problems of LIBLINEAR are no logistic regression, which is not its default', () => {
		for (const code of ['liblinear-train -s 3 -c 4 data', 'liblinear-train -c 4 data'])
			expect(ask(code, { m: 100 }).decays).toMatchObject([{ library: null }]);
	});

	test.each(['vw --l2 1e-5 -d train.vw', 'vw -d train.dat --l2 1e-5'])('%s', (code) => {
		expect(ask(code, { m: 100 }).decays).toMatchObject([{ library: 'vowpal-wabbit', value: 1e-5 }]);
	});
});

test.each(['|>', '%>%'])('a model of tidymodels alone is R: %s', (pipe) => {
	const code = `linear_reg(penalty=0.1, mixture=0) ${pipe} set_engine("glmnet")`;
	expect(ask(code)).toMatchObject({ codeLanguage: 'r', decays: [{ library: 'glmnet-gaussian', value: 0.1 }] });
});

test('what was measured on networks trained by SGD is not said of Adam, nor of a solver', () => {
	const said = (code: string) =>
		ask(code, { m: 500, batchSize: 50 }).decays[0]?.findings.find((one) => one.code === 'twice-the-data')?.message;
	expect(said(OPTIMIZER)).toContain('trained by SGD');
	expect(said('opt = torch.optim.AdamW(model.parameters())')).toContain('AdamW');
	for (const code of [
		'opt = torch.optim.Adam(model.parameters(), weight_decay=1e-4)',
		'clf = MLPClassifier(alpha=1e-3, solver="lbfgs")',
		'clf = MLPClassifier(alpha=1e-3)',
	])
		expect(said(code), code).not.toMatch(/[Mm]easured/);
});

describe('a squared error that is a mean over k outputs', () => {
	const sgd = 'opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.01)';
	const torch = (out: number, loss = 'criterion = nn.MSELoss()') => `model = nn.Linear(20, ${out})\n${loss}\n${sgd}`;
	const ridgeOf = (code: string) => {
		const { conversion } = ask(code, { m: 1000, batchSize: 10 }).decays[0]?.meaning ?? {};
		return conversion?.equivalents.find(({ library }) => library === 'sklearn-ridge');
	};
	// (1/km)·‖Y − XW‖² + wd/2·‖W‖² has the minimizer of ‖Y − XW‖² + k·m·wd/2·‖W‖²
	test.each([
		{ code: torch(3), alpha: 15 },
		{ code: torch(1), alpha: 5 },
		{ code: `X = torch.randn(1000, 20)\nY = torch.randn(1000, 3)\nloss = F.mse_loss(model(X), Y)\n${sgd}`, alpha: 15 },
		{ code: `y = torch.randn(1000)\nloss = F.mse_loss(model(X), y)\n${sgd}`, alpha: 5 },
		{ code: torch(4, 'loss = ((model(X) - y)**2).mean()'), alpha: 20 },
		{ code: torch(3, 'loss = 0.5 * ((model(X) - y)**2).mean()'), alpha: 30 },
		{
			code: `model = keras.Sequential([Dense(64), Dense(3)])\nmodel.compile(keras.optimizers.SGD(0.1, weight_decay=0.01), loss="mse")`,
			alpha: 15,
		},
		{ code: torch(3, 'criterion = nn.MSELoss(reduction="sum")'), alpha: 0.5 }, // a sum over outputs too, of 10 rows
	])('Ridge alpha = $alpha for $code', ({ code, alpha }) => {
		expect(ridgeOf(code)?.value).toBeCloseTo(alpha, 9);
		const state = stateOfBox(code, { m: '1000', batchSize: '10' }, 'en');
		const answer = state && answerTo(state, 'en');
		const rows = answer?.ok ? answer.spellings.equivalents : [];
		const row = rows.find(({ library }) => library === 'sklearn-ridge');
		expect(row?.value).toBeCloseTo(alpha, 9); // and so in the table
		expect(row?.exact).toBe(true);
		expect(row?.snippet).toContain(`alpha=${alpha}`);
	});

	test('its prior is narrower by √k, since the errors weigh k times as much beside the same penalty', () => {
		const deviationOf = (k: number) =>
			ask(torch(k), { m: 1000, batchSize: 10 }).decays[0]?.meaning?.priorStandardDeviation;
		expect(deviationOf(1)).toBeCloseTo(Math.sqrt(2 / 10), 9); // λ = 10 beside (ŷ − y)²
		expect(deviationOf(3)).toBeCloseTo(Math.sqrt(2 / 30), 9);
	});

	test('what a user writes for the same outputs stays as it is, and so does λ', () => {
		const state = stateOfBox(torch(3), { m: '1000', batchSize: '10' }, 'en');
		const answer = state && answerTo(state, 'en');
		if (!state || !answer?.ok) throw new Error('no answer');
		expect(answer.spellings.lambda).toBeCloseTo(10, 9);
		const numberOf = (id: string) => answer.spellings.equivalents.find(({ library }) => library === id)?.value;
		expect(numberOf('keras-l2')).toBeCloseTo(0.005, 9);
		expect(stateOf(`?${queryOf(state)}`)).toEqual(state); // a link holds them
	});

	test.each(LANGUAGES)('the row says beside its number of how many outputs it is, in %s', (language) => {
		const { besideOutputs } = CONVERTER_TEXT[language];
		const html = (code: string) => {
			const state = stateOfBox(code, { m: '1000', batchSize: '10' }, language);
			const answer = state && answerTo(state, language);
			if (!state || !answer?.ok) throw new Error('no answer');
			const rows = equivalentsHtml(answer.spellings, { language, from: state.from });
			return /data-library="sklearn-ridge".*?<\/summary>/s.exec(rows)?.[0] ?? '';
		};
		expect(html(torch(3))).toContain(besideOutputs(3));
		expect(html(torch(1))).not.toContain('spelling-beside');
		expect(html(`criterion = nn.MSELoss()\n${sgd}`)).toContain(besideOutputs(null)); // nothing says it
	});
});

describe('multinom of three classes is no softmax with a penalty on all of its weights', () => {
	test.each(['multinom(Species ~ ., data = iris, decay = 0.1)', 'multinom(y ~ ., data = df, decay = 0.1)'])(
		'%s',
		(code) => {
			const conversion = ask(`library(nnet)\nfit <- ${code}`, { m: 150 }).decays[0]?.meaning?.conversion;
			expect(conversion).toMatchObject({
				loss: 'softmax-cross-entropy',
				exact: false,
				reasonCode: 'another-minimiser',
			});
			expect(conversion?.equivalents.filter(({ exact }) => exact)).toEqual([]);
		},
	);

	test('nnet of the same data is one, of 150 examples', () => {
		const { sizes, decays } = ask('net <- nnet(Species ~ ., data = iris, size = 5, softmax = TRUE, decay = 0.1)');
		expect(sizes.m).toBe(150);
		expect(decays[0]?.meaning?.conversion).toMatchObject({ loss: 'softmax-cross-entropy', exact: true });
	});

	test('its petals have no classes, and a part of it has another size', () => {
		const [petals, part] = [
			'nnet(Petal.Width ~ ., data = iris, linout = TRUE, decay = 1)',
			'iris <- iris[1:100, ]\nnnet(Species ~ ., data = iris, decay = 1)',
		].map((code) => ask(code));
		expect(petals?.decays[0]?.meaning?.conversion.loss).not.toBe('softmax-cross-entropy');
		expect(part?.sizes.m).toBeNull();
	});
});

describe('what a part of a diff removes is no code', () => {
	test.each([
		'-opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=1e-4)\n+opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=5e-4)',
		' model = Net()\n-opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=1e-4)\n\n+opt = torch.optim.SGD(model.parameters(),\n+    lr=0.1, weight_decay=5e-4)\n train()\n',
		'--- a/train.py\n+++ b/train.py\n-opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=1e-4)\n+opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=5e-4)',
	])('%s', (code) => {
		expect(ask(code).decays.map(({ value }) => value)).toEqual([5e-4]);
	});

	test('lists of YAML are none', () => {
		const { decays } = ask('- optimizer: SGD\n  lr: 0.1\n  weight_decay: 1e-4\n');
		expect(decays.map(({ value }) => value)).toEqual([1e-4]);
	});
});

describe('a number for ½(ŷ−y)² has that for the library’s own squared error beside it', () => {
	const table = (value: string, from = 'sklearn-ridge') => {
		const outcome = answerTo(stateOf(`from=${from}&value=${value}&m=80&loss=half-squared-error`), 'en');
		if (!outcome.ok) throw new Error('refused');
		return equivalentsHtml(outcome.spellings, { language: 'en', from });
	};
	const besideOf = (html: string, id: string) =>
		/spelling-beside">([^<]*)/.exec(html.split(`data-library="${id}"`)[1]?.split('</summary>')[0] ?? '')?.[1] ?? '';

	test.each([
		['pytorch-sgd', 'nn.MSELoss (no ½): 0.025'],
		['keras-l2', '&quot;mse&quot; (no ½): 0.0125'],
		['optax', 'optax.squared_error (no ½): 0.025'],
	])('%s: %s', (id, said) => {
		expect(besideOf(table('1'), id)).toContain(said);
	});

	test('AdamW has none, nor λ = 0, nor a solver', () => {
		const html = table('1');
		for (const id of ['pytorch-adamw', 'sklearn-ridge', 'glmnet-gaussian'])
			expect(besideOf(html, id)).not.toContain('½');
		expect(besideOf(table('0'), 'pytorch-sgd')).toBe('');
	});
});
