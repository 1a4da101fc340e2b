import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { progressBarHtml } from '../../html/progressBarHtml.ts';
import { boundarySvg, type Panel } from '../../pictures/boundary/boundarySvg.ts';
import { isEven } from '../../pictures/boundary/isEven.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { lossesHtml } from './lossesHtml.ts';
import { normShare } from './normShare.ts';

/** What the build draws of a run that the page opens on. */
export interface Drawn {
	key: number;
	name: string;
	coefficient: string;
	panel: Panel;
	/** Over its whole training. */
	largestNorm: number;
	measured: Record<'dataLoss' | 'testLoss' | 'objective' | 'weightNorm', number | null>;
}

/** A run's card with room for its picture, as the browser makes it. */
export const cardHtml = (key: number, language: Language): string =>
	html(key, LAB_TEXT[language].run(key), null, 1, language);

/** The same with what the page opens on. @param normEnd where the bars of all end */
export const drawnCardHtml = (drawn: Drawn, normEnd: number, language: Language): string =>
	html(drawn.key, drawn.name, drawn, normEnd, language);

/** Its parts, which are broken between and not within where there is room for them. */
export const nameHtml = (name: string): string =>
	name
		.split(/(?<=, )|(?<=，)/)
		.map((part) =>
			part.endsWith(' ') ? `<span>${escapeHtml(part.trimEnd())}</span> ` : `<span>${escapeHtml(part)}</span>`,
		)
		.join('');

function html(key: number, name: string, drawn: Drawn | null, normEnd: number, language: Language): string {
	const text = LAB_TEXT[language];
	const { panel, measured = null } = drawn ?? {};
	const norm = measured?.weightNorm ?? null;
	const end = formatInProse(normEnd, { language });
	const isNothing = panel ? isEven(panel.boundary.probability) : false;
	return [
		`<article class="run-card" data-own="${key}" data-key="${key}"${drawn ? ` data-largest-norm="${drawn.largestNorm.toPrecision(3)}"` : ''}>`,
		`<header><h3><button type="button" data-select="${key}" aria-pressed="false"><span class="badge">${key}</span> <span data-part="name">${nameHtml(name)}</span><small data-part="coefficient" title="${text.coefficientHelp}">${drawn?.coefficient ?? ''}</small></button></h3>${actionHtml('add', key, text.addOf(key))}${actionHtml('remove', key, text.removeOf(key))}${actionHtml('enlarge', key, text.enlargeOf(key))}${actionHtml('beside', key, text.besideOf(key))}</header>`,
		`<div class="boundary-picture" data-part="boundary"><canvas width="1" height="1" role="img" aria-label="${text.boundary}"></canvas><div data-part="marks">${panel ? boundarySvg(panel) : ''}</div></div>`,
		'<div class="weights-picture" data-part="weights" hidden></div>',
		`<p class="losses" data-part="losses">${lossesHtml(measured, language)}</p>`,
		`<p class="norm${isNothing ? ' has-words' : ''}" title="${text.normScale(end)}"><span class="of-norm">${text.norms} <small data-part="norm-end">${text.normsScale(end)}</small></span><span class="beside-norm"><span class="picture-words" data-part="words">${isNothing ? text.isEven : ''}</span><svg class="norm-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect data-part="norm" width="${normShare(norm, normEnd).toFixed(1)}" height="8"/></svg></span><b data-part="norm-number">${norm === null ? '–' : formatInProse(norm, { language })}</b></p>`,
		'<p class="run-status" data-part="status" aria-live="polite"></p>',
		`${progressBarHtml(text.edgeLabel, 'edge-')}<p class="edge" data-part="edge" aria-live="polite"></p>`,
		'</article>',
	].join('');
}

const SIGNS = {
	add: 'M2.5 2.5h7v7h-7zM6.5 9.5v4h7v-7h-4',
	remove: 'M4 4l8 8M12 4l-8 8',
	enlarge: 'M9 2.5h4.5V7M13.5 2.5l-5 5M7 13.5H2.5V9M2.5 13.5l5-5',
	beside: 'M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5H9z',
} as const;

/** A small button of one run's own. */
const actionHtml = (action: keyof typeof SIGNS, key: number, label: string): string =>
	`<button type="button" class="of-run" data-action="${action}" data-of="${key}" aria-label="${label}" title="${label}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SIGNS[action]}"/></svg></button>`;
