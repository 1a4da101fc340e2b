import { escapeHtml } from './escapeHtml.ts';

/**
 * `<progress-bar>` as markup, as the build and the browser both make it: a bar, and words beside it. It keeps its room while it
 * is hidden.
 *
 * @param label what the bar counts, for those who cannot see it
 * @param prefix of the names of its parts, `progress` and `count`
 */
export const progressBarHtml = (label: string, prefix = ''): string =>
	`<progress-bar data-part="${prefix}progress"><progress max="1" value="0" aria-label="${escapeHtml(label)}"></progress><span data-part="${prefix}count"></span></progress-bar>`;
