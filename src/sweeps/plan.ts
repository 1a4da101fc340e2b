import { dataSchema } from '../schema/data.ts';
import { dataFacts } from '../schema/dimensions.ts';
import { type FieldError, fieldErrors, listErrors, nameErrors } from '../schema/fieldErrors.ts';
import { isJsonObject, type Json, type JsonObject, mergePatch } from '../schema/mergePatch.ts';
import { parseBounded } from '../schema/parseBounded.ts';
import { checkTogether } from '../schema/rules.ts';
import { type RunSpec, runSpecSchema } from '../schema/runSpec.ts';
import type { Axes, Sweep } from '../schema/sweep.ts';
import type { GridOfRuns } from './grid.ts';

/** The grid of a sweep, or everything that is wrong with its cells. */
type Plan = { plan: GridOfRuns } | { errors: FieldError[] };

/** One value of each axis that a sweep has. */
type Choice = { [name in keyof Axes]?: NonNullable<Axes[name]>[number] };

/**
 * Checks a sweep and fills in what its base leaves open. Not every cell needs parsing: the schema of an axis already
 * bounds its values, and no rule between fields involves two axes at once. So this parses the first cell, and asks only
 * the rules about it with every other m and every other scaling: parsing a base of a megabyte a hundred times would take
 * half a minute.
 */
export function planSweep({ base, axes }: Sweep): Plan {
	const errors = findUselessAxes(base, axes);
	if (errors.length > 0) return { errors };

	const input = firstCell({ base, axes });
	const parsed = parseBounded(runSpecSchema, input);
	if (!parsed.success) {
		const named = nameErrors(parsed.error, input, runSpecSchema);
		const placed = inBase(named.errors, axes.m ? ` (with m = ${axes.m[0]})` : '');
		return { errors: listErrors({ ...named, errors: placed }) };
	}
	const first = parsed.data;
	for (const m of (axes.m ?? []).slice(1)) {
		errors.push(...inBase(checkData(first, { ...first.data, m }), ` (with m = ${m})`));
	}
	for (const scaling of (axes.scaling ?? []).slice(1)) {
		const penalty = { ...first.penalty, scaling };
		errors.push(...inBase(checkCell({ ...first, penalty }), ` (with scaling "${scaling}")`));
	}
	if (errors.length > 0) return { errors: listErrors({ errors, unnamed: 0 }) };
	return {
		plan: {
			first: JSON.parse(JSON.stringify(first)) as RunSpec, // plain JSON in, the same shape out; −0 becomes 0
			grid: {
				lambda: (axes.lambda ?? [first.penalty.lambda]).map((lambda) => lambda || 0),
				m: axes.m ?? [dataFacts(first.data).m],
				scaling: axes.scaling ?? [first.penalty.scaling],
				seed: axes.seed ?? [null],
			},
		},
	};
}

/** The first cell of a sweep, unchecked. */
export function firstCell({ base, axes }: Sweep): Json {
	const choice: Choice = {};
	for (const name of ['lambda', 'm', 'scaling', 'seed'] as const) {
		const value = axes[name]?.[0];
		if (value !== undefined) Object.assign(choice, { [name]: value });
	}
	return applyChoice(base, choice);
}

/** What is wrong with a valid spec once its data are others. */
function checkData(spec: RunSpec, input: object): FieldError[] {
	const parsed = dataSchema.safeParse(input);
	if (parsed.success) return checkCell({ ...spec, data: parsed.data });
	const errors = fieldErrors(parsed.error, input, dataSchema);
	return errors.map(({ path, message }) => ({ path: `data.${path}`, message }));
}

/** What the rules between fields say against a spec whose fields are valid one by one. */
const checkCell = (spec: RunSpec): FieldError[] =>
	checkTogether(spec, dataFacts(spec.data)).map(({ path, message }) => ({ path: path.join('.'), message }));

/** Errors of a cell as those of the base. */
const inBase = (errors: readonly FieldError[], place: string): FieldError[] =>
	errors.map(({ path, message }) => ({ path: path ? `base.${path}` : 'base', message: `${message}${place}` }));

/** Axes that would change nothing. */
function findUselessAxes(base: Json, axes: Axes): FieldError[] {
	const { data, init } = asObject(base);
	const isInline = asObject(data).kind === 'inline';
	const errors: FieldError[] = [];
	if (isInline && axes.m) {
		const reason = 'has no effect on inline data, whose m is the number of their rows: none is chosen among them';
		errors.push({ path: 'axes.m', message: `${reason}. Begin a sweep for each set of rows` });
	}
	if (isInline && asObject(init).kind === 'explicit' && axes.seed) {
		errors.push({ path: 'axes.seed', message: 'has no effect: neither the data nor the initial weights are drawn' });
	}
	return errors;
}

/** The base with one value of each axis, unchecked. */
function applyChoice(base: Json, { lambda, m, scaling, seed }: Choice): Json {
	const { data, init } = asObject(base);
	const isDrawn = seed !== undefined && asObject(data).kind !== 'inline';
	const isInitDrawn = seed !== undefined && asObject(init).kind !== 'explicit';
	return mergePatch(base, {
		...((m !== undefined || isDrawn) && {
			data: { ...(m !== undefined && { m }), ...(isDrawn && { seed }) },
		}),
		...(isInitDrawn && { init: { seed } }),
		...((lambda !== undefined || scaling !== undefined) && {
			penalty: { ...(lambda !== undefined && { lambda }), ...(scaling !== undefined && { scaling }) },
		}),
	});
}

const asObject = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
