/** A coordinate of a drawing, rounded to a tenth of its unit: finer is not seen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
