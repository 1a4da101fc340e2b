import { groupsWithoutDecay } from '../../src/codeAnswer/groups.ts';
import { libraries } from '../../src/convert/libraries.ts';
import type { Language } from '../../src/language.ts';
import { formatShortest, roundTo } from '../../src/numberFormat.ts';
import type { Equivalent } from '../../src/schema/conversion.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import { CONVERTER_TEXT } from '../text/converter/converterText.ts';
import { DIGITS } from './ownCall.ts';

/** Optimizers that PyTorch gives all parameters, biases among them. */
const ALL_PARAMETERS = /^(?:torch\.optim\.|timm\.optim\.|Lion)\w*\((model\.parameters\(\))/;

/** What a comment starts with, where that is no `#`. */
const COMMENTS: Partial<Record<LibraryId, string>> = {
	...{ convnetjs: '//', 'tf-playground': '//', 'tfjs-l2': '//', stan: '//' },
	...{ matlab: '%', 'octave-ridge': '%' },
};

/** Where the number of a code comes from. */
export interface Origin {
	/** λ, or what m makes of it. */
	lambda: number | string;
	/** Null where that is not known. */
	m: number | null;
	/** Whether no λ has its minimizer. */
	isBesideStep: boolean;
	/** Whether the code is the reader's own. */
	isOwn: boolean;
}

/** A call of the reader's own, and whether all parameters are in its reach as it stands. */
const CALL = /^[\w.:]+\([\s\S]*\)$/;
const REACHES_ALL = /\bparameters\(\)|^(?:\w+\.)*(?:keras|tf|optax)\.(?![\s\S]*mask)/;

/**
 * A library's code as it is copied: below a line that says of which λ, m and loss its number is, and with a group without decay for
 * the biases where the call would give them the weights' own. What else penalizes biases says so; a reader's own call stays as it is.
 */
export function copiedCode(
	{ library, loss, reasonCode, reason = '' }: Equivalent,
	code: string,
	origin: Origin,
	language: Language,
): string {
	const { lambda, m, isBesideStep, isOwn } = origin;
	if (isOwn && !CALL.test(code)) return code; // a line of a configuration
	const all = isOwn ? undefined : ALL_PARAMETERS.exec(code)?.[1];
	const from = all ? code.indexOf(all) : -1;
	const grouped = all ? groupsWithoutDecay(code, { from: 0, to: code.length }, { from, to: from + all.length }) : code;
	const text = CONVERTER_TEXT[language];
	const said = text.codeOf({
		lambda: typeof lambda === 'number' ? formatShortest(roundTo(lambda, DIGITS)) : lambda,
		m,
		loss: text.losses[loss],
		isBesideStep,
		condition: reasonCode === 'target-deviation-assumed' ? text.inexact[reasonCode] : '',
		hasBiases: libraries[library].penalizesBiases && grouped === code && (!isOwn || REACHES_ALL.test(code)),
	});
	const comment = COMMENTS[library] ?? '#';
	const differs = reasonCode === 'another-intercept' ? `${comment} ${reason}\n` : '';
	return `${comment} ${said}\n${differs}${grouped}`;
}
