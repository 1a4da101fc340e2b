/** What wrangler says about itself; what is left are the Worker's own logs and errors. */
const NOISE = [
	/^\s*$/,
	/^─+$/,
	/⛅️ wrangler/,
	/^Your Worker has access to the following bindings/,
	/^Binding\s+Resource\s+Mode$/,
	/^env\.\w+ .*\s(local|not supported)$/,
	/^⎔ /,
	/Parsed \d+ valid header rules?\.$/,
	/^\[wrangler:info\] (Ready on|Updated and ready on|- http)/,
	/^\[wrangler:info\] [A-Z]+ \S+ \d{3} /,
	/^Using (secrets|vars) defined in/,
	/The Workers runtime crashed unexpectedly and is being restarted/, // start.mjs ends everything instead, and says so
];

/**
 * Whether a line of wrangler's is about wrangler.
 *
 * @param {string} line
 */
export const isNoise = (line) => NOISE.some((pattern) => pattern.test(plain(line)));

/** @param {string} line */
function plain(line) {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: an ANSI colour begins with ESC
	return line.replace(/\x1b\[[0-9;]*m/g, '').trimEnd();
}
