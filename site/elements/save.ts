/** Gives a text to the reader as a file. */
export function saveText(name: string, type: string, text: string): void {
	save(name, new Blob([text], { type }));
}

/** Pixels of a saved picture to one of the screen. */
export const PICTURE_SCALE = 2;
/** Around and between drawings, in pixels of the screen. */
const MARGIN = 16;

/** Gives drawings to the reader as one PNG file, under each other on the page's own paper. */
export async function saveCanvases(name: string, drawings: readonly HTMLCanvasElement[]): Promise<void> {
	const margin = MARGIN * PICTURE_SCALE;
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(...drawings.map(({ width }) => width)) + 2 * margin;
	canvas.height = drawings.reduce((sum, { height }) => sum + height + margin, margin);
	const context = canvas.getContext('2d');
	if (!context) return;
	context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
	context.fillRect(0, 0, canvas.width, canvas.height);
	let y = margin;
	for (const drawing of drawings) {
		context.drawImage(drawing, margin, y);
		y += drawing.height + margin;
	}
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
	if (blob) save(name, blob);
}

/** Copies a text; false where the browser does not allow it, as without HTTPS. */
export const copyText = (text: string): Promise<boolean> =>
	navigator.clipboard?.writeText(text).then(
		() => true,
		() => false,
	) ?? Promise.resolve(false);

function save(name: string, blob: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
