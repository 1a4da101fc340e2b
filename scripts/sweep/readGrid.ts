import { readFile } from 'node:fs/promises';
import { findJsonFault } from './jsonFault.ts';

/** A file that cannot be read as a grid, or not written; the message is one line. */
export class FileError extends Error {}

/** The grid of a file, unchecked: the API checks what it holds. @throws FileError naming the file, its line and its column */
export async function readGrid(path: string): Promise<unknown> {
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		throw new FileError(`${path}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`);
	});
	const fault = findJsonFault(text);
	if (fault) throw new FileError(`${path}:${fault.line}:${fault.column}: ${fault.message}`);
	return JSON.parse(text);
}
