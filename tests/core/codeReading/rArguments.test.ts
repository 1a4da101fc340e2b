import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { wholeName } from '../../../src/codeReading/rArguments.ts';

/** Where R has each function, and the arguments of it that are read. */
const READ: Record<string, { of: readonly string[]; names: readonly string[] }> = {
	glmnet: { of: ['glmnet::glmnet'], names: ['alpha', 'family', 'weights'] },
	'cv.glmnet': { of: ['glmnet::cv.glmnet', 'glmnet::glmnet'], names: ['alpha', 'family', 'weights'] },
	'lm.ridge': { of: ['MASS::lm.ridge'], names: ['lambda'] },
	nnet: {
		of: ['nnet:::nnet.formula', 'nnet:::nnet.default'],
		names: ['decay', 'linout', 'entropy', 'softmax'],
	},
	multinom: { of: ['nnet::multinom', 'nnet:::nnet.default'], names: ['decay'] },
};
const CUT = Object.entries(READ).flatMap(([name, { of, names }]) =>
	names.flatMap((whole) => [...whole].map((_, end) => ({ name, of, whole, written: whole.slice(0, end + 1) }))),
);
/** The argument that R takes a part of a name for: of the first function that has one; '-' where several begin so. */
const PROGRAM = `taken <- function(written, of) {
	for (f in of) {
		names <- setdiff(names(formals(f)), "...")
		if (written %in% names) return(written)
		found <- names[startsWith(names, written)]
		if (length(found) > 0) return(if (length(found) == 1) found else "-")
	}
	"-"
}
`;

test('the beginning of the name of an argument is it where R takes it for it, and nowhere else', { timeout: 60_000 }, ({
	skip,
}) => {
	const asked = CUT.map(({ of, written }) => `cat(taken("${written}", list(${of.join(', ')})), "\\n")`);
	const { error, status, stdout, stderr } = spawnSync('Rscript', ['-'], {
		input: PROGRAM + asked.join('\n'),
		encoding: 'utf8',
	});
	if (error || /there is no package/.test(stderr)) skip('R or a package of it is not installed');
	expect(status, stderr).toBe(0);
	const taken = stdout.trim().split('\n');
	expect(taken.length).toBe(CUT.length);
	for (const [index, { name, whole, written }] of CUT.entries()) {
		const isTaken = taken[index]?.trim() === whole;
		expect(`${name} ${written}: ${wholeName(name, written) === whole}`).toBe(`${name} ${written}: ${isTaken}`);
	}
});
