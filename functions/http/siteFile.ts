import { Problem } from './problem.ts';

/**
 * A file of the deployment's own site, which the build has laid beside its pages; null where there is none.
 *
 * @param path from the root of the site
 * @param request whose headers ask for it, for one that the caller may have already
 */
export async function siteFile({ ASSETS }: Pick<Env, 'ASSETS'>, path: string, request?: Request) {
	const file = await ASSETS.fetch(new Request(new URL(path, 'https://assets.invalid'), request));
	return file.status === 404 ? null : file;
}

/**
 * As `siteFile`, of what every build makes.
 *
 * @throws Problem 404 where the site was never built, as under `npm run dev` of a fresh clone
 */
export async function builtFile(...asked: Parameters<typeof siteFile>): Promise<Response> {
	const file = await siteFile(...asked);
	if (file) return file;
	throw new Problem('not-found', `${asked[1]} is made by npm run build, which has not run here`);
}
