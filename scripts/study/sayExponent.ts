import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Estimate } from '../../src/statistics.ts';
import { analyseCase } from '../../src/study/analyse.ts';
import { nameOf } from '../../src/study/design.ts';
import type { Study } from '../../src/study/readStudy.ts';
import type { CaseTable } from '../../src/study/table.ts';

const STUDY = join(import.meta.dirname, '../../src/data/real/study.json');

/** p of a case trained on other seeds, beside the committed one and whether it lies in its interval. */
export async function sayExponent(table: CaseTable): Promise<string> {
	const { cases } = JSON.parse(await readFile(STUDY, 'utf8')) as Study; // `npm run study` wrote it
	const { exponent } = analyseCase(table);
	const committed = cases.find((each) => nameOf(each) === nameOf(table))?.exponent ?? null;
	if (!exponent || !committed) return `${nameOf(table)}: p ${shown(exponent)}, committed ${shown(committed)}`;
	const { low = Number.NaN, high = Number.NaN } = committed;
	const place = exponent.value < low ? 'below' : exponent.value > high ? 'above' : 'within';
	return `${nameOf(table)}: p ${shown(exponent)}, ${place} the committed ${shown(committed)}`;
}

const shown = (estimate: Estimate | null) =>
	estimate
		? `${estimate.value.toFixed(2)} [${estimate.low?.toFixed(2)}, ${estimate.high?.toFixed(2)}]`
		: 'none: a best λ is at an end';
