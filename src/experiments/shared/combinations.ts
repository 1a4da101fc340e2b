/** Every combination of the axes, the last axis fastest: the order in which a grid's runs are listed and found again. */
export function* combinations<A, B, C>(a: readonly A[], b: readonly B[], c: readonly C[]): Iterable<[A, B, C]> {
	for (const x of a) for (const y of b) for (const z of c) yield [x, y, z];
}

/** One number a run, as [a][b][c], in the order of `combinations`. */
export function tabulate<Run>(
	runs: readonly Run[],
	[a, b, c]: readonly [number, number, number],
	value: (run: Run | undefined) => number,
): number[][][] {
	return Array.from({ length: a }, (_, i) =>
		Array.from({ length: b }, (_, j) => Array.from({ length: c }, (_, k) => value(runs[(i * b + j) * c + k]))),
	);
}

export const range = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => from + i);
