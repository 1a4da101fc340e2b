/**
 * Settles once the browser has painted what it has parsed: what is loaded then takes neither the network nor the
 * processor from a page's first picture. A page that is not seen paints nothing, and waits for no picture.
 */
export const oncePainted = (): Promise<void> =>
	new Promise((painted) => {
		if (document.hidden) painted();
		else requestAnimationFrame(() => setTimeout(painted)); // the task that comes after the frame
	});
