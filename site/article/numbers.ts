import { committedResult } from '../../src/experiments/committed.ts';
import type { Estimate } from '../../src/statistics.ts';

/**
 * A number of the committed results by its address, `experiment/measured`.
 *
 * @throws Error where there is none: the text then names something that is not measured, and the build stops
 */
export function measuredAt(address: string): Estimate {
	const [name = '', quantity = ''] = address.split('/');
	const measured = committedResult(name)?.measured[quantity];
	if (!measured) throw new Error(`no committed result holds "${address}"`);
	return measured;
}

/** Digits that a sentence shows: three that count, powers of ten as a person writes them. */
export function written(value: number, locale: string, digits = 3): string {
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
		const exponent = Math.floor(Math.log10(size));
		const mantissa = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value / 10 ** exponent);
		return `${mantissa === '1' ? '' : `${mantissa}·`}10${superscript(exponent)}`;
	}
	return new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value).replace('-', '−');
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const superscript = (exponent: number) =>
	String(exponent).replace(/\d|-/g, (digit) => (digit === '-' ? '⁻' : (SUPERSCRIPT[Number(digit)] ?? '')));
