/** The largest finite float32. */
const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** Whether float32 holds a number: both engines call the same numbers finite, whatever they compute with. */
export const isWithinFloat32 = (value: number): boolean => Math.abs(value) <= LARGEST_FLOAT32;
