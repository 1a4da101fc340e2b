import { at } from '../at.ts';
import type { JudgedResult } from '../schema/judged.ts';
import type { Estimate } from '../statistics.ts';
import { expectationsOf } from './expectations.ts';
import { decidingRange, judgeAll, judgeClaim, ruleOf } from './judge.ts';

/** What was expected of an experiment at its default parameters, and how its numbers come out, as the replication page shows it. */
export function judgeResult(name: string, measured: Readonly<Record<string, Estimate>>): JudgedResult {
	const expectations = expectationsOf(name);
	const verdicts = judgeAll(expectations, measured);
	const rows = expectations.map((expectation, i) => {
		const { from, to, reaches } = decidingRange(expectation);
		const { isControl, control, holdsForEvery } = expectation;
		return {
			measured: expectation.measured,
			expected: expectation.text,
			from,
			to,
			rule: ruleOf(expectation),
			...(reaches !== undefined && { reaches }),
			...(isControl && { isControl }),
			...(control !== undefined && { control }),
			...(holdsForEvery && { holdsForEvery: [...holdsForEvery] }),
			verdict: at(verdicts, i),
		};
	});
	return { verdict: judgeClaim(expectations, verdicts), rows };
}
