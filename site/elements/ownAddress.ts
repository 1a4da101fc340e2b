import { EXAMPLE_ORIGIN } from '../sources.ts';

/** Puts the page's own origin into the examples of a build that did not know it: who copies one asks this deployment. */
for (const code of document.querySelectorAll('[data-own-address]')) {
	code.textContent = (code.textContent ?? '').replaceAll(EXAMPLE_ORIGIN, location.origin);
}
