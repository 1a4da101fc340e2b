// Runs in the head before anything is painted, so that a remembered theme never flashes.
try {
	document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'system';
} catch {
	// Storage may be forbidden; the device's theme it is.
}

// The pages' policy allows no code out of strings: zod is told before it loads, or it tries, and a violation is reported.
globalThis.__zod_globalConfig = { jitless: true };
