import type { FoundCall } from './calls.ts';
import type { Program } from './syntax.ts';

/** Training examples of data sets that are always of one size, by the last name that loads them. */
export const KNOWN_SIZES: Record<string, number> = {
	...{
		load_iris: 150,
		load_wine: 178,
		load_breast_cancer: 569,
		load_digits: 1797,
		load_diabetes: 442,
		load_linnerud: 20,
	},
	...{
		fetch_california_housing: 20640,
		MNIST: 60000,
		FashionMNIST: 60000,
		KMNIST: 60000,
		CIFAR10: 50000,
		CIFAR100: 50000,
	},
};

/** Modules of Keras with a `load_data()`, and the examples of its training part. */
export const KERAS_SIZES: Record<string, number> = {
	...{
		mnist: 60000,
		fashion_mnist: 60000,
		cifar10: 50000,
		cifar100: 50000,
		imdb: 25000,
		reuters: 8982,
		boston_housing: 404,
	},
};

/** Classes of those that have more than two, by the last name that loads them or their module of Keras. */
export const KNOWN_CLASSES: Record<string, number> = {
	...{
		load_iris: 3,
		load_wine: 3,
		load_digits: 10,
		MNIST: 10,
		FashionMNIST: 10,
		KMNIST: 10,
		CIFAR10: 10,
		CIFAR100: 100,
	},
	...{ mnist: 10, fashion_mnist: 10, cifar10: 10, cifar100: 100, reuters: 46, make_blobs: 3 },
};

/** Rows of data frames of R and of MASS that have all their values. */
const FRAMES: Record<string, number> = { iris: 150, mtcars: 32, Boston: 506 };
/** Calls of R that learn from all rows of their `data`; what only makes a matrix of them says nothing of what is left out later. */
const FITS = /^(nnet|multinom|lm\.ridge|train|fit|brm|stan_glm|svm|ksvm)$/;

/** The data frame that R's `data = iris` names, where nothing else has that name and no rows are chosen. */
export function frameOf(
	{ call: { args }, name: callee }: Pick<FoundCall, 'call' | 'name'>,
	{ bindings }: Program,
): { name: string; examples: number } | null {
	const value = args.find(({ name }) => name === 'data')?.value;
	if (value?.kind !== 'name' || !Object.hasOwn(FRAMES, value.name) || !FITS.test(callee)) return null;
	const { name } = value;
	const isOther = bindings.some(({ target }) => target.kind === 'name' && target.name === name);
	return isOther || args.some((one) => one.name === 'subset') ? null : { name, examples: FRAMES[name] ?? 0 };
}

/** Generators of scikit-learn, and the examples that they make unless told. */
export const GENERATORS = /^make_(classification|regression|blobs|moons|circles|friedman1)$/;
export const GENERATED = 100;
