/** What a visitor can choose; `system` leaves it to the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Where the choice is remembered; `initial.js` reads the same key before the first paint. */
const KEY = 'theme';

/** The remembered choice, `system` without one. */
export function rememberedTheme(): Theme {
	const { theme } = document.documentElement.dataset;
	return THEMES.find((one) => one === theme) ?? 'system';
}

/** Shows a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
	try {
		localStorage.setItem(KEY, theme);
	} catch {
		// Storage may be forbidden; the theme then lasts as long as the page.
	}
}

/** Calls back when the colours on the page change, by choice, by the device or for the printer. */
export function onThemeChange(changed: () => void, signal: AbortSignal): void {
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	signal.addEventListener('abort', () => observer.disconnect());
	for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']) {
		matchMedia(query).addEventListener('change', changed, { signal });
	}
}
