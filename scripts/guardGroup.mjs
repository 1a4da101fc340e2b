import { spawn } from 'node:child_process';

/**
 * A shell that ends a process group once this process is gone, even killed together with the group's leader. It is no
 * Node, so that `killall -9 node` spares it, and in a session of its own, so that Ctrl-C does. Not for Windows.
 *
 * @param {number} group the process group
 */
export const guardGroup = (group) =>
	spawn('/bin/sh', ['-c', `read -r _; kill -9 -${group}`], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
