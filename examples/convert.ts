/**
 * What weight_decay = 0.01 on 1,000 examples is called elsewhere.
 *
 *   API=http://localhost:8787/api/v1 node examples/convert.ts
 */
const API = process.env.API ?? 'http://localhost:8787/api/v1';

interface Conversion {
	lambda: number;
	equivalents: { library: string; parameter: string; value: number | null; exact: boolean }[];
}

const query = new URLSearchParams({ from: 'pytorch-sgd', value: '0.01', m: '1000' });
const response = await fetch(`${API}/convert?${query}`);
if (!response.ok) {
	const { title, detail } = (await response.json()) as { title: string; detail: string };
	throw new Error(`${title}: ${detail}`);
}
const { lambda, equivalents } = (await response.json()) as Conversion;
console.log(`lambda = ${lambda}`);
for (const { library, parameter, value, exact } of equivalents) {
	console.log(`${library}: ${parameter} = ${value}${exact ? '' : ' (not the same minimiser)'}`);
}
