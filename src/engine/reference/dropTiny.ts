import { customGrad, type Tensor, type Tensor2D, tensor } from '@tensorflow/tfjs-core';
import { dropTiny, TINY } from '../tiny.ts';

/** x with zeros for what is tiny, as one op; for what no gradient goes through. */
export function dropTinyOf<T extends Tensor>(x: T, limit = TINY): T {
	const values = x.dataSync<'float32'>().map((value) => dropTiny(value, limit));
	return tensor(values, x.shape) as Tensor as T; // of the shape that went in
}

const dropBothWays = customGrad((x) => ({
	value: dropTinyOf(x as Tensor), // customGrad also lends a function as its last argument
	gradFunc: (dy) => [dropTinyOf(dy as Tensor)],
}));

/** The same for a signal on its way forward, and for its gradient on the way back. */
export const passSignal = (x: Tensor2D) => dropBothWays(x) as Tensor2D;
