/** Bytes of one number of each type, and of a page of WebAssembly memory. */
export const INT32_BYTES = 4;
export const FLOAT32_BYTES = 4;
export const FLOAT64_BYTES = 8;
export const WASM_PAGE_BYTES = 65_536;
