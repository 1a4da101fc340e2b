/** A spec that trains in a blink, for the examples. */
export const smallRun = {
	data: { kind: 'moons', m: 30 },
	penalty: { lambda: 0.5 },
	training: { epochs: 100 },
} as const;
