import kernelAddress from '../../build/kernel.wasm?url';

let compiling: Promise<WebAssembly.Module> | null = null;

/** The kernel, compiled once; whoever has it hands it to the workers that it starts. */
export function compiledKernel(): Promise<WebAssembly.Module> {
	compiling ??= WebAssembly.compileStreaming(fetch(kernelAddress)).catch((error) => {
		compiling = null; // the next one may come
		throw error;
	});
	return compiling;
}
