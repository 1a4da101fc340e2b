import type { LibraryId } from '../schema/libraryIds.ts';
import { boosting } from './libraries/boosting.ts';
import { frameworks } from './libraries/frameworks.ts';
import { keras } from './libraries/keras.ts';
import { linearModels } from './libraries/linearModels.ts';
import { pytorch } from './libraries/pytorch.ts';
import { scikitLearn } from './libraries/scikitLearn.ts';
import type { Library } from './library.ts';

/** How each library spells the L2 penalty. A new one: an entry here and its id in `schema/libraryIds.ts`. */
export const libraries: Record<LibraryId, Library> = {
	...pytorch,
	...keras,
	...frameworks,
	...scikitLearn,
	...linearModels,
	...boosting,
};
