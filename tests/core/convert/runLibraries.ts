/** Python's and R's libraries, run on the sample problem: one process of each interpreter for all cases. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { LibraryId } from '../../../src/schema/libraryIds.ts';
import type { Loss } from '../../../src/schema/losses.ts';
import { targets, X } from './sampleProblem.ts';

/** What a library is to be trained with. */
export interface Fit {
	name: string;
	library: LibraryId;
	loss: Loss;
	batchSize: number;
	value: number;
	/** Whether it is one step from weights of 1, without a gradient, and not a training. */
	isOneStep: boolean;
}

/** What was found, by the name of the case. */
export type Found = Record<string, number[]>;

/** Two groups of unequal size, for a tree of two leaves. */
export const group = X.map((_, i) => (i % 3 === 0 ? 1 : 0));

/** The libraries that R is asked for; the others are Python's. */
const IN_R: readonly LibraryId[] = ['glmnet-binomial', 'glmnet-gaussian', 'glmnet-lasso', 'r-nnet', 'r-lm-ridge'];

/** Without R, with a package missing, or without NumPy. */
const NOT_INSTALLED = /ENOENT|No module named '?numpy|there is no package called/;

/**
 * Trains each case in its library. A library that is not installed leaves its cases out; in CI, which installs them,
 * an interpreter without its libraries is an error.
 */
export async function runLibraries(fits: readonly Fit[]): Promise<Found> {
	const ofPython = fits.filter(({ library }) => !IN_R.includes(library));
	const [found, ...answers] = await Promise.all([
		runR(fits.filter(({ library }) => IN_R.includes(library))),
		runPython('python3', ofPython),
		runPython('/usr/bin/python3', ofPython),
	]);
	for (const answer of answers.sort((a, b) => Object.keys(a).length - Object.keys(b).length)) {
		Object.assign(found, answer);
	}
	const missing = ['sklearn-ridge', 'pytorch-sgd', 'statsmodels', 'xgboost-gblinear', 'r-nnet'].filter(
		(library) => !fits.some((one) => one.library === library && one.name in found),
	);
	if (process.env.CI && missing.length > 0)
		throw new Error(`not installed, though .ci/run does: ${missing.join(', ')}`);
	return found;
}

async function runPython(python: string, cases: readonly Fit[]): Promise<Found> {
	const answer = await run([python, 'libraries.py'], JSON.stringify({ X, targets, group, cases }));
	return answer === null ? {} : JSON.parse(answer);
}

async function runR(cases: readonly Fit[]): Promise<Found> {
	const lines = [
		...X.map((row) => ['row', ...row]),
		...Object.entries(targets).map(([loss, y]) => ['targets', loss, ...y]),
		...cases.map(({ name, library, loss, value }) => ['case', name, library, loss, value]),
	];
	const answer = await run(['Rscript', 'libraries.R'], lines.map((line) => line.join('\t')).join('\n'));
	const rows = (answer ?? '').split('\n').filter((line) => line !== '');
	return Object.fromEntries(
		rows.map((line) => {
			const [name = '', ...weights] = line.split('\t');
			return [name, weights.map(Number)];
		}),
	);
}

/** What a program of this folder prints; null where what it needs is not installed. */
function run([interpreter, file]: readonly [string, string], input: string): Promise<string | null> {
	return new Promise((resolve, reject) => {
		const child = execFile(interpreter, [join(import.meta.dirname, file)], (error, stdout, stderr) => {
			if (!error) resolve(stdout);
			else if (NOT_INSTALLED.test(`${error.message}${stderr}`)) resolve(null);
			else reject(new Error(stderr));
		});
		child.stdin?.on('error', () => {}); // an interpreter that ended early says why on stderr
		child.stdin?.end(input);
	});
}
