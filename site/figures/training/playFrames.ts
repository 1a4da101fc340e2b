/**
 * Shows one picture a frame of the screen until the film is over: what is made faster than it can be seen waits,
 * and what is not made yet is waited for.
 *
 * @param show draws a picture and says how many there are so far
 * @param made settles when there will be no more
 * @returns how many frames there were
 */
export function playFrames(
	show: (picture: number) => number,
	made: Promise<unknown>,
	signal: AbortSignal,
): Promise<number> {
	return new Promise((resolve, reject) => {
		let isMade = false;
		let picture = 0;
		let frames = 0;
		made.then(() => {
			isMade = true;
		}, reject);
		const next = () => {
			if (signal.aborted) return reject(signal.reason);
			const count = show(picture);
			if (picture < count) {
				picture += 1;
				frames += 1;
			} else if (isMade) return resolve(frames);
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	});
}
