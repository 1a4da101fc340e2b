import type { ProblemName } from '../../../src/schema/problems.ts';

/** What the page of one kind of failure says. */
interface ProblemText {
	title: string;
	/** When it comes. */
	meansHtml: string;
	/** What to do, one step an entry. */
	remediesHtml: readonly string[];
}

/** A request that meets a problem, and one that does what was meant by it; `{api}` stands for the API's address. */
interface RequestPair {
	wrong: string;
	right: string;
}

export type ProblemTexts = Record<ProblemName, ProblemText>;

/**
 * Each problem met and mended, as a person would type it. The tests send every one of them. A limit of requests, a failure of ours, a sweep of somebody else's and the form of a run that must be trained first have none.
 */
export const PROBLEM_REQUESTS: Partial<Record<ProblemName, RequestPair>> = {
	'malformed-json': {
		wrong: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": '`,
		right: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons" } }'`,
	},
	'not-found': {
		wrong: 'curl {api}/runs/0000000000000000000000000000000000000000',
		right: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons" } }'`,
	},
	'method-not-allowed': { wrong: 'curl -X DELETE {api}/limits', right: 'curl {api}/limits' },
	'not-acceptable': {
		wrong: "curl -H 'Accept: image/png' '{api}/datasets/moons?m=3'",
		right: "curl -H 'Accept: text/csv' '{api}/datasets/moons?m=3'",
	},
	'body-too-large': {
		wrong: `head -c 3000000 /dev/zero | curl {api}/runs -H 'Content-Type: application/json' --data-binary @-`,
		right: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons", "m": 300 } }'`,
	},
	'unsupported-media-type': {
		wrong: `curl {api}/runs -H 'Content-Type: text/plain' -d '{}'`,
		right: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons" } }'`,
	},
	'invalid-spec': {
		wrong: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons", "m": -3 } }'`,
		right: `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons", "m": 3 } }'`,
	},
	'over-budget': {
		wrong: `curl {api}/runs -H 'Content-Type: application/json' -d '{
  "data": { "kind": "moons", "m": 20000 }, "training": { "epochs": 1000000, "recordEvery": 100000 } }'`,
		right: `curl {api}/runs -H 'Content-Type: application/json' -d '{
  "data": { "kind": "moons", "m": 200 }, "training": { "epochs": 1000, "recordEvery": 100 } }'`,
	},
};
