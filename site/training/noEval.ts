import { config } from 'zod';

/** In workers what `theme/initial.js` does in pages: their policy allows no code out of strings, and zod is told so. */
config({ jitless: true });
