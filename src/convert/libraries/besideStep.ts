/** The update of a decay beside an adaptive optimizer's step, whose direction is that optimizer's own function of g. */
export const besideStep = (optimizer: string, decay: string): string => `w ← w − η·${optimizer}(g) − η·${decay}·w`;
