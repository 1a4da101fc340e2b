import { escapeHtml } from '../html/escapeHtml.ts';

/** A description of the API, in which names stand between backticks, as markup. */
export const proseHtml = (description: string): string =>
	escapeHtml(description).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
