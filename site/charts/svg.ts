/** Size of a figure in its own units. */
export const WIDTH = 600;
export const HEIGHT = 380;
