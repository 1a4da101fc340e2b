import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { sweepId } from '../../src/schema/identity.ts';
import { type SweepInput, sweepSchema } from '../../src/schema/sweep.ts';
import type { SweepBegun, SweepDocument } from '../../src/schema/sweepAnswers.ts';
import type { GridOfRuns } from '../../src/sweeps/grid.ts';
import { planSweep } from '../../src/sweeps/plan.ts';
import { api, post } from './api.ts';

/** Twelve cells that train in a blink. */
export const grid: SweepInput = {
	base: {
		data: { kind: 'moons', test: { m: 20 } },
		network: { hidden: [4], activation: 'tanh' },
		training: { epochs: 20, recordEvery: 20 },
	},
	axes: { lambda: [0.1, 1, 10], m: [10, 20], seed: [1, 2] },
};

/** Begins a sweep. */
export async function begin(body: unknown = grid): Promise<SweepBegun> {
	const response = await post('/sweeps', body);
	if (response.status !== 202) throw new Error(await response.text());
	return response.json();
}

/** A DELETE of a sweep, with a token or without. */
export const withdraw = (id: string, token: string | null): Promise<Response> =>
	api(`/sweeps/${id}`, { method: 'DELETE', headers: token === null ? {} : { Authorization: `Bearer ${token}` } });

export const document = async (id: string): Promise<SweepDocument> => (await api(`/sweeps/${id}`)).json();

/** The sweep once it is over. */
export const ended = (id: string): Promise<SweepDocument> =>
	vi.waitFor(
		async () => {
			const sweep = await document(id);
			if (sweep.status === 'running') throw new Error(`the sweep ${id} is still running`);
			return sweep;
		},
		{ timeout: 20_000, interval: 20 },
	);

export const ledger = (id: string) => env.LEDGERS.getByName(id);

export function planOf(body: unknown): GridOfRuns {
	const outcome = planSweep(sweepSchema.parse(body));
	if ('errors' in outcome) throw new Error(JSON.stringify(outcome.errors));
	return outcome.plan;
}

/** The id that a sweep will have. */
export async function idOf(body: unknown): Promise<string> {
	const { first, grid } = planOf(body);
	return sweepId(first, grid, ENGINE_VERSION);
}
