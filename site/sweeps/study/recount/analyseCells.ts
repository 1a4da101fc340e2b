import { exponentOf } from '../../../../src/study/analyse.ts';
import { type CaseCells, fromCells } from '../../../../src/study/cells.ts';
import type { StudyCase } from '../../../../src/study/design.ts';
import { type CasePicture, pictureOf } from '../../../../src/study/pictures.ts';
import { type CaseSummary, roundExponent } from '../../../../src/study/summary.ts';

/** What the page shows of a case, and its exponent p of λ* ∝ m^p. */
export interface CaseNumbers {
	picture: CasePicture;
	exponent: CaseSummary['exponent'];
}

/** The numbers of a case from the losses of its runs, as `npm run study -- --analyse` computes them. @throws RangeError where the cells have no such case */
export function analyseCells(all: readonly CaseCells[], { task, model, optimizer }: StudyCase): CaseNumbers {
	const cells = all.find((each) => each.task === task && each.model === model && each.optimizer === optimizer);
	if (!cells) throw new RangeError(`the losses have no "${task} ${model} ${optimizer}"`);
	const table = fromCells(cells);
	const exponent = exponentOf(table);
	return { picture: pictureOf(table), exponent: exponent && roundExponent(exponent) };
}
