/** Seconds that a whole training takes at each speed; null: one epoch a frame; 0: as fast as it goes. */
export const SECONDS = [null, 20, 3, 0] as const;
export const OPENING_SPEED = 2;
