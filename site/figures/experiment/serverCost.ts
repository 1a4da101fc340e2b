/** What an experiment takes beside what one request to the server may take: known when the site is built, from what the Worker is deployed with. */
import { readFileSync } from 'node:fs';
import { arithmeticOf } from '../../../src/experiments/arithmetic.ts';
import { findExperiment } from '../../../src/experiments/registry.ts';

const GIGA = 1e9;
const found = new Map<string, number>();

/** Arithmetic of an experiment at its published parameters, in GFLOP. */
export function gflopOf(name: string): number {
	const experiment = findExperiment(name);
	if (!experiment) throw new Error(`there is no experiment "${name}"`);
	const gflop = found.get(name) ?? Math.round(arithmeticOf(experiment, {}) / (GIGA / 100)) / 100;
	found.set(name, gflop);
	return gflop;
}

/** `JOB_BUDGET_GFLOP` of wrangler.toml. @throws Error where it is not there */
export function requestGflop(): number {
	const budget = Number(readFileSync('wrangler.toml', 'utf8').match(/^JOB_BUDGET_GFLOP = "([\d.]+)"/m)?.[1]);
	if (!(budget > 0)) throw new Error('wrangler.toml has no JOB_BUDGET_GFLOP');
	return budget;
}
