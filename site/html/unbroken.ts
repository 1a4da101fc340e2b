/** What a line would break after: a browser takes the stroke of `λ/√m` for one of an address. */
const BREAKS = /λ\/(?=[√(])/g;
const WORD_JOINER = '\u2060';

/** A sentence whose formulas stay on one line. */
export const unbroken = (said: string): string => said.replace(BREAKS, `λ/${WORD_JOINER}`);
