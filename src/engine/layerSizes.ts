import { at } from '../at.ts';

/** Units on both sides of one layer's weights. */
interface LayerSize {
	inputs: number;
	outputs: number;
}

/** The layers between widths: 2-16-1 is a layer of 2 inputs and 16 outputs, and one of 16 and 1. */
export function layerSizes(widths: readonly number[]): LayerSize[] {
	return widths.slice(1).map((outputs, layer) => ({ inputs: at(widths, layer), outputs }));
}

/** Weights and biases of a dense network with these layer widths. */
export function countParameters(widths: readonly number[]): number {
	return layerSizes(widths).reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0);
}
