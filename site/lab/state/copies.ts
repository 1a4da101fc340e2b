import { REAL_DATA } from '../../../src/schema/realData.ts';
import type { RunSpec, RunSpecInput } from '../../../src/schema/runSpec.ts';

/** How often each row may be there. */
export const COPIES = [1, 10, 100] as const;

/** No RunSpec has it: all but the Lab's own state and links see the rows written out (`form/specReader.ts`). */
type Copied = { copies?: unknown } & Record<string, unknown>;

/** Without their copies; specs are never changed. */
const known = new WeakMap<RunSpecInput, RunSpecInput>();

/** How often each row of a run is there. */
export function copiesOf({ data }: RunSpecInput): number {
	const { copies } = Object(data) as Copied; // a link may hold anything
	return isMeasured(data) ? 1 : Number.isSafeInteger(copies) && Number(copies) > 1 ? Number(copies) : 1;
}

/** Measured rows are no page's to copy. */
export const isMeasured = (data: RunSpecInput['data']): boolean => Object.hasOwn(REAL_DATA, String(Object(data).kind));

/** The same run with each row so often, where it can have copies. */
export function withCopies(spec: RunSpecInput, copies: number): RunSpecInput {
	const once = uncopied(spec);
	return copies > 1 && !isMeasured(spec.data)
		? ({ ...once, data: { ...Object(once.data), copies } } as RunSpecInput)
		: once; // see `Copied`
}

/** Rows that were written out, by the data that they were drawn as; neither is ever changed. */
const drawn = new WeakMap<RunSpec['data'], { once: RunSpec['data']; copies: number }>();

/** Remembers what rows are that were written out, so that they are not called a reader's own. */
export const noteDrawn = (all: RunSpec['data'], once: RunSpec['data'], copies: number): void => {
	if (once.kind !== 'inline') drawn.set(all, { once, copies });
};

/** What written rows were drawn as, and how often each is there; undefined for all others. */
export const drawnAs = (all: RunSpec['data']) => drawn.get(all);

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
