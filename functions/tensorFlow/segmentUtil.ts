/** What the backend uses of `tf.backend_util.segment_util`. */
export { collectGatherOpShapeInfo } from '@tensorflow/tfjs-core/dist/ops/segment_util';
