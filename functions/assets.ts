import { REAL_FILES, readRealDataWith } from '../src/data/real.ts';

/** Has the measured data read from the deployment's own files, which the site's build lays beside its pages. */
export function readRealDataFromAssets(assets: Fetcher): void {
	readRealDataWith(async (kind) => {
		const response = await assets.fetch(`https://assets.invalid/data/${REAL_FILES[kind]}`);
		if (!response.ok)
			throw new Error(`the data "${kind}" are not among the assets (${response.status}): build the site first`);
		return response.json();
	});
}
