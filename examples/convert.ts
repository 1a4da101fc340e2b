/**
 * What weight_decay = 0.01 on 1,000 examples is called elsewhere.
 *
 *   API=http://localhost:8787/api/v1 node examples/convert.ts
 */
const API = process.env.API ?? 'http://localhost:8787/api/v1';

interface Conversion {
	lambda: number;
	loss: string;
	equivalents: { library: string; parameter: string; value: number | null; reasonCode?: string; reason?: string }[];
}

const query = new URLSearchParams({ from: 'pytorch-sgd', value: '0.01', m: '1000' });
const response = await fetch(`${API}/convert?${query}`);
if (!response.ok) {
	const { title, detail } = (await response.json()) as { title: string; detail: string };
	throw new Error(`${title}: ${detail}`);
}
const { lambda, loss, equivalents } = (await response.json()) as Conversion;
console.log(`lambda = ${lambda}`);
console.log(`in J = mean ${loss} + lambda/2m * ||W||^2`);
for (const { library, parameter, value, reasonCode, reason } of equivalents) {
	const doubt = reasonCode === 'another-minimiser' ? 'not the same minimiser' : reason;
	console.log(`${library}: ${parameter} = ${value}${doubt ? ` (${doubt})` : ''}`);
}
