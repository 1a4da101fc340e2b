import type { LibraryId } from '../../src/schema/libraryIds.ts';
import type { RecipeKey } from '../text/article/recipeText.ts';

/** What the recipe box lists, in its order; `key` names its words (`RECIPE_TEXT`). */
export const RECIPES = [
	{ key: 'sgd', id: 'pytorch-sgd' },
	{ key: 'momentum', id: 'pytorch-sgd' },
	{ key: 'momentumBeside', id: 'keras-weight-decay' },
	{ key: 'adam', id: 'pytorch-adam' },
	{ key: 'adamw', id: 'pytorch-adamw' },
	{ key: 'keras', id: 'keras-l2' },
	{ key: 'logistic', id: 'sklearn-logistic-regression' },
	{ key: 'ridge', id: 'sklearn-ridge' },
	{ key: 'mlp', id: 'sklearn-mlp' },
] as const satisfies readonly { key: RecipeKey; id: LibraryId }[];
