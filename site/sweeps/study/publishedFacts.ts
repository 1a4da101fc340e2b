import committed from '../../../src/data/real/study.json' with { type: 'json' };
import type { Study } from '../../../src/study/readStudy.ts';
import { PUBLISHED_PICTURES } from '../../figures/study/publishedPictures.ts';
import { studyFacts } from './studyFacts.ts';

/** What the page says of all cases, counted from what is committed. Only the build imports it. */
export const PUBLISHED_FACTS = studyFacts((committed as unknown as Study).cases, PUBLISHED_PICTURES); // `npm run study` wrote it; JSON knows no tuples
