/** A number, short: powers of ten beyond what is read at a glance. */
export function plain(value: number, locale: string): string {
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
		const exponent = Math.floor(Math.log10(size) + 1e-9);
		const mantissa = Number((value / 10 ** exponent).toPrecision(3));
		const power = `10${[...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('')}`;
		return mantissa === 1 ? power : `${mantissa}·${power}`;
	}
	return formatIn(locale).format(value).replace('-', '−');
}

/** Making one costs more than all else in a drawing, and a film draws many. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(locale: string): Intl.NumberFormat {
	const known = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
	formats.set(locale, known);
	return known;
}
