import * as z from 'zod';

/** Values in an input up to which every fault is looked for; above, those at the beginning of its arrays come first. */
const LISTED = 10_000;
/** Elements of each array that are looked at, one length after the other. */
const CUTS = [100, 1_000, 10_000, 50_000] as const;

type Parsed<Schema extends z.ZodType> = z.ZodSafeParseResult<z.output<Schema>>;

/**
 * What a schema makes of an input of any size. Zod keeps an issue for every fault and copies them as arguments of a
 * call, so that some 100,000 overflow the stack; of a large input the beginnings of its arrays are therefore parsed
 * first, and all of it only where they are right.
 */
export function parseBounded<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<Schema> {
	if (!holdsMore(input, LISTED)) return schema.safeParse(input);
	const found = parseCut(schema, input, CUTS[0]);
	if (found) return found;
	try {
		return schema.safeParse(input, { abortEarly: true } as z.core.ParseContext<z.core.$ZodIssue>);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	for (const most of CUTS) {
		const late = parseCut(schema, input, most);
		if (late) return late;
	}
	const issue: z.core.$ZodIssue = { code: 'custom', path: [], message: 'has more faults than can be listed', input };
	const error = new z.ZodError([issue]) as z.ZodError<z.output<Schema>>; // its type parameter says what was parsed, not what it holds
	return { success: false, error };
}

/** The faults at the beginning of an input's arrays; null where there are none. Rules between fields need them whole. */
function parseCut<Schema extends z.ZodType>(schema: Schema, input: unknown, most: number): Parsed<Schema> | null {
	try {
		const parsed = schema.safeParse(cut(input, most));
		return parsed.error?.issues.some(({ code }) => code !== 'custom') ? parsed : null;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** An input with no array longer than that; a body nests no deeper than `BOUNDS.depth`, so this may recurse. */
function cut(value: unknown, most: number): unknown {
	if (Array.isArray(value)) return value.slice(0, most).map((inner) => cut(inner, most));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, most)]));
}

/** Whether an input holds more values than that, in itself and within. */
function holdsMore(input: unknown, most: number): boolean {
	const waiting = [input];
	let seen = 0;
	while (waiting.length > 0) {
		const value = waiting.pop();
		seen += 1;
		if (typeof value === 'object' && value !== null) {
			for (const key in value) {
				waiting.push((value as Record<string, unknown>)[key]);
				if (seen + waiting.length > most) return true;
			}
		}
	}
	return seen > most;
}
