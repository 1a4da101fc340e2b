import { CODE_IN_CHINESE } from './code.ts';
import { COMPARISONS_IN_CHINESE } from './comparisons.ts';
import { CONVERT_IN_CHINESE } from './convert.ts';
import { DATASETS_IN_CHINESE } from './datasets.ts';
import { DEPLOYMENT_IN_CHINESE } from './deployment.ts';
import { EXPERIMENTS_IN_CHINESE } from './experiments.ts';
import { EXPLAIN_IN_CHINESE } from './explain.ts';
import { FORMS_IN_CHINESE } from './forms.ts';
import { RUN_SPEC_IN_CHINESE } from './runSpec.ts';
import { RUNS_IN_CHINESE } from './runs.ts';
import { SWEEPS_IN_CHINESE } from './sweeps.ts';

/**
 * The Chinese of what the API's document says, by its English, which stands in the schemas and nowhere else. `{}` stands for
 * a part that is said by itself: a name, a number, or another description. A sentence that several resources share stands with
 * the first of them.
 */
export const CHINESE_TABLES: readonly Readonly<Record<string, string>>[] = [
	RUN_SPEC_IN_CHINESE,
	RUNS_IN_CHINESE,
	FORMS_IN_CHINESE,
	COMPARISONS_IN_CHINESE,
	SWEEPS_IN_CHINESE,
	DATASETS_IN_CHINESE,
	EXPERIMENTS_IN_CHINESE,
	CONVERT_IN_CHINESE,
	CODE_IN_CHINESE,
	EXPLAIN_IN_CHINESE,
	DEPLOYMENT_IN_CHINESE,
];
