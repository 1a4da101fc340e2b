/** Text as it may stand in an element or between double quotes in an attribute. */
export const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
