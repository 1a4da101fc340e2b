import { expect, test } from 'vitest';
import { cos, log, sin } from '../../src/data/exactMath.ts';
import { fma } from '../../src/data/fma.ts';
import { LOG_CENTRES } from '../../src/data/logCentres.ts';
import { logCentre } from './logCentreRule.ts';

const functions = { sin, cos, log };

// y is the C library's. Unless marked, neither the correct rounding nor V8's Math gives it.
test.each([
	{ name: 'sin', x: 0, y: 0 }, // both do
	{ name: 'sin', x: 1.4105109873260295, y: 0.9871817834144501 }, // V8 does
	{ name: 'sin', x: 0.16817579122166867, y: 0.1673841561834135 },
	{ name: 'sin', x: -0.22150138416681042, y: -0.21969457354767352 },
	{ name: 'sin', x: 0.6062722664822408, y: 0.5698080575102662 },
	{ name: 'sin', x: 2.948687841527262, y: 0.19171063192373833 },
	{ name: 'sin', x: 5.3565284813005825, y: -0.799616801734657 },
	{ name: 'sin', x: -5.474739252385753, y: 0.723214857532313 },
	{ name: 'sin', x: -31.56119096616134, y: -0.14475407996311296 },
	{ name: 'sin', x: -58886.2440713265, y: -0.22931360654796656 },
	{ name: 'sin', x: Math.PI, y: 1.2246467991473532e-16 }, // both do
	{ name: 'cos', x: 0, y: 1 }, // both do
	{ name: 'cos', x: -0.5584732150528096, y: 0.8480651302832134 },
	{ name: 'cos', x: 1.0337619023279934, y: 0.5115901346831042 },
	{ name: 'cos', x: 1.5707963267948968, y: -1.6081226496766364e-16 },
	{ name: 'cos', x: -1.8728340275289197, y: -0.2974662816464114 },
	{ name: 'cos', x: 4.512412370610463, y: -0.19864640676218898 },
	{ name: 'cos', x: -5.029801194069292, y: 0.31210909166413037 },
	{ name: 'cos', x: 13.735903206082668, y: 0.3905820081242234 },
	{ name: 'cos', x: 5247.199720685327, y: 0.7384758474879989 },
	{ name: 'log', x: 1, y: 0 }, // both do
	{ name: 'log', x: 0.6478770104253312, y: -0.43405439937026075 },
	{ name: 'log', x: 0.3804386374341233, y: -0.9664303829269806 },
	{ name: 'log', x: 0.7734991798215745, y: -0.25683066931660564 },
	{ name: 'log', x: 0.9345291838675392, y: -0.06771242318138147 },
	{ name: 'log', x: 0.9696656633123167, y: -0.03080394389708949 },
	{ name: 'log', x: 1.0630712794174875, y: 0.06116215206703122 },
	{ name: 'log', x: 4.9109013308538705, y: 1.5914574953981082 },
] as const)('$name($x) is $y', ({ name, x, y }) => {
	expect(functions[name](x)).toBe(y);
});

test.each([
	{ why: 'keeps what the product alone would lose', a: 0.1, b: 10, c: -1, result: 2 ** -54 },
	{
		why: 'breaks a tie by the least part',
		a: 1 + 2 ** -29,
		b: 1 + 2 ** -24,
		c: 2 ** -105,
		result: 1 + 2 ** -24 + 2 ** -29 + 2 ** -52,
	},
	{
		why: 'leaves a tie to the even neighbor',
		a: 1 + 2 ** -29,
		b: 1 + 2 ** -24,
		c: 0,
		result: 1 + 2 ** -24 + 2 ** -29,
	},
])('fma $why', ({ a, b, c, result }) => {
	expect(fma(a, b, c)).toBe(result);
});

test('the centres of the logarithm are those that their rule finds', () => {
	expect(LOG_CENTRES).toEqual(
		Array.from({ length: 128 }, (_, i) => {
			const { inverse, logarithm } = logCentre(i);
			return [inverse, logarithm];
		}),
	);
});
