/**
 * Every bound of the schema that is not a property of a formula, in one place.
 * A deployment's budget (arithmetic and memory of one job) is tighter; see `engine/cost.ts`.
 */
export const BOUNDS = {
	examples: 20_000,
	features: 1_024,
	classes: 512,
	classesWithoutLoss: 20,
	confusedClasses: 50,
	hiddenLayers: 8,
	units: 512,
	teacherUnits: 64,
	epochs: 1_000_000,
	seed: 4_294_967_295,
	magnitude: 1e9,
	learningRate: 1e6,
	lambda: 1e9,
	noise: 100,
	resolution: 200,
	variants: 12,
	label: 80,
	depth: 20,
	errors: 20,
	body: 2 * 1024 * 1024,
} as const;

/** What each of them bounds. */
export const BOUND_DESCRIPTIONS: Record<keyof typeof BOUNDS, string> = {
	examples: 'Training or held-out examples',
	features: 'Columns of the input',
	classes: 'Classes of a softmax output',
	classesWithoutLoss: 'Classes that whole-number targets may stand for without a stated loss',
	confusedClasses: 'Classes up to which a run has a confusion matrix',
	hiddenLayers: 'Hidden layers',
	units: 'Units of one hidden layer',
	teacherUnits: 'Hidden units of a teacher that is a network: each target asks all of them',
	epochs: 'Passes over the data, or explicit batches',
	seed: "Largest seed of NumPy's RandomState",
	magnitude: 'Magnitude of an input, a target or an explicit weight: float32 squares it without overflow',
	learningRate: 'Learning rate η',
	lambda: 'Strength λ of the penalty',
	noise: 'Standard deviation of the noise of a generator or of the input-noise regularizer',
	resolution: 'Grid points along one side of a decision boundary',
	variants: 'Variants of one comparison',
	label: "Characters of a variant's label",
	depth: 'Levels of arrays and objects in a request body',
	errors: 'Errors that one answer names',
	body: 'Bytes of a request body',
};
