import { whenNear } from '../../elements/whenNear.ts';

/** Fetches what makes a figure alive when one of its elements comes near the screen, so that a page begins with none of it. */
export function loadNear(element: string, load: () => Promise<unknown>): void {
	const isLoaded = new AbortController();
	for (const place of document.querySelectorAll<HTMLElement>(element)) {
		whenNear(
			place,
			() => {
				isLoaded.abort();
				void load();
			},
			isLoaded.signal,
		);
	}
}
