import { at } from '../../at.ts';
import type { Weights } from '../../schema/run.ts';

/** An array of float32 in C order, as files of arrays hold it. */
export interface NamedArray {
	name: string;
	shape: readonly number[];
	values: Float32Array;
}

/**
 * The weights of a network as arrays, each W as [out][in]. The numbers of a run are float32, so that none is rounded.
 *
 * @param nameOf what the weights and the biases of a layer are called
 */
export const weightArrays = (
	{ W, b }: Weights,
	nameOf: (layer: number) => { weight: string; bias: string },
): NamedArray[] =>
	W.flatMap((rows, layer) => {
		const { weight, bias } = nameOf(layer);
		const biases = at(b, layer);
		return [
			{ name: weight, shape: [rows.length, at(rows, 0).length], values: Float32Array.from(rows.flat()) },
			{ name: bias, shape: [biases.length], values: Float32Array.from(biases) },
		];
	});

/** The bytes of float32 numbers, the least significant first on any machine. */
export function littleEndian(values: Float32Array): Uint8Array<ArrayBuffer> {
	const bytes = new DataView(new ArrayBuffer(values.length * Float32Array.BYTES_PER_ELEMENT));
	for (const [i, value] of values.entries()) bytes.setFloat32(i * Float32Array.BYTES_PER_ELEMENT, value, true);
	return new Uint8Array(bytes.buffer);
}

/** Bytes one after the other. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let from = 0;
	for (const part of parts) {
		all.set(part, from);
		from += part.length;
	}
	return all;
}
