/** Milliseconds between two pictures: 60 a second. */
const FRAME_MS = 1000 / 60;

/** Calls at most once in so many milliseconds, once a frame unless given; what comes in between is dropped. */
export function eachFrame<Told>(tell: (told: Told) => void, milliseconds = FRAME_MS): (told: Told) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (told) => {
		const now = performance.now();
		if (now - last < milliseconds) return;
		last = now;
		tell(told);
	};
}
