/**
 * Makes src/data/real/diamonds.json from the table `diamonds` of ggplot2, as CSV: `data-raw/diamonds.csv` of its
 * repository, or what R writes with `write.csv(ggplot2::diamonds, 'diamonds.csv', row.names = FALSE)`.
 * `node scripts/run.mjs scripts/realData/diamonds.ts diamonds.csv`
 */
import { readFile, writeFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { at } from '../../src/at.ts';
import { RandomState } from '../../src/data/randomState.ts';

type Row = Record<string, string>;

const ROWS = 12_000;
const SEED = 1;
/** Lengths that no stone has, in mm: 0 stands for one that is not known, and three have lost a decimal point. */
const isLength = (millimetres: number) => millimetres > 0 && millimetres < 20;

/** From the worst to the best, but for the colours, which the trade names from the best on. */
const GRADES = {
	cut: ['Fair', 'Good', 'Very Good', 'Premium', 'Ideal'],
	color: ['D', 'E', 'F', 'G', 'H', 'I', 'J'],
	clarity: ['I1', 'SI2', 'SI1', 'VS2', 'VS1', 'VVS2', 'VVS1', 'IF'],
} as const;

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/run.mjs scripts/realData/diamonds.ts CSV');

const { data } = Papa.parse<Row>(await readFile(file, 'utf8'), { header: true, skipEmptyLines: true });
const measured = data.filter((row) => ['x', 'y', 'z'].every((name) => isLength(Number(row[name]))));
const chosen = new RandomState(SEED)
	.permutation(measured.length)
	.slice(0, ROWS)
	.map((row) => at(measured, row));

const columns: Record<string, number[]> = {
	...whole('carat', 100),
	...whole('depth', 10),
	table: chosen.map((row) => Number(row.table)),
	...whole('x', 100),
	...whole('y', 100),
	...whole('z', 100),
	cut: grade('cut'),
	color: grade('color'),
	clarity: grade('clarity'),
	'log price / 1000': chosen.map(({ price }) => Math.round(Math.log(Number(price)) * 1000)),
};
const lines = Object.entries(columns).map(([name, column]) => `${JSON.stringify(name)}:${JSON.stringify(column)}`);
await writeFile('src/data/real/diamonds.json', `{\n${lines.join(',\n')}\n}\n`);

/** A column as whole numbers, which take fewer characters, under its name and what to divide them by. */
function whole(name: string, parts: number): Record<string, number[]> {
	return { [`${name} / ${parts}`]: chosen.map((row) => Math.round(Number(row[name]) * parts)) };
}

/** The place of each row's grade among the grades, from 0. */
function grade(name: keyof typeof GRADES): number[] {
	const grades: readonly string[] = GRADES[name];
	return chosen.map((row) => {
		const place = grades.indexOf(row[name] ?? '');
		if (place < 0) throw new Error(`unknown ${name} "${row[name]}"`);
		return place;
	});
}
