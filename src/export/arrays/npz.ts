import { concatenate, littleEndian, type NamedArray } from './namedArray.ts';
import { zip } from './zip.ts';

/** Arrays as NumPy's `np.load` reads them: an archive of one .npy file each, uncompressed as `np.savez` writes it. */
export const npz = (arrays: readonly NamedArray[]): Uint8Array<ArrayBuffer> =>
	zip(arrays.map((array) => ({ name: `${array.name}.npy`, bytes: npy(array) })));

/** The header and the numbers begin at multiples of so many bytes. */
const ALIGNMENT = 64;
/** `\x93NUMPY`, the version of the format, and two bytes for the length of what follows. */
const PREFIX = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];

/** One array in NumPy's format 1.0 (`numpy.lib.format`): a Python dict as text, filled up with blanks, then the numbers. */
function npy({ shape, values }: NamedArray): Uint8Array {
	const sizes = `${shape.join(', ')}${shape.length === 1 ? ',' : ''}`;
	const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${sizes}), }`;
	const before = PREFIX.length + 2;
	const length = Math.ceil((before + text.length + 1) / ALIGNMENT) * ALIGNMENT - before;
	const header = new TextEncoder().encode(`${text.padEnd(length - 1)}\n`);
	return concatenate([Uint8Array.from([...PREFIX, length & 255, length >> 8]), header, littleEndian(values)]);
}
