import { readTyped, tidyText } from '../text/typedNumber.ts';

/** How many times as many examples the slider offers; 1 is no change. */
export const TIMES = [0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000] as const;

/** The stop at which nothing changes. */
export const UNCHANGED = TIMES.indexOf(1);

/** What the field of later examples holds at a stop of the slider; empty where m stays. */
export function newMAt(stop: number, m: string): string {
	const examples = examplesIn(m);
	if (!(examples > 0)) return '';
	const later = Math.max(1, Math.round(examples * (TIMES[stop] ?? 1)));
	return Number.isFinite(later) && later !== examples ? String(later) : '';
}

/** The stop nearest to a number of later examples, by ratio. */
export function stopOf(newM: string, m: string): number {
	const times = examplesIn(newM) / examplesIn(m);
	if (newM.trim() === '' || !(times > 0) || !Number.isFinite(times)) return UNCHANGED;
	const distances = TIMES.map((one) => Math.abs(Math.log(one / times)));
	return distances.indexOf(Math.min(...distances));
}

const examplesIn = (text: string) => Number(readTyped(tidyText(text), { isWhole: true }));
