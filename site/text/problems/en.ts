import type { ProblemTexts } from './problemText.ts';

export const problems: ProblemTexts = {
	'malformed-json': {
		title: 'The body is not JSON',
		meansHtml: 'The body of the request does not parse, or it nests deeper than 20 levels. Nothing was trained.',
		remediesHtml: [
			'Read <code>detail</code>: it says at which character the parser stopped.',
			'In a shell, put the body into single quotes; inside of JSON only double quotes count.',
			'JSON has no comments, no trailing commas, no <code>NaN</code> and no <code>Infinity</code>.',
		],
	},
	forbidden: {
		title: 'This takes a token that was not sent',
		meansHtml:
			'A sweep belongs to those who have begun it: only the token that <code>POST /sweeps</code> has answered withdraws an interest. The request was sent without one, or with that of another sweep.',
		remediesHtml: [
			'Send <code>Authorization: Bearer</code> with the <code>stopToken</code> of your own <code>POST /sweeps</code>.',
			'Who has lost the token cannot stop the sweep; posting the grid again gives a token of its own for that request.',
		],
	},
	'not-found': {
		title: 'Nothing is here',
		meansHtml:
			'The path is none of the API’s, or no result is kept under this id. An id is the hash of a spec and of the engine’s version, so that it cannot be turned back into the spec.',
		remediesHtml: [
			'Send the spec again with POST: the same spec gives the same id, and its result stays from then on.',
			'<a href="/api/v1/openapi.json"><code>/api/v1/openapi.json</code></a> lists every path.',
		],
	},
	'method-not-allowed': {
		title: 'This resource does not answer that method',
		meansHtml: 'The path exists, but not with this method.',
		remediesHtml: [
			'The <code>Allow</code> header of the answer, and <code>detail</code>, name the methods that do work.',
		],
	},
	'not-acceptable': {
		title: 'There is no representation that you accept',
		meansHtml: 'The <code>Accept</code> header asks for a media type that this resource does not come in.',
		remediesHtml: [
			'Send <code>Accept: application/json</code>, or <code>text/csv</code> where <code>detail</code> names it.',
			'Without an <code>Accept</code> header the answer is JSON.',
		],
	},
	'body-too-large': {
		title: 'The body is too large',
		meansHtml: 'The body has more than 2 MiB. The bytes are counted as they arrive, and nothing was trained.',
		remediesHtml: [
			'Send fewer rows of your own data, or fewer digits of each number: the engine computes in float32, of which seven or eight digits matter.',
			'For explicit batches, name <code>batchSize</code> and <code>shuffleSeed</code> instead of the rows of every step.',
		],
	},
	'unsupported-media-type': {
		title: 'The body is of a type that is not taken here',
		meansHtml: 'The request says that its body is something else, or does not say what it is.',
		remediesHtml: [
			'Send <code>Content-Type: application/json</code>, or the other type that <code>detail</code> names: predictions take <code>text/csv</code> too, code <code>text/plain</code>. curl says <code>application/x-www-form-urlencoded</code> unless told otherwise.',
		],
	},
	'invalid-spec': {
		title: 'The request is well formed, but not valid',
		meansHtml:
			'A field is missing, unknown, or has a value that is not allowed. Everything that is wrong is named at once, at most twenty fields. Nothing was trained.',
		remediesHtml: [
			'Each entry of <code>errors</code> has the <code>path</code> of a field and a <code>message</code> with what was given and what is allowed.',
			'Only <code>data</code> is required; leave out what you do not want to set.',
			'<a href="/api/v1/limits"><code>/api/v1/limits</code></a> gives every bound, <a href="/api/v1/openapi.json"><code>/api/v1/openapi.json</code></a> every field.',
		],
	},
	'no-such-form': {
		title: 'This run cannot be had in that form',
		meansHtml:
			'The run is there, but what was asked of it is not: a library cannot express something of its spec, or its numbers left what float32 holds, so that there is no trained network.',
		remediesHtml: [
			'For a program, <code>errors</code> names each field that the library lacks, and why: ask for another <code>target</code>, or train a spec without that field.',
			'For weights and predictions, train a spec that does not diverge: <code>POST /explain</code> says what to change.',
		],
	},
	'over-budget': {
		title: 'The job is larger than this deployment allows',
		meansHtml:
			'A Worker’s clock stands still while it computes, so a job is measured before it starts: by its arithmetic, and by the size of its result. This one is over the limit, and nothing was trained.',
		remediesHtml: [
			'<code>fits</code> is a spec that runs: the same one with fewer epochs, recorded less often, or with fewer examples held out or trained on. Send it as it is.',
			'<code>cost</code> and <code>limit</code> say by how much it is too large. The cost grows with m × epochs × the products of the layers’ widths.',
			'A comparison and an experiment count as the sum of their runs: send fewer variants at once.',
			'In a deployment of your own, raise <code>JOB_BUDGET_GFLOP</code> in <code>wrangler.toml</code>.',
		],
	},
	'rate-limited': {
		title: 'Too many requests',
		meansHtml:
			'Your address has sent more requests within a minute than this deployment answers. Computing (POST) and reading are counted apart.',
		remediesHtml: [
			'Wait as many seconds as the <code>Retry-After</code> header says, and send the request again: it has done nothing yet.',
			'Ask once for several things: a comparison takes up to twelve variants.',
			'Keep what you have: a result never changes under its id.',
		],
	},
	internal: {
		title: 'Something failed here, not with your request',
		meansHtml: 'This is a fault of ours. Nothing of it is kept under an id.',
		remediesHtml: [
			'Send the request again: the same spec gives the same result, so nothing is lost by it.',
			'If it stays, tell us <code>requestId</code> and the body that you sent.',
		],
	},
	unavailable: {
		title: 'What trains does not answer just now',
		meansHtml:
			'A larger job is trained by an object of its own, named by the result’s id. That object could not be reached, or was lost three times in a row while it trained. Nothing half-made is kept.',
		remediesHtml: [
			'Send the request again after as many seconds as the <code>Retry-After</code> header says: the training begins again, and nothing is counted twice under its id.',
			'If it stays, send a smaller job: fewer epochs, or fewer variants at once.',
		],
	},
};
