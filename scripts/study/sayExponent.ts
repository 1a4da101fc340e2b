import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Exponent, exponentOf } from '../../src/study/analyse.ts';
import { nameOf } from '../../src/study/design.ts';
import { placeOf } from '../../src/study/otherSeeds.ts';
import type { Study } from '../../src/study/readStudy.ts';
import type { CaseTable } from '../../src/study/table.ts';
import { interval } from './format.ts';

const STUDY = join(import.meta.dirname, '../../src/data/real/study.json');

/** p of a case trained on other seeds beside the committed one: within its confidence interval, and where it put such a p. */
export async function sayExponent(table: CaseTable): Promise<string> {
	const { cases } = JSON.parse(await readFile(STUDY, 'utf8')) as Study; // `npm run study` wrote it
	const exponent = exponentOf(table);
	const committed = cases.find((each) => nameOf(each) === nameOf(table))?.exponent ?? null;
	const said = `${nameOf(table)}: p ${shown(exponent)}, committed ${shown(committed)}`;
	if (!exponent || !committed) return said;
	const { predicted } = committed;
	const asPredicted = `${placeOf(exponent.value, predicted)} [${predicted.low.toFixed(2)}, ${predicted.high.toFixed(2)}]`;
	return `${said}: ${placeOf(exponent.value, committed)} that interval, ${asPredicted}, where another 16 draws put p`;
}

const shown = (exponent: Exponent | null) =>
	exponent ? interval(exponent, 1, 2) : 'none: a best λ is 0 or at an end, or the grid leaves too much open';
