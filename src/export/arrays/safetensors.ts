import { concatenate, littleEndian, type NamedArray } from './namedArray.ts';

/** Numbers begin at a multiple of so many bytes. */
const ALIGNMENT = 8;

/**
 * Arrays in the safetensors format (huggingface/safetensors): the length of a header as eight bytes, the header as JSON
 * (type, shape and place of each array), filled up with blanks, then the numbers.
 *
 * @param metadata texts that say where the arrays come from
 */
export function safetensors(
	arrays: readonly NamedArray[],
	metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
	let at = 0;
	const entries = arrays.map(({ name, shape, values }) => {
		const from = at;
		at += values.byteLength;
		return [name, { dtype: 'F32', shape, data_offsets: [from, at] }];
	});
	const text = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
	const header = new TextEncoder().encode(text);
	const length = Math.ceil(header.length / ALIGNMENT) * ALIGNMENT;
	const blanks = new TextEncoder().encode(' '.repeat(length - header.length));
	const size = new Uint8Array(8);
	new DataView(size.buffer).setBigUint64(0, BigInt(length), true);
	return concatenate([size, header, blanks, ...arrays.map(({ values }) => littleEndian(values))]);
}
