/** What the backend uses of `tf.util`. */
export { createScalarValue, decodeString, encodeString, now, toTypedArray } from '@tensorflow/tfjs-core/dist/util';
export {
	assert,
	computeStrides,
	convertBackendValuesAndArrayBuffer,
	getArrayFromDType,
	getTypedArrayFromDType,
	hasEncodingLoss,
	indexToLoc,
	inferDtype,
	inferFromImplicitShape,
	isString,
	locToIndex,
	makeZerosTypedArray,
	parseAxisParam,
	sizeFromShape,
} from '@tensorflow/tfjs-core/dist/util_base';
