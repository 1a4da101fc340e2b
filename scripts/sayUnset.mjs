/**
 * One line before a deployment about what this build does not know; nothing where it knows all. A fork works without any of
 * it: what needs an address takes it from the request, or is left out.
 */
const SETTINGS = {
	SITE_URL: 'canonical links and pictures for social networks are left out',
	FEEDBACK_URL: 'the article does not say where to report mistakes',
};

const unset = Object.entries(SETTINGS).filter(([name]) => !process.env[name]);
if (unset.length > 0) {
	const list = unset.map(([name, consequence]) => `${name} (${consequence})`).join(', ');
	process.stdout.write(`lambda-over-2m: not set: ${list}; docs/deploy.md\n`);
}
