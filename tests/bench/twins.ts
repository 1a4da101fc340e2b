import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant, Timed } from './contestant.ts';
import type { Problem } from './problem.ts';

const execute = promisify(execFile);
const FLAGS = ['-O3', '-mavx2', '-mfma', '-ffast-math'];
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** The first line that a program says of its version, or null where there is no such program. */
export function version(program: string, ...args: string[]): string | null {
	try {
		return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')[0] ?? '';
	} catch {
		return null;
	}
}

export const compiler = ['cc', 'gcc', 'clang'].find((name) => version(name, '--version') !== null) ?? null;
export const numpyVersion = version('python3', '-c', 'import numpy; print(numpy.__version__)');

/** Programs of their own that read a problem from a file and print what they measured; `folder` is for their files. */
export function twins(folder: string): { c: Contestant; numpy: Contestant; numpy64: Contestant } {
	const twin = (name: string, command: () => readonly [string, ...string[]] | string): Contestant => ({
		name,
		prepare(problem) {
			const found = command();
			if (typeof found === 'string') return found;
			const [program, ...first] = found;
			const file = join(folder, `${problem.name.replaceAll(/\W+/g, '-')}.bin`);
			writeFileSync(file, twinFile(problem));
			return (epochs) => measured(program, [...first, file, String(epochs)]);
		},
	});
	return {
		c: twin('C, AVX2 FMA -ffast-math', () => (compiler ? [compile(compiler, folder)] : 'missing: no C compiler here')),
		numpy: twin('NumPy, float32', () => numpyTwin('float32')),
		numpy64: twin('NumPy, float64 as the notebook', () => numpyTwin('float64')),
	};
}

const numpyTwin = (precision: string) =>
	numpyVersion ? (['python3', 'tests/bench/numpy_twin.py', precision] as const) : 'missing: no python3 with numpy here';

function compile(program: string, folder: string): string {
	const binary = join(folder, 'twin');
	execFileSync(program, [...FLAGS, '-o', binary, 'tests/bench/twin.c', '-lm']);
	return binary;
}

async function measured(program: string, args: string[]): Promise<Timed> {
	const { stdout } = await execute(program, args, { env: { ...process.env, ...ONE_THREAD } });
	const [microseconds = Number.NaN, squaredNorm = Number.NaN] = stdout.trim().split(' ').map(Number);
	return { microseconds, squaredNorm };
}

/**
 * A problem as the twins read it: int32 m, softmax, layers and the widths; float32 learning rate,
 * decay, X as [features][m], y, and the parameters W₀, b₀ …, W as [out][in].
 */
function twinFile({ m, softmax, widths, learningRate, decay, X, y, parameters }: Problem): Uint8Array {
	const features = widths[0] ?? 0;
	const byFeature = Float32Array.from(X, (_, i) => X[(i % m) * features + Math.floor(i / m)] ?? 0);
	const parts = [
		Int32Array.of(m, softmax ? 1 : 0, widths.length - 1, ...widths),
		Float32Array.of(learningRate, decay),
		byFeature,
		y,
		parameters,
	];
	return Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
}
