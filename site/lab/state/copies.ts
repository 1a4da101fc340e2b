import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** How often each row may be there. */
export const COPIES = [1, 10, 100] as const;

/** No RunSpec has it: all but the Lab's own state and links see the rows written out (`form/specReader.ts`). */
type Copied = { copies?: unknown } & Record<string, unknown>;

/** Without their copies; specs are never changed. */
const known = new WeakMap<RunSpecInput, RunSpecInput>();

/** How often each row of a run is there. */
export function copiesOf({ data }: RunSpecInput): number {
	const { copies } = Object(data) as Copied; // a link may hold anything
	return Number.isSafeInteger(copies) && Number(copies) > 1 ? Number(copies) : 1;
}

/** The same run with each row so often. */
export function withCopies(spec: RunSpecInput, copies: number): RunSpecInput {
	const once = uncopied(spec);
	return copies > 1 ? ({ ...once, data: { ...Object(once.data), copies } } as RunSpecInput) : once; // see `Copied`
}

/** The same run with each row once. */
export function uncopied(spec: RunSpecInput): RunSpecInput {
	if (!Object.hasOwn(Object(spec.data), 'copies')) return spec;
	const before = known.get(spec);
	if (before) return before;
	const { copies: _, ...data } = spec.data as unknown as Copied; // it has some
	const once = { ...spec, data } as unknown as RunSpecInput;
	known.set(spec, once);
	return once;
}
