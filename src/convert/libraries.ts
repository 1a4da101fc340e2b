import { LIBRARY_IDS, type LibraryId } from '../schema/libraryIds.ts';
import { boosting } from './libraries/boosting.ts';
import { formulas } from './libraries/formulas.ts';
import { frameworks } from './libraries/frameworks.ts';
import { jax } from './libraries/jax.ts';
import { juliaAndMatlab } from './libraries/juliaAndMatlab.ts';
import { keras } from './libraries/keras.ts';
import { linearModels } from './libraries/linearModels.ts';
import { priors } from './libraries/priors.ts';
import { pytorch } from './libraries/pytorch.ts';
import { pytorchTrainers } from './libraries/pytorchTrainers.ts';
import { r } from './libraries/r.ts';
import { scikitLearn } from './libraries/scikitLearn.ts';
import { scikitLearnRegression } from './libraries/scikitLearnRegression.ts';
import type { Library } from './library.ts';

/** The libraries in families, as a reader looks for one. */
const families = {
	pytorch: { ...pytorch, ...pytorchTrainers },
	keras: { ...keras, ...jax },
	frameworks,
	scikitLearn: { ...scikitLearnRegression, ...scikitLearn },
	r,
	linearModels,
	juliaAndMatlab,
	boosting,
	priors,
	formulas,
};

export type Family = keyof typeof families;

/** The families in the order in which a page shows them. */
export const FAMILIES = Object.keys(families) as Family[]; // its keys are known: it is an object of this file

/** How each library spells the L2 penalty. A new one: an entry here and its id in `schema/libraryIds.ts`. */
export const libraries: Record<LibraryId, Library> = {
	...families.pytorch,
	...families.keras,
	...families.frameworks,
	...families.scikitLearn,
	...families.r,
	...families.linearModels,
	...families.juliaAndMatlab,
	...families.boosting,
	...families.priors,
	...families.formulas,
};

/** The ids of a family, in the order of its entries. */
export const librariesOf = (family: Family): LibraryId[] =>
	LIBRARY_IDS.filter((id) => Object.hasOwn(families[family], id));
