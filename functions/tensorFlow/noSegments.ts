type Shaped = Record<'shape', readonly number[]>;

const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);

/** What the backend uses of `tf.backend_util.segment_util`: the sizes of what is gathered along an axis, without sentences on what cannot be. */
export function collectGatherOpShapeInfo({ shape }: Shaped, indices: Shaped, axis: number, batchDims: number) {
	const [batches, outer, slice] = [shape.slice(0, batchDims), shape.slice(batchDims, axis), shape.slice(axis + 1)];
	return {
		...{ batchSize: product(batches), outerSize: product(outer), sliceSize: product(slice), dimSize: shape[axis] },
		outputShape: [...batches, ...outer, ...indices.shape.slice(batchDims), ...slice],
	};
}
