/**
 * Preloaded into what `start.mjs` starts: standard input is a pipe from it that nobody writes to, so
 * its end means that `start.mjs` is gone, and then this whole process group goes too.
 */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
	process.stdin.on('end', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'));
	process.stdin.resume();
	/** @type {{ unref?: () => void }} */ (process.stdin).unref?.(); // a pipe is a socket, and has it
}
