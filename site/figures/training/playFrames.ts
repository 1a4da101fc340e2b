/** Longer between two pictures than this, and at least one of the screen's own was missed. */
const LATE = (1000 / 60) * 1.5;

/**
 * Shows one picture a frame of the screen until the film is over: what is made faster than it can be seen waits,
 * and what is not made yet is waited for.
 *
 * @param show draws a picture and says how many there are so far
 * @param made settles when there will be no more
 * @returns how many frames there were, and how many of them came late
 */
export function playFrames(
	show: (picture: number) => number,
	made: Promise<unknown>,
	signal: AbortSignal,
): Promise<{ frames: number; late: number }> {
	return new Promise((resolve, reject) => {
		let isMade = false;
		let picture = 0;
		let frames = 0;
		let late = 0;
		let last: number | null = null;
		made.then(() => {
			isMade = true;
		}, reject);
		const next = (now: number) => {
			if (signal.aborted) return reject(signal.reason);
			const count = show(picture);
			if (picture < count) {
				if (last !== null && now - last > LATE) late += 1;
				last = now;
				picture += 1;
				frames += 1;
			} else {
				last = null; // waiting is not being late
				if (isMade) return resolve({ frames, late });
			}
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	});
}
