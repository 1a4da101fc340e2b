/** The measured data sets and the study as files of the site, for the Worker and for pages that train. */
import type { APIRoute, GetStaticPaths } from 'astro';
import breastCancer from '../../../src/data/real/breastCancer.json' with { type: 'json' };
import diabetes from '../../../src/data/real/diabetes.json' with { type: 'json' };
import diamonds from '../../../src/data/real/diamonds.json' with { type: 'json' };
import digits from '../../../src/data/real/digits.json' with { type: 'json' };
import mnist from '../../../src/data/real/mnist.json' with { type: 'json' };
import study from '../../../src/data/real/study.json' with { type: 'json' };
import wine from '../../../src/data/real/wine.json' with { type: 'json' };
import { TABLE_FILES } from '../../../src/data/realTables.ts';

const TABLES = { 'breast-cancer': breastCancer, diabetes, digits, wine, mnist, diamonds, study };

export const getStaticPaths = (() =>
	Object.entries(TABLES).map(([kind, table]) => ({
		params: { file: TABLE_FILES[kind as keyof typeof TABLES].replace('.json', '') }, // the keys of a table
		props: { table },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.table));
