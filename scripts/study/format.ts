import type { Estimate } from '../../src/statistics.ts';

/** `3.2% [2.2, 4.2]`, or without % where the number is not times 100. */
export const interval = ({ value, low = Number.NaN, high = Number.NaN }: Estimate, times: 1 | 100, places: number) => {
	const [shown, from, to] = [value, low, high].map((each) => fixed(times * each, places));
	return `${shown}${times === 100 ? '%' : ''} [${from}, ${to}]`;
};

/** `[2.2, 4.2]` */
export const range = ({ low, high }: { low: number; high: number }, places: number) =>
	`[${fixed(low, places)}, ${fixed(high, places)}]`;

/** `3.2%` */
export const percent = (share: number) => `${fixed(100 * share, 1)}%`;

/** Without a −0.0. */
export const fixed = (value: number, places: number) => value.toFixed(places).replace(/^-(0(?:\.0+)?)$/, '$1');
