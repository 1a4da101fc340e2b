import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unbroken } from './unbroken.ts';

/** What is no sentence: tags, scripts, code, which is copied, and drawings, whose text has no lines to break. */
const NO_SENTENCE = /(<(script|style|pre|code|textarea|svg)\b.*?<\/\2>|<[^>]*>)/s;

/** Has no line of a built page end within a formula, whoever wrote the sentence. What scripts say later, they say unbroken. */
export const unbrokenPages = () => ({
	name: 'unbroken-pages',
	hooks: {
		'astro:build:done': async ({ dir }: { dir: URL }) => {
			const root = fileURLToPath(dir);
			for await (const file of glob('**/*.html', { cwd: root })) {
				const page = await readFile(join(root, file), 'utf8');
				const whole = holdFormulas(page);
				if (whole !== page) await writeFile(join(root, file), whole);
			}
		},
	},
});

/** A page's HTML with every sentence in it unbroken. */
export function holdFormulas(html: string): string {
	let held = '';
	let rest = html;
	for (let found = NO_SENTENCE.exec(rest); found; found = NO_SENTENCE.exec(rest)) {
		held += unbroken(rest.slice(0, found.index)) + found[0];
		rest = rest.slice(found.index + found[0].length);
	}
	return held + unbroken(rest);
}
