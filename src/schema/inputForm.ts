/** How an input was written: what would work in place of a value hangs on that. */
export type InputForm = 'JSON' | 'query';
