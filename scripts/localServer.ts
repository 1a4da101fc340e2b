import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm start` without npm, as one life of a server that can be killed. */
export interface LocalServer {
	readonly pid: number;
	readonly output: () => string;
	/** Its exit code once it is over; null when a signal ended it. */
	readonly ended: Promise<number | null>;
	/** Kills every process of it at once (SIGKILL) and says which. */
	readonly kill: () => Promise<number[]>;
}

interface Options {
	port: number;
	/** The folder that survives. */
	state: string;
	env?: Record<string, string>;
}

const root = join(import.meta.dirname, '..');

/** Starts scripts/start.mjs on what is built already, and waits until it answers. */
export async function localServer({ port, state, env = {} }: Options): Promise<LocalServer> {
	const child = spawn('node', ['scripts/start.mjs'], {
		cwd: root,
		env: {
			...process.env,
			...env,
			PORT: String(port),
			STATE_DIR: state,
			SKIP_BUILD: '1',
			WATCH_PID: String(process.pid),
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
		});
	}
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const kill = async () => {
		const isOver = child.exitCode !== null || child.signalCode !== null;
		const pids = child.pid === undefined || isOver ? [] : [child.pid, ...descendants(child.pid)];
		for (const pid of pids) {
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It has gone with its parent.
			}
		}
		await ended; // the pipes close with the last process that holds them
		await new Promise((resolve) => setTimeout(resolve, 300)); // until the system has freed the port
		return pids;
	};
	const deadline = Date.now() + 60_000;
	while (!printed.includes(`http://localhost:${port}`)) {
		if (child.exitCode !== null || Date.now() > deadline) {
			await kill();
			throw new Error(`the server did not come up:\n${printed}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return { pid: child.pid ?? 0, output: () => printed, ended, kill };
}

/** Processes below one, from /proc; a parent before its children, which it would start again if they went first. */
function descendants(pid: number): number[] {
	const children = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((each) => parentOf(each) === pid);
	return children.flatMap((each) => [each, ...descendants(each)]);
}

function parentOf(pid: number): number | null {
	try {
		return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
	} catch {
		return null; // it ended meanwhile
	}
}
