/** A store that takes longer than this is slower than most trainings. */
const READ_TIMEOUT_MS = 1000;

/** A store did not answer in time. */
export class TooSlow extends Error {}

/** @throws TooSlow */
export function withTimeout<T>(work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout>;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TooSlow(`no answer within ${READ_TIMEOUT_MS} ms`)), READ_TIMEOUT_MS);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
