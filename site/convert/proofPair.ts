import { PROOF_EXAMPLES } from '../../src/convert/proofSpec.ts';
import type { Pair } from '../../src/convert/proveIt.ts';
import type { Rule } from '../../src/schema/lambdaRules.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import type { Spellings } from './answer.ts';

/**
 * What to train for a row of the converter: both spellings of the strength that has the reader's decay
 * coefficient d = λ/m on the problem of the proof. The reader's λ itself, chosen for a million rows,
 * would make 50 diverge. With a later number of examples it is the strength that the row's code has then.
 *
 * @param from the spelling that the reader has; a row is proved against λ itself where they are one
 */
export function proofPair(from: string, to: LibraryId, spellings: Spellings, keep: Rule): Pair {
	const { equivalents, moved } = spellings;
	const later = moved?.rules.find(({ rule }) => rule === keep)?.lambda;
	const { lambda, m } = moved && later !== undefined ? { lambda: later, m: moved.m } : spellings;
	if (m === null) throw new Error('a proof needs m');
	const row = (id: string) => equivalents.find(({ library }) => library === id);
	const asked = from === to ? undefined : row(from)?.library;
	const loss = row(to)?.loss;
	return { ...(asked && { from: asked }), to, lambda: (lambda / m) * PROOF_EXAMPLES, ...(loss && { loss }) };
}
