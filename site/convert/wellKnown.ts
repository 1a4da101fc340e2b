import type { LibraryId } from '../../src/schema/libraryIds.ts';

/** Libraries that a reader of the article is most likely to use: what an embedded converter shows. */
export const WELL_KNOWN: readonly LibraryId[] = [
	'pytorch-sgd',
	'pytorch-adamw',
	'keras-l2',
	'tfjs-l2',
	'sklearn-ridge',
	'sklearn-logistic-regression',
	'sklearn-mlp',
	'xgboost-gbtree',
];
