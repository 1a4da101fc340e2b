import { beforeAll, describe, expect, test } from 'vitest';
import { host, train } from '../../../scripts/nodeHost.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { exportRun } from '../../../src/export/exportRun.ts';
import { EXPORT_TARGETS, type ExportTarget } from '../../../src/export/refusals.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { expectClose } from '../expectClose.ts';
import { anyPython, parsePython, pythonWith, runPython } from './python.ts';
import { REFUSED, SPECS } from './specs.ts';

/** The runs that a library can express, with their programs. */
async function programsFor(target: ExportTarget) {
	const exported = await Promise.all(
		Object.entries(SPECS).map(async ([name, input]) => {
			const program = await exportRun(resolve(canonical(input)), target, host.tables);
			return program.ok ? [{ name, input, code: program.code }] : [];
		}),
	);
	return exported.flat();
}

const PROGRAMS = {
	pytorch: await programsFor('pytorch'),
	keras: await programsFor('keras'),
	'scikit-learn': await programsFor('scikit-learn'),
};
const programs = (target: ExportTarget) => PROGRAMS[target];

const python = anyPython();

test.skipIf(python === null)('every program parses', () => {
	for (const target of EXPORT_TARGETS)
		parsePython(
			python ?? '',
			programs(target).map(({ code }) => code),
		);
});

test('Keras expresses most runs', () => expect(programs('keras').length).toBeGreaterThanOrEqual(25));

// Keras is not in Debian, so that its programs are only parsed.
describe.each([
	{ target: 'pytorch', module: 'torch', least: 30 },
	{ target: 'scikit-learn', module: 'sklearn', least: 14 },
] as const)('$target', ({ target, module, least }) => {
	const program = pythonWith(module);
	const all = programs(target);
	let printed: string[] = [];

	test('expresses most runs', () => expect(all.length).toBeGreaterThanOrEqual(least));

	describe.skipIf(program === null)(`run with ${module}`, () => {
		beforeAll(() => {
			printed = runPython(
				program ?? '',
				all.map(({ code }) => code),
			);
		}, 120_000);

		test.each(all.map(({ name, input }, index) => ({ name, input, index })))(
			'$name: the same losses',
			async ({ input, index }) => {
				const { trace } = await train(canonical(input));
				const theirs = JSON.parse(printed[index] ?? '');
				expect(theirs.epoch).toEqual(trace.epoch);
				for (const [i] of trace.epoch.entries()) {
					expectClose(theirs.dataLoss[i], trace.dataLoss[i], 1e-3);
					expectClose(theirs.objective[i], trace.objective[i], 1e-3);
				}
			},
		);
	});
});

test.each(REFUSED)('$target refuses $path, with its reason', async ({ target, path, spec }) => {
	const exported = await exportRun(resolve(canonical(spec)), target, host.tables);
	if (exported.ok) throw new Error('it was exported');
	expect(exported.refusals.map((refusal) => refusal.path)).toContain(path);
	for (const { message } of exported.refusals) expect(message.length).toBeGreaterThan(20);
});
