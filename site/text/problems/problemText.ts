import type { ProblemName } from '../../../src/schema/problems.ts';

/** What the page of one kind of failure says. */
interface ProblemText {
	title: string;
	/** When it comes. */
	meansHtml: string;
	/** What to do, one step an entry. */
	remediesHtml: readonly string[];
}

export type ProblemTexts = Record<ProblemName, ProblemText>;

/**
 * A request that meets the problem, as a person would type it; `{api}` stands for the API's address. The
 * tests send every one of them. A limit of requests, a failure of ours, a sweep of somebody else's and the form of a run that must be trained first have none.
 */
export const PROBLEM_REQUESTS: Partial<Record<ProblemName, string>> = {
	'malformed-json': `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": '`,
	'not-found': 'curl {api}/runs/0000000000000000000000000000000000000000',
	'method-not-allowed': 'curl -X DELETE {api}/limits',
	'not-acceptable': "curl -H 'Accept: image/png' '{api}/datasets/moons?m=3'",
	'body-too-large': `head -c 3000000 /dev/zero | curl {api}/runs -H 'Content-Type: application/json' --data-binary @-`,
	'unsupported-media-type': `curl {api}/runs -H 'Content-Type: text/plain' -d '{}'`,
	'invalid-spec': `curl {api}/runs -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons", "m": -3 } }'`,
	'over-budget': `curl {api}/runs -H 'Content-Type: application/json' -d '{
  "data": { "kind": "moons", "m": 20000 }, "training": { "epochs": 1000000, "recordEvery": 100000 } }'`,
};
