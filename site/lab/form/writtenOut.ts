import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { copiesOf } from '../state/copies.ts';
import { wholeSpec } from './checkSpec.ts';

/** A run as others read it: its rows written out as often as they are there, which no RunSpec says otherwise. */
export const writtenOut = (spec: RunSpecInput): RunSpecInput => (copiesOf(spec) > 1 ? (wholeSpec(spec) ?? spec) : spec);
