import { resolve } from '../../../src/engine/resolve.ts';
import { explain } from '../../../src/explain/explain.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { fieldLabel } from '../form/fieldLabel.ts';

/** What a spec implies before it trains: the quantities that follow from it, and what there is to say of them. */
export function findingsHtml(spec: RunSpec, language: Language): string {
	const text = LAB_TEXT[language];
	const { derived, findings } = explain(resolve(spec));
	const isLess = spec.regularizers.earlyStopping !== null;
	const names = Object.keys(text.derived) as (keyof typeof text.derived)[];
	const numbers = names.flatMap((name) => {
		const value = derived[name];
		return value === null
			? []
			: [
					`<div><dt>${escapeHtml(isLess && name === 'steps' ? text.atMost(text.derived[name]) : text.derived[name])}</dt><dd>${escapeHtml(formatInProse(value, { language }))}</dd></div>`,
				];
	});
	const said = findings.map(
		({ severity, message, code }) =>
			`<li class="finding" data-severity="${severity}" data-code="${code}"><b>${escapeHtml(text.severity[severity])}</b> ${escapeHtml(message[language])}</li>`,
	);
	return `<dl class="derived">${numbers.join('')}</dl>${said.length > 0 ? `<ul>${said.join('')}</ul>` : `<p>${text.nothingFound}</p>`}`;
}

/** Why a spec cannot train, in the place of what it would imply. */
export function refusalHtml(errors: readonly FieldError[], language: Language): string {
	const text = LAB_TEXT[language];
	const items = errors.map(
		({ path, message }) => `<li>${escapeHtml(text.problem(fieldLabel(path, language), message))}</li>`,
	);
	return `${text.refused}<ul>${items.join('')}</ul>`;
}
