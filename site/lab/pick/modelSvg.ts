import { tenth } from '../../html/tenth.ts';

const SIZE = 64;
const EDGE = 8;
/** Units of a layer that are drawn: enough to see which is wider. */
const MOST = 6;

/** A network as a small picture: a column of units for each layer. */
export function modelSvg(widths: readonly number[]): string {
	const columns = widths.map((width, layer) => {
		const drawn = Math.min(MOST, width);
		const x = tenth(EDGE + (layer / (widths.length - 1)) * (SIZE - 2 * EDGE));
		return Array.from({ length: drawn }, (_, i) => [x, tenth(EDGE + ((i + 0.5) / drawn) * (SIZE - 2 * EDGE))] as const);
	});
	const lines = columns.flatMap((column, layer) =>
		column.flatMap(([x, y]) => (columns[layer + 1] ?? []).map(([toX, toY]) => `M${x} ${y}L${toX} ${toY}`)),
	);
	const units = columns.flat().map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3"/>`);
	return `<svg class="model" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true"><path d="${lines.join('')}"/>${units.join('')}</svg>`;
}
