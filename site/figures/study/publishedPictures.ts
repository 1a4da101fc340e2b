import type { CasePicture } from '../../../src/study/pictures.ts';
import committed from '../../precomputed/study.json' with { type: 'json' };

/** The pictures of all cases as they are committed. Only the build imports them. */
export const PUBLISHED_PICTURES = committed as unknown as readonly CasePicture[]; // `npm run study` wrote it; JSON knows no tuples
