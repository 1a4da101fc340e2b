/** A backend without sentences for each method that it lacks, in place of TensorFlow.js's: `wrangler.toml` has the aliases. */
export { DataStorage } from '../../node_modules/@tensorflow/tfjs-core/dist/backends/backend.js';

export class KernelBackend {}
