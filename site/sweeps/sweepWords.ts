import { ApiError, UnreachableError } from '../../src/client/errors.ts';
import type { Language } from '../../src/language.ts';
import { formatCount } from '../../src/numberFormat.ts';
import type { SweepStatus } from '../../src/schema/sweepAnswers.ts';
import { messageOf } from '../elements/messageOf.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** How a sweep stands, in a sentence. @param diverged cells that did */
export function statusWords(
	{ status, cells }: Pick<SweepStatus, 'status' | 'cells'>,
	diverged: number,
	language: Language,
): string {
	const text = SWEEPS_TEXT[language];
	const number = (value: number) => formatCount(value, language);
	const [done, total, trained] = [number(cells.done), number(cells.total), number(cells.trained)] as const;
	const lost = diverged === 0 ? null : number(diverged);
	switch (status) {
		case 'running':
			return text.running(done, total, trained, lost);
		case 'done':
			return text.done(total, trained, lost, cells.failed === 0 ? null : number(cells.failed));
		case 'stopped':
			return text.stopped(done, total, lost);
	}
}

/** Why a request for a sweep came to nothing, in a sentence; what the API says of it is in English. */
export function failureWords(error: unknown, language: Language): string {
	if (error instanceof UnreachableError) return SWEEPS_TEXT[language].unreachable;
	const reason = error instanceof ApiError ? error.problem.detail : messageOf(error);
	return SWEEPS_TEXT[language].failed(reason);
}
