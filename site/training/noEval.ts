import { config } from 'zod';

/** The pages' policy allows no code out of strings: zod is told, or it tries, and the browser reports a violation. */
config({ jitless: true });
