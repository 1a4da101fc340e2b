/** What every answer of the API has, whatever was asked. */
import { BOUNDS } from '../../../src/schema/bounds.ts';
import { PROBLEMS } from '../../../src/schema/problems.ts';
import type { Document, FuzzRequest } from './requests.ts';

/** An answer as it came. */
export interface FuzzAnswer {
	status: number;
	/** By their names in lower case. */
	headers: Readonly<Record<string, string | undefined>>;
	body: Uint8Array;
}

/** Bytes of any answer: a result, and what stands around it. */
const LARGEST_ANSWER = 21 * 1024 * 1024;
/** Bytes of a problem document: twenty errors. One with `fits` repeats the request. */
const LARGEST_PROBLEM = 64 * 1024;

/** What is wrong with an answer; empty where nothing is. */
export function faultsOf(
	{ route, method, target }: FuzzRequest,
	{ status, headers, body }: FuzzAnswer,
	{ paths }: Document,
): string[] {
	const faults: string[] = [];
	const check = (isRight: boolean, fault: string) => {
		if (!isRight) faults.push(fault);
	};
	const [documented, path = ''] = route.split(' ');
	const responses = paths[path]?.[documented?.toLowerCase() ?? '']?.responses ?? {};
	check(status < 500 || (status === 503 && '503' in responses), `${status}`);
	// What `..` leads out of the API is a page.
	if (!new URL(target, 'https://lambda.test').pathname.startsWith('/api/v1')) return faults;
	check(headers['x-content-type-options'] === 'nosniff', 'no X-Content-Type-Options');
	check(headers['access-control-allow-origin'] === '*', 'no Access-Control-Allow-Origin');
	check(body.byteLength <= LARGEST_ANSWER, `${body.byteLength} bytes`);
	if (method === 'HEAD' || status === 204 || status === 304)
		check(body.byteLength === 0, `a ${method} ${status} with a body`);
	else if (status >= 400) faults.push(...faultsOfProblem(status, headers, body));
	else if (headers['content-type'] === 'application/json') check(parse(body) !== undefined, 'JSON that does not parse');
	if (status === 405) check(headers.allow !== undefined, 'a 405 without Allow');
	return faults;
}

function faultsOfProblem(status: number, headers: FuzzAnswer['headers'], body: Uint8Array): string[] {
	if (headers['content-type'] !== 'application/problem+json') return [`a ${status} of ${headers['content-type']}`];
	const problem = parse(body);
	if (!isProblem(problem)) return ['a problem that is no problem document'];
	const known = PROBLEMS[problem.type.replace('/problems/', '') as keyof typeof PROBLEMS]; // undefined for others
	const largest = LARGEST_PROBLEM + ('fits' in problem ? BOUNDS.body : 0);
	return [
		known?.status === status && problem.status === status ? '' : `a ${status} of type ${problem.type}`,
		problem.errors.length <= BOUNDS.errors + 1 ? '' : `${problem.errors.length} errors`,
		body.byteLength <= largest ? '' : `a problem of ${body.byteLength} bytes`,
		headers['cache-control'] === 'no-store' ? '' : 'a problem that may be cached',
	].filter((fault) => fault !== '');
}

function isProblem(value: unknown): value is { type: string; status: number; errors: unknown[] } {
	if (typeof value !== 'object' || value === null) return false;
	const { type, title, status, detail, errors } = value as Record<string, unknown>;
	return (
		[type, title, detail].every((text) => typeof text === 'string') &&
		typeof status === 'number' &&
		Array.isArray(errors)
	);
}

function parse(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(body));
	} catch {
		return undefined;
	}
}
