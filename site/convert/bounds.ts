import * as z from 'zod';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import type { FieldName } from './state.ts';

/** What the schema allows in a field, where it is a number. */
interface Bounds {
	/** The smallest, itself allowed or not. */
	from: number;
	isOpen: boolean;
	to: number;
	/** Whether the largest is left out. */
	isBelow?: true;
}

interface Described {
	anyOf?: Described[];
	type?: string;
	minimum?: number;
	exclusiveMinimum?: number;
	maximum?: number;
	exclusiveMaximum?: number;
}

const { properties = {} } = z.toJSONSchema(convertQuerySchema, { io: 'input' });

/** The bounds of a field of numbers, read from the schema. Made at build time: the page has them as text. */
export function boundsOf(name: FieldName): Bounds {
	const field = properties[name] as Described; // a field of the query is an object of JSON Schema, not `true`
	const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } =
		field.anyOf?.find(({ type }) => type === 'integer') ?? field;
	const from = exclusiveMinimum ?? minimum;
	const to = exclusiveMaximum ?? maximum;
	if (from === undefined || to === undefined) throw new Error(`the schema gives "${name}" no bounds`);
	return { from, isOpen: exclusiveMinimum !== undefined, to, ...(exclusiveMaximum !== undefined && { isBelow: true }) };
}
