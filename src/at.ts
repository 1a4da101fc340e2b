/**
 * The element at an index that must be there. Numerical code reads its arrays through it, so that a wrong index
 * is an error where it happens and never a quiet 0 or NaN in a result.
 *
 * An innermost loop does without, because JavaScript engines are slow in a function that sees every kind of array:
 * there the lengths are compared once, before the loop (`convex/vectors.ts`).
 *
 * @throws RangeError with the index and the length where nothing is at the index
 */
export function at<Value>(values: ArrayLike<Value>, index: number): Value {
	const value = values[index];
	if (value === undefined) throw new RangeError(`there is nothing at index ${index} of an array of ${values.length}`);
	return value;
}
