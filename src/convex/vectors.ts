/**
 * Σ a_k·b_k over the entries of `a`; `b` may be longer.
 *
 * @throws RangeError when `b` is shorter
 */
export function dot(a: readonly number[], b: readonly number[]): number {
	checkLengths(a, b);
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number); // k is below both lengths
	return sum;
}

/**
 * a ← a + factor·b over the entries of `a`; `b` may be longer.
 *
 * @throws RangeError when `b` is shorter
 */
export function addMultiple(a: number[], factor: number, b: readonly number[]): void {
	checkLengths(a, b);
	for (let k = 0; k < a.length; k++) a[k] = (a[k] as number) + factor * (b[k] as number); // k is below both lengths
}

function checkLengths(a: readonly number[], b: readonly number[]): void {
	if (b.length < a.length) throw new RangeError(`the second vector has ${b.length} entries, the first ${a.length}`);
}
