/** The kind of numbers that two kinds become together, in place of TensorFlow.js's tables with complex ones: `wrangler.toml` has the aliases. */
export function upcastType(one: string, other: string): string {
	if (one === other) return one;
	return one === 'float32' || other === 'float32' ? 'float32' : 'int32';
}
