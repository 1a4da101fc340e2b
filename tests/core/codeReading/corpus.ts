import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A snippet as people write them, and what is to be read in it. */
interface Snippet {
	name: string;
	code: string;
	reading: string;
}

const folder = join(import.meta.dirname, 'corpus');

/** Every snippet of the corpus: `=== name`, the code, and the lines of its reading, which start with `> `. */
export const CORPUS: readonly Snippet[] = readdirSync(folder).flatMap((file) =>
	readFileSync(join(folder, file), 'utf8')
		.split(/^=== /m)
		.slice(1)
		.map((text) => {
			const lines = text.split('\n');
			const isReading = (line: string) => line.startsWith('> ');
			const code = lines.slice(1).filter((line) => !isReading(line));
			return {
				name: `${file.replace('.txt', '')}: ${lines[0]}`,
				code: code.join('\n').trimEnd(),
				reading: lines.filter(isReading).join('\n'),
			};
		}),
);
