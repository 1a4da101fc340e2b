import { isTypedArrayBrowser } from '../../node_modules/@tensorflow/tfjs-core/dist/platforms/is_typed_array_browser.js';

/**
 * A Worker as TensorFlow.js asks about it, in place of an environment whose flags an address may set and a platform that brings two stores
 * of models along: `wrangler.toml` has the aliases. A flag that nothing sets is off.
 */
export class Environment {
	readonly #flags: Record<string, unknown> = {};
	readonly platform = {
		fetch,
		now: () => performance.now(),
		encode: (text: string) => new TextEncoder().encode(text),
		decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
		isTypedArray: isTypedArrayBrowser,
	};

	get(flag: string): unknown {
		return this.#flags[flag];
	}

	getBool(flag: string): boolean {
		return this.#flags[flag] === true;
	}

	set(flag: string, value: unknown): void {
		this.#flags[flag] = value;
	}
}

let environment = new Environment();

export const env = (): Environment => environment;

export function setEnvironmentGlobal(given: Environment): void {
	environment = given;
}
