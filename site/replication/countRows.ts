import { at } from '../../src/at.ts';
import { expectationsOf } from '../../src/experiments/expectations.ts';
import { countVerdicts, judgeAll } from '../../src/experiments/judge.ts';
import type { Verdict } from '../../src/schema/judged.ts';
import { KINDS, provenanceOf } from '../text/replication/provenance.ts';
import type { Claimed } from './claims.ts';

/** How many rows there are, and how many of them come out in which way. */
type Counts = Record<Verdict | 'rows', number>;

/** The rows of all claims, by what gave their expectation, and by whether its range was set after a run of ours; controls apart. */
export function countRows(claims: readonly Claimed[]) {
	const rows = claims.flatMap(({ experiment: { name }, result }) => {
		const expectations = expectationsOf(name);
		const verdicts = judgeAll(expectations, result.measured);
		return expectations.map(({ measured, isControl = false }, i) => ({
			...provenanceOf(name, measured),
			isControl,
			verdict: at(verdicts, i),
		}));
	});
	const count = (isCounted: (row: (typeof rows)[number]) => boolean, ofControls = false): Counts => {
		const counted = rows.filter((row) => row.isControl === ofControls && isCounted(row));
		return { rows: counted.length, ...countVerdicts(counted.map(({ verdict }) => verdict)) };
	};
	return {
		bySource: KINDS.map((kind) => ({ kind, counts: count(({ of }) => of === kind) })),
		before: count(({ isAfter }) => !isAfter),
		identitiesBefore: count(({ isAfter, of }) => !isAfter && of === 'derived'),
		after: count(({ isAfter }) => isAfter),
		all: count(() => true),
		controls: count(() => true, true),
	};
}
