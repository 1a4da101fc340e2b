/** Complex numbers, which no tensor here has, in place of what makes them and takes them apart: `wrangler.toml` has the aliases. */
export { binaryKernelFunc } from '../../node_modules/@tensorflow/tfjs-backend-cpu/dist/utils/binary_utils.js';

const refuse = () => {
	throw new Error('no tensor of the Worker is complex');
};

export const createComplexBinaryKernelImpl = () => refuse;
export { refuse as complex, refuse as imag, refuse as mergeRealAndImagArrays, refuse as real };
