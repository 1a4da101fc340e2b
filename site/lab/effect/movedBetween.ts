import { dataFacts } from '../../../src/schema/dimensions.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { isPlanarKind } from '../pick/choices.ts';
import { drawnAs } from '../state/copies.ts';

/** A value before and after. */
export type Change<Value = number> = readonly [from: Value, to: Value];
type Kind = 'moons' | 'circles' | 'spirals' | 'blobs' | 'xor';

/** Of two settings, what is another of what the Lab's sliders and pictures change, and of points that are edited. */
export interface Moved {
	lambda: Change | null;
	rows: Change | null;
	kind: Change<Kind> | null;
	noise: Change | null;
	/** How often each row is there. */
	copies: Change | null;
	hidden: Change<readonly number[]> | null;
	/** Rows that are written out are others: what else is another of them is not said. */
	points: boolean;
}

/** Null where something else is another too, or nothing. */
export function movedBetween(before: RunSpec, after: RunSpec): Moved | null {
	if (before === after) return null;
	const [was, is] = [onceIn(before), onceIn(after)];
	const areWritten = was.kind === 'inline' || is.kind === 'inline';
	if (restOf(before) !== restOf(after) || (!areWritten && restOfData(was) !== restOfData(is))) return null;
	const moved: Moved = {
		lambda: change(before.penalty.lambda, after.penalty.lambda),
		rows: change(dataFacts(before.data).m, dataFacts(after.data).m),
		kind: isPlanarKind(was.kind) && isPlanarKind(is.kind) ? change<Kind>(was.kind, is.kind) : null,
		copies: change(drawnAs(before.data)?.copies ?? 1, drawnAs(after.data)?.copies ?? 1),
		noise: 'noise' in was && 'noise' in is ? change(was.noise, is.noise) : null,
		hidden:
			String(before.network.hidden) === String(after.network.hidden)
				? null
				: [before.network.hidden, after.network.hidden],
		points: areWritten && JSON.stringify(was) !== JSON.stringify(is),
	};
	return Object.values(moved).some(Boolean) ? moved : null;
}

const change = <Value>(from: Value, to: Value): Change<Value> | null => (from === to ? null : [from, to]);

/** Rows that were written out as copies are those that they are copies of. */
const onceIn = ({ data }: RunSpec): RunSpec['data'] => drawnAs(data)?.once ?? data;

const names = new WeakMap<RunSpec, string>();

/** What else a run is. */
function restOf(spec: RunSpec): string {
	const known = names.get(spec);
	if (known !== undefined) return known;
	const { penalty, network } = spec;
	const name = JSON.stringify({
		...spec,
		data: null,
		penalty: { ...penalty, lambda: 0 },
		network: { ...network, hidden: [] },
	});
	names.set(spec, name);
	return name;
}

/** What else data are that have a picture to choose them by; all of others, but for their number. */
const restOfData = (data: RunSpec['data']): string =>
	JSON.stringify({ ...data, m: 0, ...(isPlanarKind(data.kind) && { kind: '', noise: 0 }) });
