/**
 * Leaves out the links that have every part of the Lab's script come at once: it comes after the page's first picture, and a
 * phone that asks for forty files in one task answers nothing meanwhile. Astro has a setting of its own for all pages, which
 * the configuration itself cannot change.
 */
export const lateParts = () => ({
	name: 'late-parts',
	/** @param {string} name of Vite's environment */
	configEnvironment: (name) =>
		name === 'client' ? { build: { modulePreload: { polyfill: false, resolveDependencies } } } : undefined,
});

/** @param {string} _file @param {string[]} parts @param {{ hostId: string }} host which imports them */
const resolveDependencies = (_file, parts, { hostId }) => (hostId.includes('LabPage') ? [] : parts);
