/** Seeds of the schema reach to 2³² − 1. */
const SEEDS = 2 ** 32;

/** A body of a run or of a comparison whose initial weights have another seed: a training that nobody has the result of. */
export function seedAnew(body: { base?: object }): object {
	const init = { kind: 'lecun-normal', seed: Math.floor(Math.random() * SEEDS) };
	return body.base ? { ...body, base: { ...body.base, init } } : { ...body, init };
}
