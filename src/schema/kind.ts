import * as z from 'zod';
import { inDocument } from '../inDocument.ts';

/** What `kind` is in every union that it tells the members of apart. */
export const KIND = inDocument('Which one it is; the other fields follow from it');

/**
 * The `kind` of the member that is meant when an object names none: `{ "learningRate": 0.1 }` is plain SGD.
 *
 * `optional` tells a discriminated union that the key may be missing, `default` fills it in.
 */
export const kindByDefault = <const Kind extends string>(kind: Kind) =>
	z.literal(kind).optional().default(kind).describe(KIND);
