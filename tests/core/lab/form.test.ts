import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSpec } from '../../../site/lab/form/checkSpec.ts';
import { type Field, specParts } from '../../../site/lab/form/fields.ts';
import { type Kind, kindPath, specOf, valuesOf } from '../../../site/lab/form/formValues.ts';
import '../../../site/lab/form/specReader.ts';
import { FIELD_TEXT, OPTION_TEXT, PART_TEXT } from '../../../site/text/lab/fieldText.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { validSpec } from '../arbitrarySpec.ts';

const parts = specParts();

/** All fields, and those inside of them. */
const flat = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => [
		field,
		...(field.kind === 'variants' ? field.variants.flatMap((variant) => flat(variant.fields)) : []),
		...(field.kind === 'optional' ? flat(field.fields) : []),
	]);
const all = flat(parts.flatMap(({ fields }) => fields));

/** The controls of a form that shows a spec, as the page has them. */
function controlsOf(
	fields: readonly Field[],
	spec: RunSpecInput,
): { path: string; kind: Kind; value: string | boolean }[] {
	const values = valuesOf(spec);
	const visit = (field: Field): { path: string; kind: Kind; value: string | boolean }[] => {
		const { path, kind } = field;
		if (field.kind === 'variants') {
			const chosen = String(values.get(kindPath(path)));
			const variant = field.variants.find(({ names }) => names.includes(chosen));
			return [{ path: kindPath(path), kind, value: chosen }, ...(variant?.fields ?? []).flatMap(visit)];
		}
		if (field.kind === 'optional') {
			const isOn = values.get(path) === true;
			return [{ path, kind, value: isOn }, ...(isOn ? field.fields.flatMap(visit) : [])];
		}
		return [{ path, kind, value: values.get(path) ?? (kind === 'switch' ? false : '') }];
	};
	return fields.flatMap(visit);
}

describe('the form', () => {
	test('has a label for every field of a RunSpec in both languages, and none besides', () => {
		expect(Object.keys(FIELD_TEXT).sort()).toEqual([...new Set(all.map(({ path }) => path))].sort());
		expect(Object.keys(PART_TEXT).sort()).toEqual(parts.map(({ name }) => name).sort());
		for (const { label, zh } of Object.values(FIELD_TEXT)) {
			expect(label.en.length).toBeGreaterThan(0);
			expect(/[\u4e00-\u9fff]/.test(label.zh + (zh ?? '')) || label.zh === 'ε' || label.zh === 'Dropout').toBe(true);
		}
	});

	test('names only options that there are', () => {
		for (const [path, names] of Object.entries(OPTION_TEXT)) {
			const fields = all.filter((field) => field.path === path);
			const options = fields.flatMap((field) =>
				field.kind === 'choice'
					? field.options
					: field.kind === 'variants'
						? field.variants.flatMap((one) => one.names)
						: [],
			);
			for (const name of Object.keys(names)) expect(options, path).toContain(name);
		}
	});

	test('shows whatever a link holds in the place of an object, and the schema refuses it', () => {
		const objects = ['data', 'network', 'init', 'optimizer', 'penalty', 'training', 'regularizers', 'output'];
		for (const name of objects) {
			for (const wrong of ['x', 3, true, [], [[1]], ['batches']]) {
				const spec = { data: { kind: 'moons' }, [name]: wrong } as unknown as RunSpecInput; // as a link may have it
				expect(() =>
					controlsOf(
						parts.flatMap(({ fields }) => fields),
						spec,
					),
				).not.toThrow();
				expect(checkSpec(spec, 'zh')).toMatchObject({ ok: false });
			}
		}
		const many = { data: { kind: 'moons' }, training: { batches: Array(200_000).fill([]) } } as RunSpecInput;
		expect(checkSpec(many, 'en')).toMatchObject({ ok: false });
	});

	test('reaches everything in a RunSpec: what it shows of any spec gives that spec back', () => {
		fc.assert(
			fc.property(validSpec, (spec) => {
				const controls = controlsOf(
					parts.flatMap(({ fields }) => fields),
					spec,
				);
				expect(canonical(specOf(controls))).toEqual(canonical(spec));
			}),
			{ numRuns: 100 },
		);
	});

	test('keeps what is no number, for the schema to name it', () => {
		const controls = [
			{ path: 'data.kind', kind: 'variants', value: 'moons' },
			{ path: 'data.m', kind: 'number', value: 'many' },
			{ path: 'data.seed', kind: 'number', value: '' },
			{ path: 'network.hidden', kind: 'list', value: '16，8 x' },
		] as const;
		expect(specOf(controls)).toEqual({ data: { kind: 'moons', m: 'many' }, network: { hidden: [16, 8, 'x'] } });
	});

	test.each([
		['', 'is required', '必须填写'],
		['0,5', '"0,5" is not a number: write a decimal point, 0.5', '“0,5”不是数：小数点请写作“.”，即 0.5'],
	])('asks for a number that was deleted, and for a point: λ “%s”', (value, en, zh) => {
		const spec = specOf([
			{ path: 'data.kind', kind: 'variants', value: 'moons' },
			{ path: 'penalty.lambda', kind: 'number', value, isRequired: true },
		]);
		const problems = (language: 'en' | 'zh') => {
			const check = checkSpec(spec, language);
			return check.ok ? [] : check.errors;
		};
		expect(problems('en')).toEqual([{ path: 'penalty.lambda', message: en }]);
		expect(problems('zh')).toEqual([{ path: 'penalty.lambda', message: zh }]);
	});
});
