/**
 * `npm run price -- 400 1`: random legal specs of twenty families, each near the budget of a job, trained in Node, and
 * the time that a charged GFLOP takes of each. Prints the medians by family and the dearest specs; ends with 1 when a
 * spec takes more than 2.5 times the median of all. Everything hangs on the seed but the times.
 */
import { train } from '../../scripts/nodeHost.ts';
import { formatForCode } from '../../src/numberFormat.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { FAMILIES, specNear } from './families.ts';
import { median } from './rounds.ts';

/** Times the median that a spec may take. */
const MOST = 2.5;

const [count = 400, seed = 1] = process.argv.slice(2).map(Number);
const gflop = Number(process.env.GFLOP ?? 2);

interface Priced {
	family: string;
	spec: RunSpec;
	/** Seconds a charged GFLOP. */
	price: number;
}

async function price(family: string, spec: RunSpec, charged: number): Promise<Priced> {
	const start = performance.now();
	await train(spec, {}); // in pieces, as a server does
	const first = performance.now() - start;
	// A slow moment of the machine falls on one of two.
	await train(spec, {});
	const second = performance.now() - start - first;
	return { family, spec, price: Math.min(first, second) / 1000 / (charged / 1e9) };
}

const priced: Priced[] = [];
for (let i = 0; i < count; i++) {
	const [family, draw] = FAMILIES[i % FAMILIES.length] ?? [];
	if (!family || !draw) throw new Error('no families');
	const { spec, charged } = specNear(draw, seed * 1e6 + i, gflop * 1e9);
	priced.push(await price(family, spec, charged));
}

const middle = median(priced.map(({ price }) => price));
const number = (value: number) => formatForCode(value, 3);
const relative = ({ price }: Priced) => price / middle;
console.log(`${count} specs of about ${gflop} charged GFLOP, seed ${seed}; median ${number(middle)} s a GFLOP\n`);
console.log('| family | median | most |\n|---|---|---|');
for (const [family] of FAMILIES) {
	const own = priced.filter((each) => each.family === family).map(relative);
	console.log(`| ${family} | ${number(median(own))} | ${number(Math.max(...own))} |`);
}
const dear = priced.filter((each) => relative(each) > MOST).sort((a, b) => b.price - a.price);
for (const each of dear.slice(0, 10)) {
	console.log(
		`\n${number(relative(each))} times the median: ${each.family}\n${JSON.stringify(each.spec).slice(0, 600)}`,
	);
}
console.log(`\n${dear.length} of ${count} above ${MOST} times the median`);
process.exitCode = dear.length > 0 ? 1 : 0;
