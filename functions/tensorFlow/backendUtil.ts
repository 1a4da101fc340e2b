/** What the backend uses of `tf.backend_util`. */
export { warn } from '@tensorflow/tfjs-core/dist/log';
export {
	assertAxesAreInnerMostDims,
	computeOutAndReduceShapes,
	expandShapeToKeepDim,
	getAxesPermutation,
	getInnerMostAxes,
} from '@tensorflow/tfjs-core/dist/ops/axis_util';
export { assertAndGetBroadcastShape, getBroadcastDims } from '@tensorflow/tfjs-core/dist/ops/broadcast_util';
export { upcastType } from '@tensorflow/tfjs-core/dist/types';
export { decodeString as fromUint8ToStringArray } from '@tensorflow/tfjs-core/dist/util';
export { mergeRealAndImagArrays } from './noComplex.ts';
export * as segment_util from './noSegments.ts';
