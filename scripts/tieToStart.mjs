/**
 * Preloaded into what `start.mjs` starts. When `start.mjs` is gone, this whole process group goes too. When a process that
 * was started here ends without having been told to, `start.mjs` hears of it: wrangler starts a killed workerd anew, but the
 * new one may leave every request without an answer, and a sweep's lanes have died with the old one.
 */
import { subscribe } from 'node:diagnostics_channel';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
	process.once('disconnect', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'));
	process.channel?.unref();
	subscribe('child_process', (message) => {
		const { process: child } = /** @type {{ process: import('node:child_process').ChildProcess }} */ (message);
		child.once('exit', (code, signal) => {
			const part = basename(child.spawnfile);
			const isPart = signal !== null || part.startsWith('workerd'); // others may end when they have done their work
			if (isPart && !child.killed) process.send?.({ gone: `${part} (${signal ?? `exit ${code}`})` });
		});
	});
}
