/** What was read as something else, silently: shapes as data, several classes as two, skipped steps as steps. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../site/convert/answer.ts';
import { stateOfBox } from '../../../site/convert/codeState.ts';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
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
