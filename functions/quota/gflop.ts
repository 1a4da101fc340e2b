import { roundTo } from '../../src/numberFormat.ts';

export const GIGA = 1e9;

/** FLOP as an answer states them: GFLOP, four digits. */
export const toGflop = (flop: number): number => roundTo(flop / GIGA, 4);
