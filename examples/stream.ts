/**
 * Watches two trainings of some seconds side by side, with the client of this repository. The second time the result is
 * there.
 *
 *   API=http://localhost:8787/api/v1 node examples/stream.ts
 */
import { createClient } from '../src/client/client.ts';

const api = createClient({ baseUrl: process.env.API ?? 'http://localhost:8787/api/v1' });

const comparison = {
	base: {
		data: { kind: 'moons' as const, m: 300 },
		penalty: { lambda: 0.05 },
		training: { epochs: 60_000, recordEvery: 600 },
	},
	variants: [
		{ label: 'over-2m', patch: {} },
		{ label: 'half', patch: { penalty: { scaling: 'half' } } },
	],
};

// A problem is thrown as an ApiError, whether the request is refused or a training fails; leaving the loop ends both.
for await (const { event, data } of api.comparisonEvents(comparison)) {
	if (event === 'progress') {
		console.log(`${data.label}: epoch ${data.epoch} of ${data.epochs}`);
	} else {
		for (const { label, run } of data.runs) {
			console.log(`${label}: data loss ${run.final.dataLoss}, test loss ${run.final.testLoss}`);
		}
	}
}
