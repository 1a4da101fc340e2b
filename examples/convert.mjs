/**
 * What weight_decay = 0.01 on 1,000 examples is called elsewhere.
 *
 *   API=http://localhost:8787/api/v1 node examples/convert.mjs
 */
const API = process.env.API ?? 'http://localhost:8787/api/v1';

const query = new URLSearchParams({ from: 'pytorch-sgd', value: '0.01', m: '1000' });
const response = await fetch(`${API}/convert?${query}`);
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.title}: ${answer.detail}`);

console.log(`lambda = ${answer.lambda}`);
console.log(`in J = mean ${answer.loss} + lambda/2m * ||W||^2`);
for (const { library, parameter, value, reasonCode, reason } of answer.equivalents) {
	const doubt = reasonCode === 'another-minimiser' ? 'not the same minimizer' : reason;
	console.log(`${library}: ${parameter} = ${value}${doubt ? ` (${doubt})` : ''}`);
}
