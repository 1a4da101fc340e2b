/** Shown for a number that is not finite: a run that diverged. */
const NO_NUMBER = '–';

/** How a language writes the quantities of this site. */
export interface Formats {
	/** A loss, a penalty or an objective, three decimals. */
	loss: (value: number | null) => string;
	/** A share as a percentage, one decimal. */
	share: (value: number | null) => string;
	/** A duration given in milliseconds: whole milliseconds, from one second on in seconds. */
	duration: (milliseconds: number) => string;
	/** Any other number, as short as it is. */
	number: (value: number) => string;
}

/** @param locale a BCP 47 tag */
export function formats(locale: string): Formats {
	const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
	const percent = new Intl.NumberFormat(locale, {
		style: 'percent',
		minimumFractionDigits: 1,
		maximumFractionDigits: 1,
	});
	const milliseconds = new Intl.NumberFormat(locale, {
		style: 'unit',
		unit: 'millisecond',
		maximumFractionDigits: 0,
	});
	const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumSignificantDigits: 2 });
	const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
	return {
		loss: (value) => (value === null ? NO_NUMBER : decimals.format(value)),
		share: (value) => (value === null ? NO_NUMBER : percent.format(value)),
		duration: (value) => (value < 999.5 ? milliseconds.format(value) : seconds.format(value / 1000)),
		number: (value) => plain.format(value),
	};
}
