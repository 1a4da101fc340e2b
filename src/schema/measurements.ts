/** What a run measures at one point in time, in the order of a trace's columns: the one list of their names. */
export const MEASUREMENT_DESCRIPTIONS = {
	dataLoss: 'Mean of the loss over the training examples, without the penalty',
	penalty: 'c·Ω, what the penalty adds to the objective',
	objective: 'dataLoss + penalty',
	testLoss: 'Mean of the loss over the held-out examples; never holds the penalty',
	trainAccuracy: 'Share of training examples classified rightly; null for a regression',
	testAccuracy: 'Share of held-out examples classified rightly; null for a regression',
	weightNorm: '√Σw² over the weights, without biases',
} as const;

type Name = keyof typeof MEASUREMENT_DESCRIPTIONS;

/** What a run measures at one point in time; null for what is not there, and what is not finite. */
export type Measurement = Record<Name, number | null>;

/** The names of all measurements, in the order of a trace's columns. */
export const MEASUREMENTS = Object.keys(MEASUREMENT_DESCRIPTIONS) as Name[]; // the object has no other keys

/** A value for each measurement. */
export function eachMeasurement<Value>(value: (name: Name) => Value): Record<Name, Value> {
	// Every name is in the list, so every key is set.
	return Object.fromEntries(MEASUREMENTS.map((name) => [name, value(name)])) as Record<Name, Value>;
}

/** Columns of a trace as a table. */
export const TRACE_COLUMNS = ['epoch', ...MEASUREMENTS] as const;
