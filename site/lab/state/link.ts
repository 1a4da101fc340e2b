import { BOUNDS } from '../../../src/schema/bounds.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { copiesOf, uncopied, withCopies } from './copies.ts';
import { type LabState, MOST_RUNS } from './state.ts';
import { type LabView, OPENING_VIEW, packedView, viewOf } from './view.ts';

/** Characters that every messenger and every browser passes on. */
export const LONGEST_SENT = 8000;
/** Characters of a link that is read, and so written: the Lab's own may be longer than those that everybody passes on. */
const LONGEST_READ = 64 * 1024;
/** Bytes that a link may hold once it is inflated, a thousand times its length at worst: what the API takes as a body. */
const LARGEST_STATE = BOUNDS.body;

type Data = RunSpecInput['data'];

/** How a link is written. */
interface Writing {
	/** Is waited for between one field and the next. */
	pause?: () => Promise<void>;
	/** Whether these are all rows of the reader's own, and not others in the place of too many. */
	hasAllRows?: boolean;
	/** Data that such rows may have been made of. */
	drawn?: readonly Data[];
}

/**
 * A state as the fragment of a link: JSON without defaults, and rows as what is another in those that were drawn, deflated, in
 * base64url. A fragment stays in the browser: no server sees the reader's data.
 *
 * @param view how they are looked at
 */
export async function encodeState(
	{ runs, selected }: LabState,
	view: LabView = OPENING_VIEW,
	{ pause = async () => {}, hasAllRows = true, drawn = [] }: Writing = {},
): Promise<string> {
	const { leanInPieces } = await import('./lean.ts'); // and the schema, which a page that opens has not yet
	const r: [number, object][] = [];
	for (const { key, spec } of runs) {
		const lean = await leanInPieces(spec, pause);
		const { data } = lean;
		if (data?.kind !== 'inline') r.push([key, lean]);
		else {
			const { packedRows } = await import('./packedRows.ts');
			const packed = { ...lean, data: packedRows(Object(uncopied(lean).data), drawn) };
			r.push([key, withCopies(packed as RunSpecInput, copiesOf(lean))]);
		}
	}
	const json = JSON.stringify({ r, s: selected, ...packedView(view), ...(!hasAllRows && { w: 1 }) });
	const bytes = await through(
		new TextEncoder().encode(json),
		new CompressionStream('deflate-raw'),
		Number.POSITIVE_INFINITY,
	);
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What a link holds. */
export interface Linked {
	state: LabState;
	view: LabView;
	hasAllRows: boolean;
	/** Data that rows of it were made of. */
	drawn: readonly Data[];
}

/** The state of a fragment alone. */
export const decodeState = async (fragment: string): Promise<LabState | null> =>
	(await decodeLink(fragment))?.state ?? null;

/**
 * What a fragment holds, or null where that is nothing or more than the Lab reads. A spec may be wrong in itself: the
 * form then says so.
 */
export async function decodeLink(fragment: string): Promise<Linked | null> {
	if (fragment.length > LONGEST_READ) return null;
	try {
		const bytes = Uint8Array.from(atob(fragment.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
		const json = await through(bytes, new DecompressionStream('deflate-raw'), LARGEST_STATE);
		const value: unknown = JSON.parse(new TextDecoder().decode(json));
		const packed = stateOf(value);
		const read = packed && (await unpacked(packed));
		return read && { ...read, view: viewOf(value), hasAllRows: Object(value).w !== 1 };
	} catch {
		return null;
	}
}

/** With rows in the place of what is another in them; null where some of it is no rows. */
async function unpacked(state: LabState): Promise<Pick<Linked, 'state' | 'drawn'> | null> {
	const drawn: Data[] = [];
	const runs: LabState['runs'][number][] = [];
	for (const { key, spec } of state.runs) {
		if (Object(spec.data).kind !== 'edited') {
			runs.push({ key, spec });
			continue;
		}
		const { drawnIn, unpackedRows } = await import('./packedRows.ts'); // and the schema
		const data = unpackedRows(spec.data);
		if (data === null) return null;
		runs.push({ key, spec: withCopies({ ...spec, data }, copiesOf(spec)) });
		drawn.push(...drawnIn(spec.data));
	}
	return { state: { ...state, runs }, drawn };
}

/** A state out of what is not ours: of a link, or of a browser's store. */
export function stateOf(value: unknown): LabState | null {
	if (!isObject(value) || !Array.isArray(value.r) || typeof value.s !== 'number') return null;
	const runs = value.r.flatMap((run: unknown) => {
		const [key, spec] = Array.isArray(run) ? run : [];
		const isRun =
			Number.isInteger(key) && key >= 1 && key <= MOST_RUNS && isObject(spec) && !isDeeper(spec, BOUNDS.depth);
		return isRun ? [{ key: Number(key), spec: spec as RunSpecInput }] : []; // the schema is asked before anything trains
	});
	if (runs.length === 0 || new Set(runs.map(({ key }) => key)).size < runs.length) return null;
	const { s } = value;
	return { runs, selected: runs.some(({ key }) => key === s) ? s : (runs[0]?.key ?? 1) };
}

/** @throws RangeError when more comes out than `most` bytes */
async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
	most: number,
): Promise<Uint8Array> {
	let size = 0;
	const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform(chunk, controller) {
			size += chunk.byteLength;
			if (size > most) throw new RangeError(`more than ${most} bytes`);
			controller.enqueue(chunk);
		},
	});
	const piped = new Blob([bytes]).stream().pipeThrough(stream).pipeThrough(counted);
	return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** Whether objects and arrays nest deeper than that: what reads a spec recurses into it. */
function isDeeper(value: unknown, most: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
