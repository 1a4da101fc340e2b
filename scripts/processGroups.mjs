import { execFile } from 'node:child_process';

/** There is no process group there: a process is ended with its tree. */
export const isWindows = process.platform === 'win32';

/**
 * Ends a process with all of its group.
 *
 * @param {number} pid its leader @param {NodeJS.Signals} signal
 */
export function end(pid, signal) {
	try {
		if (isWindows) execFile('taskkill', ['/pid', String(pid), '/T', '/F']);
		else process.kill(-pid, signal);
	} catch {
		// The group is gone.
	}
}

/**
 * Whether a process still runs.
 *
 * @param {number} pid a process, or a group when negative
 */
export function exists(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
