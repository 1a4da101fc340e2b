/** Gives a text to the reader as a file. */
export function saveText(name: string, type: string, text: string): void {
	save(name, new Blob([text], { type }));
}

/** Gives a drawing to the reader as a PNG file, on the page's own paper, twice as fine as on the screen. */
export async function saveCanvas(name: string, drawing: HTMLCanvasElement | SVGSVGElement | null): Promise<void> {
	if (!drawing) return;
	const { width, height } = drawing.getBoundingClientRect();
	const scale = 2;
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [width * scale, height * scale];
	const context = canvas.getContext('2d');
	if (!context) return;
	context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(
		drawing instanceof SVGSVGElement ? await picture(drawing) : drawing,
		0,
		0,
		canvas.width,
		canvas.height,
	);
	canvas.toBlob((blob) => blob && save(name, blob));
}

/** Several drawings under each other as one PNG file, each under what it shows. */
export async function saveDrawings(name: string, drawings: readonly SVGSVGElement[]): Promise<void> {
	const scale = 2;
	const title = 28;
	const places = drawings.map((drawing) => ({ drawing, ...sizeOf(drawing) }));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(...places.map(({ width }) => width)) * scale;
	canvas.height = places.reduce((sum, { height }) => sum + height + title, 0) * scale;
	const context = canvas.getContext('2d');
	if (!context) return;
	context.scale(scale, scale);
	const { backgroundColor, color } = getComputedStyle(document.body);
	context.fillStyle = /^rgba?\(0, 0, 0, 0\)$|transparent/.test(backgroundColor)
		? getComputedStyle(document.documentElement).backgroundColor
		: backgroundColor;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.fillStyle = color;
	context.font = '600 14px system-ui, sans-serif';
	let y = 0;
	for (const { drawing, width, height } of places) {
		context.fillText(drawing.getAttribute('aria-label') ?? '', 8, y + 19);
		context.drawImage(await picture(drawing), 0, y + title, width, height);
		y += height + title;
	}
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
	if (blob) save(name, blob);
}

const sizeOf = (drawing: SVGSVGElement) => {
	const { width, height } = drawing.getBoundingClientRect();
	return { width, height };
};

/** Copies a text; false where the browser does not allow it, as without HTTPS. */
export const copyText = (text: string): Promise<boolean> =>
	navigator.clipboard?.writeText(text).then(
		() => true,
		() => false,
	) ?? Promise.resolve(false);

/** An SVG with the page's styles written into it, since as a picture it stands alone. */
async function picture(svg: SVGSVGElement): Promise<HTMLImageElement> {
	const copy = svg.cloneNode(true) as SVGSVGElement; // a clone is what it is a clone of
	const { width, height } = svg.getBoundingClientRect();
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('width', String(width));
	copy.setAttribute('height', String(height));
	const originals = svg.querySelectorAll<SVGElement>('*');
	for (const [i, element] of [...copy.querySelectorAll<SVGElement>('*')].entries()) {
		const original = originals[i];
		if (!original) continue;
		const style = getComputedStyle(original);
		for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font', 'text-anchor']) {
			element.style.setProperty(name, style.getPropertyValue(name));
		}
	}
	const image = new Image();
	image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
	await image.decode();
	return image;
}

function save(name: string, blob: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
