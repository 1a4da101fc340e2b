/** Rows, columns and classes of the real data sets (classes null: a regression, with mean and standard deviation of its targets). */
export const REAL_DATA = {
	'breast-cancer': { rows: 569, features: 30, classes: 2 },
	diabetes: { rows: 442, features: 10, classes: null, targets: { mean: 152, deviation: 77 } },
	digits: { rows: 1797, features: 64, classes: 10 },
	wine: { rows: 178, features: 13, classes: 3 },
	mnist: { rows: 10_000, features: 196, classes: 10 },
	diamonds: { rows: 12_000, features: 9, classes: null, targets: { mean: 7.79, deviation: 1.01 } },
} as const;
