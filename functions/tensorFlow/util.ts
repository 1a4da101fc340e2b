/** What the backend uses of `tf.util`. */
export { createScalarValue, decodeString, encodeString, now, toTypedArray } from '@tensorflow/tfjs-core/dist/util';
export * from '@tensorflow/tfjs-core/dist/util_base';
