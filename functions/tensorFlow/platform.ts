import { env } from '@tensorflow/tfjs-core/dist/environment';
import { isTypedArrayBrowser } from '@tensorflow/tfjs-core/dist/platforms/is_typed_array_browser';

/** A Worker as TensorFlow.js asks about it: its own description of browsers brings two stores of models along. */
env().setPlatform('worker', {
	fetch,
	now: () => performance.now(),
	encode: (text) => new TextEncoder().encode(text),
	decode: (bytes) => new TextDecoder().decode(bytes),
	isTypedArray: isTypedArrayBrowser,
});
