import { dataFacts } from '../schema/dimensions.ts';
import { type FieldError, listErrors, nameErrors } from '../schema/fieldErrors.ts';
import { isJsonObject, type Json, type JsonObject, mergePatch } from '../schema/mergePatch.ts';
import { parseBounded } from '../schema/parseBounded.ts';
import { type RunSpec, runSpecSchema } from '../schema/runSpec.ts';
import type { Axes, Sweep } from '../schema/sweep.ts';
import type { GridOfRuns } from './grid.ts';

/** The grid of a sweep, or everything that is wrong with its cells. */
type Plan = { plan: GridOfRuns } | { errors: FieldError[] };

/** One value of each axis that a sweep has. */
type Choice = { [name in keyof Axes]?: NonNullable<Axes[name]>[number] };

/**
 * Checks a sweep and fills in what its base leaves open. Not every cell needs parsing: the schema of an axis already
 * bounds its values, and no rule between fields involves two axes at once. So this parses the first cell, and one
 * more for every other m and every other scaling.
 */
export function planSweep({ base, axes }: Sweep): Plan {
	const errors = findUselessAxes(base, axes);
	if (errors.length > 0) return { errors };

	let unnamed = 0;
	const parseCell = (choice: Choice, place: string): RunSpec | null => {
		const input = applyChoice(base, choice);
		const outcome = parseBounded(runSpecSchema, input);
		if (outcome.success) return outcome.data;
		const named = nameErrors(outcome.error, input, runSpecSchema);
		for (const { path, message } of named.errors) {
			errors.push({ path: path ? `base.${path}` : 'base', message: `${message}${place}` });
		}
		unnamed += named.unnamed;
		return null;
	};

	const choice: Choice = {};
	for (const name of ['lambda', 'm', 'scaling', 'seed'] as const) {
		const value = axes[name]?.[0];
		if (value !== undefined) Object.assign(choice, { [name]: value });
	}
	const first = parseCell(choice, axes.m ? ` (with m = ${choice.m})` : '');
	for (const m of first ? (axes.m ?? []).slice(1) : []) parseCell({ ...choice, m }, ` (with m = ${m})`);
	for (const scaling of first ? (axes.scaling ?? []).slice(1) : []) {
		parseCell({ ...choice, scaling }, ` (with scaling "${scaling}")`);
	}
	if (!first || errors.length > 0) return { errors: listErrors({ errors, unnamed }) };
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

/** Axes that would change nothing. */
function findUselessAxes(base: Json, axes: Axes): FieldError[] {
	const { data, init } = asObject(base);
	const isInline = asObject(data).kind === 'inline';
	const errors: FieldError[] = [];
	if (isInline && axes.m) {
		errors.push({ path: 'axes.m', message: 'has no effect on inline data, whose m is the number of their rows' });
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
