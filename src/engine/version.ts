/**
 * Version of the numbers that the engines produce. Raise it whenever one bit of a result can
 * change: it is part of every result's id, so that old results stay what they were.
 */
export const ENGINE_VERSION = '3';
