import { at } from '../at.ts';
import type { StudyCase } from './design.ts';
import { meanCurve } from './moves.ts';
import type { CaseTable } from './table.ts';

type Losses = CaseTable['test'];

/** A case as it is committed: losses in whole units, so that the least mean loss has four digits. */
export interface CaseCells extends StudyCase {
	lambdas: number[];
	unconverged: number;
	/** A loss is a number of `validation` or `test` times this, a power of ten. */
	unit: number;
	/** [m][λ][seed]; null where a run diverged. */
	validation: Losses;
	test: Losses;
}

/** Losses above this many units are that many: nothing near them is ever chosen. */
const MOST_UNITS = 9_999_999;
const DIGITS = 4;

/** A case in whole units. */
export function toCells({ validation, test, unconverged, ...rest }: CaseTable): CaseCells {
	const least = Math.min(...validation.flatMap((_, size) => meanCurve(validation, size)));
	const unit = Number(`1e${Math.floor(Math.log10(least)) + 1 - DIGITS}`);
	const inUnits = (losses: Losses): Losses => eachLoss(losses, (loss) => toUnits(loss, unit));
	const share = Number(unconverged.toFixed(3));
	return { ...rest, unconverged: share, unit, validation: inUnits(validation), test: inUnits(test) };
}

/** A loss of one run in whole units. */
export const toUnits = (loss: number, unit: number): number => Math.min(MOST_UNITS, Math.round(loss / unit));

/** The table that cells hold. */
export function fromCells({ unit, validation, test, ...rest }: CaseCells): CaseTable {
	const digits = -Math.round(Math.log10(unit));
	const inLosses = (losses: Losses): Losses => eachLoss(losses, (units) => Number(`${units}e${-digits}`));
	return { ...rest, validation: inLosses(validation), test: inLosses(test) };
}

/** The loss of a run in the cells; null where it diverged. */
export function cellAt({ lambdas, validation, test }: CaseCells, size: number, lambda: number, seed: number) {
	const index = lambdas.indexOf(lambda);
	const read = (losses: Losses) => at(at(at(losses, size), index), seed);
	return { validation: read(validation), test: read(test) };
}

const eachLoss = (losses: Losses, change: (loss: number) => number): Losses =>
	losses.map((ofSize) => ofSize.map((ofLambda) => ofLambda.map((loss) => (loss === null ? null : change(loss)))));
