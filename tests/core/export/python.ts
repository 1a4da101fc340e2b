import { execFileSync, spawnSync } from 'node:child_process';

/** Debian's Python first: its scikit-learn and PyTorch are what CI installs. */
const CANDIDATES = ['/usr/bin/python3', 'python3'];

const imports = (program: string, code: string) => spawnSync(program, ['-c', code], { stdio: 'ignore' }).status === 0;

/** A Python that has a module, or null. Under CI its absence is a failure. */
export function pythonWith(module: string): string | null {
	const found = CANDIDATES.find((program) => imports(program, `import ${module}`)) ?? null;
	if (found === null && process.env.CI === 'true') throw new Error(`no Python here can import ${module}`);
	return found;
}

/** Any Python at all. */
export const anyPython = (): string | null => CANDIDATES.find((program) => imports(program, 'pass')) ?? null;

const RUNNER = `
import contextlib, io, json, sys, warnings
warnings.simplefilter("ignore")
outputs = []
for source in json.load(sys.stdin):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "exported", "exec"), {"__name__": "__main__"})
    outputs.append(printed.getvalue())
json.dump(outputs, sys.stdout)
`;

/** Runs programs one after the other in one process, each in a namespace of its own; what each printed. */
export function runPython(program: string, sources: readonly string[]): string[] {
	return JSON.parse(execute(program, RUNNER, sources));
}

/** Parses programs; throws with Python's own words where one does not parse. */
export function parsePython(program: string, sources: readonly string[]): void {
	execute(program, 'import ast, json, sys\nfor source in json.load(sys.stdin): ast.parse(source)', sources);
}

const execute = (program: string, code: string, sources: readonly string[]) =>
	execFileSync(program, ['-c', code], {
		input: JSON.stringify(sources),
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
		env: { ...process.env, OMP_NUM_THREADS: '1' },
	});
