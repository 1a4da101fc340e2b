import type { Decay, Note } from '../codeReading/reading.ts';
import type { Text } from '../language.ts';
import type { CodeFinding, DecayAnswer } from '../schema/codeAnswer.ts';
import type { Known } from './meaning.ts';

/** A finding before its language is chosen. */
export type Found = Omit<CodeFinding, 'message'> & { message: Text };

/** Everything that a decay's findings look at. */
export interface Looked {
	decay: Decay;
	known: Known;
	meaning: NonNullable<DecayAnswer['meaning']>;
	epochs: number | null;
	/** What changes η in the run. */
	schedule: Note | null;
	/** The text that it was read in. */
	code: string;
}
