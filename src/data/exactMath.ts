import { fma } from './fma.ts';
import { LOG_CENTRES } from './logCentres.ts';
import { sinesAndCosines } from './sineTable.ts';

/*
 * log, sin and cos to the bit of the GNU C library (2.28 and later) on x86-64 with fused multiply-add,
 * which is where NumPy and scikit-learn take them from. That library errs by up to 0.55 units in the
 * last place, so its bits are neither the correct rounding (about one in a thousand differs) nor those
 * of a JavaScript engine's `Math`, and come only from doing its roundings in its order. That order is
 * followed here from sysdeps/ieee754/dbl-64/e_log.c (by ARM, after its optimized-routines) and s_sin.c
 * (IBM Accurate Mathematical Library; Gal & Bachelis 1991), with multiplications and additions fused
 * where GCC fuses them. Coefficients are theirs, being minimax fits; one table is theirs, the other is computed.
 */

const LN2_HIGH = 0.6931471805598903; // few enough bits that a whole multiple plus a centre's log is exact
const LN2_LOW = 5.497923018708371e-14;
const NEAR_ONE_FROM = 1 - 2 ** -4;
const NEAR_ONE_TO = 1 + 265 * 2 ** -12;
const TABLE_FROM = 0x3fe60000; // the high word of 0.6875

const bits = new DataView(new ArrayBuffer(8));

/** Natural logarithm of a positive, finite, normal number. */
export function log(x: number): number {
	if (x >= NEAR_ONE_FROM && x < NEAR_ONE_TO) return logNearOne(x);
	bits.setFloat64(0, x);
	const high = bits.getUint32(0);
	const above = (high - TABLE_FROM) | 0;
	const exponent = above >> 20;
	bits.setUint32(0, high - (exponent << 20));
	const z = bits.getFloat64(0); // x = 2^exponent · z, and z in [0.6875, 1.375)
	const [inverse, logarithm] = LOG_CENTRES[(above >>> 13) & 127] as (typeof LOG_CENTRES)[number]; // 128 of them

	// log x = exponent·log 2 + log c + log(1 + r), where c = 1/inverse and r = z/c − 1
	const r = fma(z, inverse, -1);
	const whole = fma(exponent, LN2_HIGH, logarithm);
	const sum = whole + r;
	const square = r * r;
	const low = fma(square, -0.5000000000000001, fma(exponent, LN2_LOW, whole - sum + r));
	const linear = fma(r, -0.2499999999622955, 0.33333333331825593);
	const cubic = fma(fma(r, -0.16667054827627667, 0.20000304511814496), square, linear);
	return fma(r * square, cubic, low) + sum;
}

/** The same without a table, for x in [NEAR_ONE_FROM, NEAR_ONE_TO). */
function logNearOne(x: number): number {
	const r = x - 1;
	if (r === 0) return 0;
	const square = r * r;
	const cube = r * square;
	const first = fma(square, 0.19999999999320328, fma(r, -0.24999999999998432, 0.3333333333333352));
	const second = fma(square, -0.12499997863982555, fma(r, 0.14285715076560868, -0.16666666669929706));
	const third = fma(square, 0.09181994006195467, fma(r, -0.10000486757818193, 0.11110712032936046));
	const series = fma(fma(fma(cube, -0.08328363062289341, third), cube, second), cube, first);

	// r − r²/2 as high + low, from the leading 26 bits of r
	const leading = fma(-r, 2 ** 27, fma(r, 2 ** 27, r));
	const high = fma(leading * leading, -0.5, r);
	const low = fma(-0.5 * (r - leading), r + leading, fma(leading * leading, -0.5, r - high));
	return high + fma(series, cube, low);
}

const HALF_PI_HIGH = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const ROUND_TO_WHOLE = 1.5 * 2 ** 52; // added and taken away again, leaves a whole number
const ROUND_TO_128TH = 1.5 * 2 ** 45; // …a multiple of 1/128
const SMALL = 0.85546875; // up to here an angle needs no reduction
const MIDDLE = 2.4262638092041016; // up to here π/2 less the angle does

