import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Pages that work offline after the first visit of any page, that which stands for a page not visited among them; every other one does after its own. */
const PAGES = ['/', '/zh/', '/lab/', '/zh/lab/', '/offline/', '/zh/offline/'];
/** What they fetch besides: the study and the small data sets. A large one works offline once it was fetched. */
const DATA = [
	'breastCancer.json',
	'diabetes.json',
	'digits.json',
	'wine.json',
	'study.json',
	'study-pictures.json',
].map((file) => `/data/${file}`);

/** Writes /sw.js once the site is built: the service worker with the files of the article and the Lab, and their version. */
export const offline = () => ({
	name: 'offline',
	hooks: {
		'astro:build:done': async ({ dir }) => {
			const root = fileURLToPath(dir);
			const files = [...PAGES, ...DATA, '/favicon.svg', ...(await filesOf(root, PAGES))];
			const contents = await Promise.all(files.map((file) => readFile(onDisk(root, file))));
			const version = createHash('sha256').update(Buffer.concat(contents)).digest('hex').slice(0, 12);
			const source = await readFile(new URL('./serviceWorker.js', import.meta.url), 'utf8');
			const visited = await filesOfPages(root, new Set(files));
			const filled = source
				.replace('__VERSION__', version)
				.replace('__FILES__', JSON.stringify(files))
				.replace('__VISITED__', JSON.stringify(visited));
			const { outputFiles } = await build({ stdin: { contents: filled }, minify: true, write: false });
			await writeFile(join(root, 'sw.js'), outputFiles[0].contents);
		},
	},
});

/** Every hashed file that these pages name, and that those name in turn. */
async function filesOf(root, pages) {
	const found = new Set();
	const queue = pages.map((page) => onDisk(root, page));
	for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
		const text = await readFile(file, 'utf8');
		for (const [name] of text.matchAll(/[\w.@-]+\.(?:js|css|wasm|woff2)\b/g)) {
			const address = `/_astro/${basename(name)}`;
			if (found.has(address)) continue;
			const isThere = await readFile(onDisk(root, address)).catch(() => null);
			if (!isThere) continue;
			found.add(address);
			if (/\.(js|css)$/.test(address)) queue.push(onDisk(root, address));
		}
	}
	return [...found].sort();
}

/** What each other page needs beyond the files that are always kept, by its address: also what it would fetch only later. */
async function filesOfPages(root, known) {
	const pages = {};
	for await (const file of glob('**/index.html', { cwd: root })) {
		const address = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
		if (PAGES.includes(address)) continue;
		pages[address] = (await filesOf(root, [address])).filter((one) => !known.has(one));
	}
	return pages;
}

const onDisk = (root, address) => join(root, address.endsWith('/') ? `${address}index.html` : address);
