import type { Text } from '../language.ts';
import type { Conversion } from '../schema/conversion.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import { LAMBDA } from './exactness.ts';
import { libraries } from './libraries.ts';
import { OWN_ENGINE, WRITTEN_BY_THE_USER } from './library.ts';

/** What a code's own library does with the intercept. */
export type Intercept = 'penalized' | 'free';

/** What is said of a decay that shows it. */
interface Said {
	optimizer: unknown;
	covers: string;
	notes: readonly { code: string }[];
}

/** What becomes of the intercept of a code whose library fits one; null where the code may do either, or has none. */
export function interceptOf(row: LibraryId | typeof LAMBDA | null, said: Said, code: string): Intercept | null {
	if (row === null || row === LAMBDA || said.optimizer) return null;
	const { losses, penalizesBiases } = libraries[row];
	if (losses === WRITTEN_BY_THE_USER || /intercept *= *F/.test(code)) return null;
	if (said.notes.some((one) => one.code === 'decays-biases')) return 'penalized';
	return !penalizesBiases && said.covers === 'weights' ? 'free' : null;
}

/** Spellings beside a code's intercept: those whose library does otherwise with it are not exact. */
export function besideIntercept<Every extends Pick<Conversion, 'equivalents'>>(
	every: Every,
	from: string,
	intercept: Intercept,
	language: keyof Text,
): Every {
	const differs = (library: LibraryId) => {
		const { penalizesBiases, losses, checked } = libraries[library];
		return intercept === 'penalized'
			? !penalizesBiases && checked.version !== OWN_ENGINE
			: penalizesBiases && losses !== WRITTEN_BY_THE_USER;
	};
	const equivalents = every.equivalents.map((row) =>
		row.exact && row.library !== from && differs(row.library)
			? { ...row, exact: false, reasonCode: 'another-intercept' as const, reason: REASONS[intercept][language] }
			: row,
	);
	return { ...every, equivalents };
}

const REASONS: Record<Intercept, Text> = {
	penalized: {
		en: 'Differs: your intercept is penalized, this one’s is not.',
		zh: '有差别：你的截距受惩罚，这里的截距不受惩罚。',
	},
	free: {
		en: 'Differs: your intercept is not penalized, this one’s is.',
		zh: '有差别：你的截距不受惩罚，这里的截距受惩罚。',
	},
};
