import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Holds a state folder for this process until it ends, however it ends: the lock is the system's, on an empty SQLite
 * database in the folder, so that nothing of a killed process is left to be cleared away. A Node without SQLite (before
 * 22.13) holds nothing.
 *
 * @param {string} folder is made when it is not there
 * @returns {Promise<string | null>} why it cannot be held, or null when it is held
 */
export async function lockState(folder) {
	try {
		makeFolder(resolve(folder));
		accessSync(folder, constants.W_OK);
		const sqlite = await importSqlite();
		if (!sqlite) return null;
		held = new sqlite.DatabaseSync(join(folder, 'server.lock'));
		held.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
		return null;
	} catch (error) {
		const { errcode, message } = /** @type {Error & { errcode?: number }} */ (error);
		return errcode === BUSY ? `another server uses ${folder}` : `${folder} cannot be used: ${message}`;
	}
}

const BUSY = 5;
/** Reachable, or it would be collected, and with it the lock. @type {import('node:sqlite').DatabaseSync | undefined} */
let held;

/** With those above it. Node's own `recursive` never ends where the system takes no folders, as below /proc. @param {string} folder */
function makeFolder(folder) {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}

/** SQLite without Node's warning that it is new. */
async function importSqlite() {
	const { emitWarning } = process;
	process.emitWarning = () => {};
	try {
		return await import('node:sqlite');
	} catch {
		return null;
	} finally {
		process.emitWarning = emitWarning;
	}
}
