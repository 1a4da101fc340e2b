import * as z from 'zod';
import { textSchema } from './text.ts';

const verdictSchema = z
	.enum(['passes', 'fails', 'not-replicated', 'open', 'control-failed'])
	.describe(
		'not-replicated: a result of others, or of an earlier run, that did not come out again; open: the interval has values on both sides of an end of the range; control-failed: the row says nothing',
	);
const claimVerdictSchema = z
	.enum(['held', 'in-part', 'not', 'open'])
	.describe('held: every row passes, controls aside; in-part: some do; not: none does; open: no row has a verdict');
const ruleSchema = z
	.enum(['number', 'same', 'interval', 'whole'])
	.describe(
		'What must lie from `from` to `to`. number: the value; same: the value, which is one of a few; interval: some of its interval; whole: all of its interval',
	);

const judgedRowSchema = z.object({
	measured: z.string().describe('Name of the number in `measured`'),
	expected: textSchema.describe('What is expected of it'),
	from: z.number().describe('Least that passes'),
	to: z.number().describe('Most that passes'),
	rule: ruleSchema,
	reaches: z.number().exactOptional().describe('What the interval must reach down to as well'),
	isControl: z.literal(true).exactOptional().describe('A control is no row of the claim and is counted apart'),
	control: z.string().exactOptional().describe('Name of the number whose row must pass before this one says anything'),
	holdsForEvery: z
		.array(z.string())
		.exactOptional()
		.describe('Parameters of which each value has the same expectation, as `seed` and `firstSeed` have in every row'),
	verdict: verdictSchema,
});

/** What was expected of an experiment's numbers, and how they came out. */
export const judgedSchema = z
	.object({
		verdict: claimVerdictSchema,
		rows: z.array(judgedRowSchema).describe('One a number of which something is expected'),
	})
	.describe(
		'What was expected, and how it came out. Committed results have it; what POST computes can be held against the same ranges',
	);

/** How a number comes out. */
export type Verdict = z.output<typeof verdictSchema>;
/** How a claim comes out of its rows. */
export type ClaimVerdict = z.output<typeof claimVerdictSchema>;
/** What decides: the number in its range, the same number again, an interval that touches the range, or one that lies in it. */
export type Rule = z.output<typeof ruleSchema>;
export type JudgedResult = z.output<typeof judgedSchema>;
