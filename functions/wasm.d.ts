/** The Workers runtime compiles a WebAssembly file that is imported. */
declare module '*.wasm' {
	const module: WebAssembly.Module;
	export default module;
}
