import type { SweepResult, SweepStatus } from '../../src/schema/sweepAnswers.ts';
import { saveText } from '../elements/save.ts';
import type { SweepLimits } from './sayCost.ts';

export const API = '/api/v1';

/** What the deployment takes of one sweep; `none` where it runs none, `unreachable` where it does not answer. */
export async function fetchLimits(): Promise<SweepLimits | 'none' | 'unreachable'> {
	try {
		const limits = await (await fetch(`${API}/limits`)).json();
		return limits.sweep ?? 'none';
	} catch {
		return 'unreachable';
	}
}

/** Who hears of a sweep that runs. */
interface SweepListener {
	cell(result: SweepResult): void;
	progress(status: SweepStatus): void;
	/** The last word: nothing comes after it. */
	done(status: SweepStatus): void;
	/** The connection is gone; the browser makes it again. */
	lost(): void;
}

/** Hears what happens to a sweep, until it is over or the answer is closed. */
export function listenToSweep(id: string, listener: SweepListener): EventSource {
	const events = new EventSource(`${API}/sweeps/${id}/events`);
	const parsed = <Data>(event: MessageEvent<string>) => JSON.parse(event.data) as Data; // the API's own, as its document says
	events.addEventListener('cell', (event) => listener.cell(parsed(event)));
	events.addEventListener('progress', (event) => listener.progress(parsed(event)));
	events.addEventListener('done', (event) => {
		events.close();
		listener.done(parsed(event));
	});
	events.addEventListener('error', () => {
		if (events.readyState === EventSource.CONNECTING) listener.lost();
	});
	return events;
}

/** What a reader may save of a sweep: below its address, as which type, under which name. */
const DOWNLOADS: Record<string, readonly [string, string, string]> = {
	csv: ['', 'text/csv', 'sweep.csv'],
	'analysis-csv': ['/analysis', 'text/csv', 'analysis.csv'],
	json: ['', 'application/json', 'sweep.json'],
};

/**
 * Saves something of a sweep as a file; does nothing where there is no download of that name.
 *
 * @throws Error with the status, where the API refuses
 */
export async function saveSweep(id: string, what: string): Promise<void> {
	const download = DOWNLOADS[what];
	if (!download) return;
	const [path, type, name] = download;
	const response = await fetch(`${API}/sweeps/${id}${path}`, { headers: { accept: type } });
	if (!response.ok) throw new Error(String(response.status));
	saveText(name, type, await response.text());
}
