/**
 * Watches two trainings of some seconds side by side, with nothing but fetch; clients/typescript does the same in one loop.
 * The second time the result is there at once: another seed (another sample of moons) trains again.
 *
 *   API=http://localhost:8787/api/v1 node examples/stream.mjs [seed]
 */
const API = process.env.API ?? 'http://localhost:8787/api/v1';
const seed = Number(process.argv[2] ?? 1);

const comparison = {
	base: {
		data: { kind: 'moons', m: 300, seed },
		penalty: { lambda: 0.05 },
		training: { epochs: 60_000, recordEvery: 600 },
	},
	variants: [
		{ label: 'over-2m', patch: {} },
		{ label: 'half', patch: { penalty: { scaling: 'half' } } },
	],
};

for await (const { event, data } of stream('/comparisons', comparison)) {
	if (event === 'progress') {
		console.log(`${data.label}: epoch ${data.epoch} of ${data.epochs}`);
	} else {
		for (const { label, run } of data.runs) {
			console.log(`${label}: data loss ${run.final.dataLoss}, test loss ${run.final.testLoss}`);
		}
	}
}

/** The events of a request while it trains; the last one is the result. Leaving the loop ends the trainings. */
async function* stream(path, body) {
	const response = await fetch(`${API}${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
		body: JSON.stringify(body),
	});
	if (!response.ok) refuse(await response.json());
	let text = '';
	for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
		text += piece;
		const events = text.split('\n\n'); // an empty line ends an event; what follows the last one is still to come
		text = events.pop() ?? '';
		for (const lines of events) {
			const event = /^event: (.*)$/m.exec(lines)?.[1];
			const data = /^data: (.*)$/m.exec(lines)?.[1];
			if (!data) continue;
			if (event === 'problem') refuse(JSON.parse(data));
			yield { event, data: JSON.parse(data) };
		}
	}
}

/** A problem document says what was wrong, and what would work. */
function refuse({ title, detail }) {
	throw new Error(`${title}: ${detail}`);
}
