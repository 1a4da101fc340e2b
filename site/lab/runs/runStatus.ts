import { resolve } from '../../../src/engine/resolve.ts';
import { explain } from '../../../src/explain/explain.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { fieldLabel } from '../form/fieldLabel.ts';
import type { LiveRun } from '../training/liveRun.ts';

/** What there is to say of a run beside its numbers: why it does not train, or how it ended; '' where it goes on to its last epoch. */
export function statusOf(
	{ spec, errors, failure, result }: Pick<LiveRun, 'spec' | 'errors' | 'failure' | 'result'>,
	language: Language,
): string {
	const text = LAB_TEXT[language];
	const number = (value: number) => formatCount(value, language);
	if (failure !== null) return text.failed(failure);
	if (spec === null)
		return text.refusedBecause(errors.map(({ path, message }) => text.problem(fieldLabel(path, language), message)));
	if (result?.divergedAt !== undefined) {
		const cause = explain(resolve(spec)).findings.find(({ severity }) => severity === 'error');
		return text.diverged(number(result.divergedAt), cause?.message[language] ?? null);
	}
	if (result?.stoppedAt === undefined) return '';
	return text.stopped(number(result.stoppedAt), number(spec.regularizers.earlyStopping?.patience ?? 0));
}
