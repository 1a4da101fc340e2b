import { FLOAT64_BYTES, INT32_BYTES, WASM_PAGE_BYTES } from '../byteSizes.ts';
import { LAYER_FIELDS, RANGE_FIELDS, RUN_FIELDS } from './recordFields.ts';

/** What the compiled kernel offers; the numbers are addresses and counts (`kernel/index.ts`). */
export interface Kernel {
	memory: WebAssembly.Memory;
	recordBytes(which: number): number;
	layOut(run: number): void;
	trainFullBatches(run: number, epochs: number): void;
	trainMinibatches(run: number, rows: number): void;
	measure(run: number, X: number, y: number, order: number, rows: number, inputs: number, targets: number): void;
	probabilities(run: number, X: number, rows: number, inputs: number, targets: number, out: number): void;
	outputs(run: number, X: number, rows: number, inputs: number, targets: number, out: number): void;
}

/** A memory up to this size is kept for the next run; a larger one is given back. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** Lends instances of the compiled kernel, and keeps one that is warm. */
export class KernelPool {
	readonly #module: WebAssembly.Module;
	#kept: Kernel | null = null;

	/** @param module compiled by the host in its own way: a Worker imports it, Node reads it, a page fetches it */
	constructor(module: WebAssembly.Module) {
		this.#module = module;
	}

	/** Lends a kernel with at least `bytes` of memory, all zero, for the time of `use`. */
	lend<T>(bytes: number, use: (kernel: Kernel) => T): T {
		const kernel = this.#kept ?? instantiate(this.#module);
		this.#kept = null; // while it is lent, another call gets an instance of its own
		const missing = bytes - kernel.memory.buffer.byteLength;
		if (missing > 0) kernel.memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
		new Uint8Array(kernel.memory.buffer, 0, bytes).fill(0);
		try {
			return use(kernel);
		} finally {
			if (kernel.memory.buffer.byteLength <= KEPT_BYTES) this.#kept = kernel;
		}
	}
}

function instantiate(module: WebAssembly.Module): Kernel {
	// The module is built from kernel/index.ts, whose exports are these.
	const kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
	const records = [
		LAYER_FIELDS.length * INT32_BYTES,
		RANGE_FIELDS.length * FLOAT64_BYTES,
		RUN_FIELDS.length * FLOAT64_BYTES,
	];
	if (records.some((bytes, which) => kernel.recordBytes(which) !== bytes)) {
		throw new Error('the kernel was built from another layout of its records: build it again');
	}
	return kernel;
}
