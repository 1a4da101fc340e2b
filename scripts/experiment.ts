/**
 * `npm run experiment -- NAME [parameter=value …]`: runs one experiment and prints its result as JSON; its
 * sentence and what it does not meet go to standard error. `npm run experiment` lists them.
 */
import { ENGINE_VERSION } from '../src/engine/version.ts';
import { findUnmet } from '../src/experiments/expectations.ts';
import { EXPERIMENTS, findExperiment } from '../src/experiments/registry.ts';
import { runExperiment } from '../src/experiments/runExperiment.ts';
import { canonical } from '../src/schema/canonical.ts';
import { fieldErrors } from '../src/schema/fieldErrors.ts';
import { host, train } from './nodeHost.ts';

const [name = '', ...assignments] = process.argv.slice(2);
const experiment = findExperiment(name);
if (experiment) await run(experiment);
else {
	process.stderr.write(`npm run experiment -- NAME [parameter=value …], where NAME is one of\n`);
	for (const { name, claims, title } of EXPERIMENTS) process.stderr.write(`  ${name}: ${title.en} (claim ${claims})\n`);
	process.exitCode = 1;
}

async function run(experiment: (typeof EXPERIMENTS)[number]): Promise<void> {
	const given = Object.fromEntries(
		assignments.map((assignment) => {
			const [key = '', value = ''] = assignment.split('=');
			return [key, Number(value)];
		}),
	);
	const parameters = experiment.parameters.safeParse(given);
	if (!parameters.success) {
		const errors = fieldErrors(parameters.error, given, experiment.parameters);
		for (const { path, message } of errors) process.stderr.write(`${path}: ${message}\n`);
		process.exitCode = 1;
		return;
	}
	const result = await runExperiment(
		experiment,
		parameters.data,
		{ train: (spec) => train(canonical(spec)), tables: host.tables },
		ENGINE_VERSION,
	);
	process.stdout.write(`${JSON.stringify(result)}\n`);
	process.stderr.write(`${result.sentence.en}\n${result.sentence.zh}\n`);
	for (const { measured, text } of findUnmet(name, result.measured)) {
		process.stderr.write(`not met: ${measured}, expected ${text.en}\n`);
	}
}
