import type { OpenSweep } from './openSweep.ts';
import type { SweepSettings } from './settings.ts';

/** Arithmetic of a sweep for which one more lane is started, in FLOP: a second on a slow core. */
const FLOP_OF_A_LANE = 4e9;

/** The next alarm of a sweep's ledger: to look after the lanes while there are any, and to forget the sweep in the end. */
export async function setNextAlarm(
	{ storage }: DurableObjectState,
	{ entry, isRunning }: OpenSweep,
	{ lookSeconds }: SweepSettings,
): Promise<void> {
	const soon = isRunning ? Date.now() + lookSeconds * 1000 : entry.expires;
	await storage.setAlarm(Math.min(soon, entry.expires));
}

/** Starts dead lanes again, and sees to it that somebody looks again; what fails is left to the next look. */
export async function lookAfterLanes(
	state: DurableObjectState,
	sweep: OpenSweep,
	settings: SweepSettings,
): Promise<void> {
	if (!sweep.isRunning) return;
	try {
		if ((await state.storage.getAlarm()) === null) await setNextAlarm(state, sweep, settings);
		await restartDeadLanes(sweep, settings);
	} catch (error) {
		console.error({ message: 'lanes cannot be started', sweep: sweep.entry.id, error: String(error) });
	}
}

/** Starts dead lanes again; where none is left but cells are, as many as there is work for. */
async function restartDeadLanes(sweep: OpenSweep, settings: SweepSettings): Promise<void> {
	const { entry, cells, lanes } = sweep;
	const found = await lanes.findDead(Date.now(), settings.stallSeconds * 1000, settings.lanesSince);
	if (!sweep.isRunning) return; // it may have been stopped while we asked
	const dead = found.filter(({ lane, instance }) => lanes.isCurrent(lane, instance));
	if (lanes.count === 0) cells.releaseAll();
	const wanted = Math.min(settings.lanes, cells.unheld, Math.ceil(entry.charged / FLOP_OF_A_LANE));
	const started =
		lanes.count === 0 ? Array.from({ length: Math.max(1, wanted) }, (_, i) => i) : dead.map(({ lane }) => lane);
	if (started.length === 0) return;
	console.log(JSON.stringify({ message: 'lanes are started', sweep: entry.id, lanes: started }));
	for (const lane of started) cells.release(lane);
	await lanes.start(started, Date.now());
	await lanes.terminate(dead.map(({ instance }) => instance));
}
