import { PICTURE_SCALE, saveCanvases } from '../../elements/save.ts';

/** Properties that an SVG element has from style sheets, which a picture of its own would not have. */
const PAINT = [
	'fill',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'stroke-linecap',
	'opacity',
	'fill-opacity',
	'stroke-opacity',
	'font',
	'text-anchor',
	'dominant-baseline',
	'visibility',
	'display',
	'paint-order',
	'vector-effect',
] as const;

/** Gives the drawings of a figure to the reader as one PNG: its canvases and SVG elements, where the page has them. */
export async function savePicture(name: string, picture: HTMLElement): Promise<void> {
	const frame = picture.getBoundingClientRect();
	const canvas = document.createElement('canvas');
	canvas.width = frame.width * PICTURE_SCALE;
	canvas.height = frame.height * PICTURE_SCALE;
	const context = canvas.getContext('2d');
	if (!context) return;
	context.scale(PICTURE_SCALE, PICTURE_SCALE);
	for (const drawing of picture.querySelectorAll<HTMLCanvasElement | SVGSVGElement>('canvas, svg')) {
		const { left, top, width, height } = drawing.getBoundingClientRect();
		if (width === 0 || height === 0 || getComputedStyle(drawing).visibility === 'hidden') continue;
		const image = drawing instanceof SVGSVGElement ? await imageOf(drawing, width, height) : drawing;
		context.drawImage(image, left - frame.left, top - frame.top, width, height);
	}
	await saveCanvases(name, [canvas]);
}

async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
	const copy = svg.cloneNode(true) as SVGSVGElement; // a clone is of its own kind
	const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll<SVGElement>('*')]);
	for (const [i, element] of (from ?? []).entries()) {
		const style = getComputedStyle(element);
		to?.[i]?.setAttribute('style', PAINT.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
	}
	if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`); // it is drawn in pixels
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('width', String(width * PICTURE_SCALE));
	copy.setAttribute('height', String(height * PICTURE_SCALE));
	const image = new Image();
	image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
	await image.decode();
	return image;
}
