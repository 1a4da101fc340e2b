/** Calls once when the browser has nothing else to do, after `patience` milliseconds at the latest. */
export function whenIdle(call: () => void, patience: number): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: patience });
	else setTimeout(call, Math.min(patience, 50)); // Safari
}
