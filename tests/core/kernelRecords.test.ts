/**
 * The host writes the kernel's records field by field, and the kernel reads them as the classes of `kernel/layout.ts`.
 * AssemblyScript's compiler says here where each named field lies and what each named constant is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { beforeAll, describe, expect, test } from 'vitest';
import { FLOAT64_BYTES, INT32_BYTES } from '../../src/engine/byteSizes.ts';
import { ACTIVATION_NUMBERS, LOSS_NUMBERS, OPTIMIZER_NUMBERS } from '../../src/engine/fused/kernelRecords.ts';
import { PANEL_EXAMPLES } from '../../src/engine/fused/memoryPlan.ts';
import { LAYER_FIELDS, RANGE_FIELDS, RUN_FIELDS } from '../../src/engine/fused/recordFields.ts';

const KERNEL = 'src/engine/fused/kernel';

const RECORDS = [
	{ record: 'Layer', fields: LAYER_FIELDS, bytes: INT32_BYTES },
	{ record: 'Range', fields: RANGE_FIELDS, bytes: FLOAT64_BYTES },
	{ record: 'Run', fields: RUN_FIELDS, bytes: FLOAT64_BYTES },
] as const;

/** `'squared-error'` is `SQUARED_ERROR` in the kernel. */
const constantName = (name: string) => name.toUpperCase().replaceAll('-', '_');

const CONSTANTS = [
	{ file: 'forward', numbers: ACTIVATION_NUMBERS },
	{ file: 'loss', numbers: LOSS_NUMBERS },
	{ file: 'optimizer', numbers: OPTIMIZER_NUMBERS },
	{ file: 'layout', numbers: { panel: PANEL_EXAMPLES } },
] as const;

/** A module that exports the offset of every field that the host names, the size of each record, and the constants. */
const PROBE = [
	`import { Layer, Range, Run } from './${KERNEL}/layout';`,
	...RECORDS.flatMap(({ record, fields }) => [
		`export function ${record}_size(): usize { return offsetof<${record}>(); }`,
		...fields.map((field) => `export function ${record}_${field}(): usize { return offsetof<${record}>("${field}"); }`),
	]),
	...CONSTANTS.map(
		({ file, numbers }) =>
			`export { ${Object.keys(numbers).map(constantName).join(', ')} } from './${KERNEL}/${file}';`,
	),
].join('\n');

let probe: Record<string, WebAssembly.ExportValue>;

beforeAll(async () => {
	let binary: Uint8Array<ArrayBuffer> | undefined;
	const { error, stderr } = await asc.main(
		['probe.ts', '--outFile', 'probe.wasm', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='],
		{
			readFile: (name) => {
				if (name === 'probe.ts') return PROBE;
				try {
					return readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
				} catch {
					return null; // the compiler looks in several places
				}
			},
			writeFile: (_, contents) => {
				if (typeof contents !== 'string') binary = Uint8Array.from(contents);
			},
			listFiles: () => [],
		},
	);
	if (error || !binary) throw new Error(`the probe does not compile: ${stderr}`);
	probe = (await WebAssembly.instantiate(binary)).instance.exports;
}, 30_000);

describe.each(RECORDS)('the record $record', ({ record, fields, bytes }) => {
	const offset = (field: string) => (probe[`${record}_${field}`] as () => number)(); // the probe exports one a field

	test('has every field where the kernel reads it', () => {
		const written = fields.map((field, index) => [field, index * bytes]);
		expect(written).toEqual(fields.map((field) => [field, offset(field)]));
	});

	test('has no field that the host does not write', () => {
		expect(fields.length * bytes).toBe(offset('size'));
	});
});

test.each(CONSTANTS)('the numbers of $file.ts are those that the host writes', ({ numbers }) => {
	const inKernel = Object.keys(numbers).map((name) => {
		const constant = probe[constantName(name)] as WebAssembly.Global; // the probe exports one a name
		return [name, constant.value];
	});
	expect(Object.fromEntries(inKernel)).toEqual(numbers);
});