/** sin(t), for |t| up to 10⁸. */
export function sin(t: number): number {
	const size = Math.abs(t);
	if (size < 2 ** -26) return t;
	if (size < SMALL) return sine(t, 0);
	if (size < MIDDLE) return Math.sign(t) * Math.abs(cosine(HALF_PI_HIGH - size, HALF_PI_LOW));
	return reduced(t, 0);
}

/** cos(t), for |t| up to 10⁸. */
export function cos(t: number): number {
	const size = Math.abs(t);
	if (size < 2 ** -27) return 1;
	if (size < SMALL) return cosine(t, 0);
	if (size < MIDDLE) {
		const rest = HALF_PI_HIGH - size;
		const angle = rest + HALF_PI_LOW;
		return sine(angle, rest - angle + HALF_PI_LOW);
	}
	return reduced(t, 1);
}

/** sin(t + quarters·π/2): π/2 taken away a whole number of times, in four pieces (Cody & Waite 1980). */
function reduced(t: number, quarters: number): number {
	const k = fma(t, 0.6366197723675814, ROUND_TO_WHOLE) - ROUND_TO_WHOLE;
	const coarse = fma(-k, -1.3909067564377153e-8, fma(-k, 1.5707963407039642, t));
	const third = -4.97899623147991e-17;
	const fine = fma(-k, third, coarse);
	const fourth = -1.9034889620193266e-25;
	const angle = fma(-k, fourth, fine);
	const low = fma(-k, third, coarse - fine) + fma(-k, fourth, fine - angle);
	const quadrant = (((k + quarters) % 4) + 4) % 4;
	const value = quadrant % 2 === 0 ? sine(angle, low) : cosine(angle, low);
	return quadrant < 2 ? value : -value;
}

/** sin(a + low) for |a| up to about π/4: a series near 0, else the addition theorem about the nearest k/128. */
function sine(a: number, low: number): number {
	if (Math.abs(a) < 0.126) return sineSeries(a, low);
	const signedLow = a > 0 ? low : -low;
	const rounded = Math.abs(a) + ROUND_TO_128TH - ROUND_TO_128TH;
	const x = Math.abs(a) - rounded;
	const [sin, sinLow, cos, cosLow] = sinesAndCosines(rounded);
	const square = x * x;
	const sinX = x + fma(x * square, sineTail(square), signedLow);
	const versineX = fma(x, signedLow, square * versineSeries(square));
	const correction = fma(sinX, cos, fma(-sin, versineX, fma(sinX, cosLow, sinLow)));
	return Math.sign(a) * Math.abs(sin + correction);
}

/** cos(a + low), likewise. */
function cosine(a: number, low: number): number {
	const rounded = Math.abs(a) + ROUND_TO_128TH - ROUND_TO_128TH;
	const x = Math.abs(a) - rounded + (a < 0 ? -low : low);
	const [sin, sinLow, cos, cosLow] = sinesAndCosines(rounded);
	const square = x * x;
	const sinX = fma(x * square, sineTail(square), x);
	const versineX = square * versineSeries(square);
	return cos + fma(-sin, sinX, fma(-cos, versineX, fma(-sinLow, sinX, cosLow)));
}

/** sin x = x + x³·sineTail(x²), and 1 − cos x = x²·versineSeries(x²), for |x| ≤ 1/256. */
function sineTail(square: number): number {
	return fma(square, 0.008333332142857223, -0.16666666666666488);
}

function versineSeries(square: number): number {
	return fma(square, fma(square, 0.001388888740079376, -0.04166666666666644), 0.5);
}

function sineSeries(a: number, low: number): number {
	const square = a * a;
	let series = fma(-2.5022014848318398e-8, square, 2.755729806860771e-6);
	series = fma(series, square, -0.00019841269834414642);
	series = fma(series, square, 0.008333333333332329);
	series = fma(series, square, -0.16666666666666666);
	return a + fma(square, fma(series, a, -0.5 * low), low);
}
