/**
 * Every bound of the schema that is not a property of a formula, in one place.
 * A deployment's budget (arithmetic and memory of one job) is tighter; see `engine/cost.ts`.
 */
export const BOUNDS = {
	/** Training or held-out examples. */
	examples: 20_000,
	/** Columns of the input. */
	features: 1_024,
	/** Classes of a softmax output. */
	classes: 512,
	/** Classes that whole-number targets may stand for without a stated loss. */
	classesWithoutLoss: 20,
	/** Hidden layers. */
	hiddenLayers: 8,
	/** Units of one hidden layer. */
	units: 512,
	/** Passes over the data, or explicit batches. */
	epochs: 1_000_000,
	/** Largest seed of NumPy's RandomState. */
	seed: 4_294_967_295,
	/** Magnitude of an input, a target or an explicit weight: float32 squares it without overflow. */
	magnitude: 1e9,
	learningRate: 1e6,
	lambda: 1e9,
	/** Standard deviation of the noise of a generator or of the input-noise regularizer. */
	noise: 100,
	/** Grid points along one side of a decision boundary. */
	resolution: 200,
	/** Variants of one comparison. */
	variants: 12,
	/** Characters of a variant's label. */
	label: 80,
	/** Levels of arrays and objects in a request body. */
	depth: 20,
	/** Errors that one answer names. */
	errors: 20,
	/** Bytes of a request body. */
	body: 2 * 1024 * 1024,
} as const;
