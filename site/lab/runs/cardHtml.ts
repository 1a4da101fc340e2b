import type { Language } from '../../../src/language.ts';
import { progressBarHtml } from '../../html/progressBarHtml.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/** Pixels of a side of a boundary; the screen makes them larger. */
export const BOUNDARY_PIXELS = 160;

/** A run's card with room for its pictures, as the build and the browser both make it. */
export function cardHtml(key: number, language: Language): string {
	const text = LAB_TEXT[language];
	const side = `width="${BOUNDARY_PIXELS}" height="${BOUNDARY_PIXELS}"`;
	return [
		`<article class="run-card" data-own="${key}" data-key="${key}">`,
		`<h3><button type="button" data-select="${key}" aria-pressed="false"><span class="badge">${key}</span> ${text.run(key)}</button></h3>`,
		'<p class="difference" data-part="difference"></p>',
		'<div class="pictures">',
		`<div data-part="boundary"><div class="boundary-picture"><canvas ${side} role="img" aria-label="${text.boundary}"></canvas><div data-part="marks"></div></div><span aria-hidden="true">${text.boundary}</span></div>`,
		'<div data-part="network"></div><div data-part="histogram"></div><div data-part="norms"></div>',
		'</div>',
		`<progress value="0" max="1" aria-label="${text.run(key)}"></progress>`,
		`<p class="run-status" data-part="status" aria-live="polite">${text.waiting}</p>`,
		`${progressBarHtml(text.edgeLabel, 'edge-')}<p class="edge" data-part="edge" aria-live="polite"></p>`,
		'</article>',
	].join('');
}
