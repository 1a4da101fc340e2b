/**
 * `npm test`: every check, of the longest files of tests one part of four (`vitest.config.ts`), and a last line that counts them:
 * `N passed, N failed, N skipped`. `npm test -- core lint` runs only those named, `npm run test:every` all there is.
 *
 * Commands are run two at a time, since each uses one core; then the projects of vitest one after the other, which use two each.
 *
 * A step of vitest counts its tests; any other step counts as one. A vitest run that crashed, or
 * found no test, counts as a failure whatever else it says.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ group: string, name: string, run: string[], after?: string } | { group: string, vitest: string }} Step */

/** @type {Step[]} */
const STEPS = [
	{ group: 'kernel', name: 'build of the kernel', run: ['npm', 'run', '--silent', 'build:kernel'] },
	// The longest first, so that two lanes end together.
	{ group: 'types', name: 'types: site', run: ['astro', 'check', '--tsconfig', 'site/tsconfig.json'] },
	// Both write what Astro keeps of the content.
	{ group: 'build', name: 'build of the site', run: ['node', 'scripts/buildSite.mjs'], after: 'types: site' },
	{ group: 'types', name: 'types: tests', run: ['tsc', '-p', 'tests'] },
	{ group: 'types', name: 'types: src', run: ['tsc', '-p', 'src'] },
	{
		group: 'types',
		name: 'types: worker-configuration.d.ts is current (npm run types)',
		run: ['wrangler', 'types', 'functions/worker-configuration.d.ts', '--check'],
	},
	{ group: 'types', name: 'types: functions', run: ['tsc', '-p', 'functions'] },
	{ group: 'types', name: 'types: scripts', run: ['tsc', '-p', 'scripts'] },
	{ group: 'types', name: 'types: tests/edge', run: ['tsc', '-p', 'tests/edge'] },
	{ group: 'lint', name: 'lint and format', run: ['biome', 'ci', '--error-on-warnings'] },
	{ group: 'core', vitest: 'core' },
	{ group: 'edge', vitest: 'edge*' },
	{ group: 'site', vitest: 'site' },
];

/** Groups whose steps share two lanes, in the order in which they are run. */
const STAGES = [['kernel'], ['types', 'build', 'lint'], ['core'], ['edge'], ['site']];

const root = join(import.meta.dirname ?? '.', '..');
const env = {
	...process.env,
	PATH: join(root, 'node_modules/.bin') + delimiter + (process.env.PATH ?? ''),
	ASTRO_TELEMETRY_DISABLED: '1',
	CLOUDFLARE_CF_FETCH_ENABLED: 'false',
	WRANGLER_HIDE_BANNER: 'true',
	WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
	WRANGLER_SEND_ERROR_REPORTS: 'false',
	WRANGLER_SEND_METRICS: 'false',
	WRANGLER_WRITE_LOGS: 'false',
	/** What is built here may be served or deployed as it is: for no address but that which it is asked at. */
	SITE_URL: undefined,
	FEEDBACK_URL: undefined,
	/** Which part of the longest files; every one of them where there is none. */
	TEST_PART: process.env.EVERY_CASE === '1' ? undefined : (process.env.TEST_PART ?? partOfCommit()),
	/** Set once dist/ is what the sources say: the browser tests then serve it as it is. */
	SITE_IS_BUILT: '',
};

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.once(signal, () => {
		for (const child of running) child.kill(signal);
		process.exit(1);
	});
}

const named = process.argv.slice(2);
const groups = new Set(STEPS.map(({ group }) => group));
const unknown = named.filter((name) => !groups.has(name));
if (unknown.length > 0) {
	process.stderr.write(`no such check: ${unknown.join(', ')}; there are ${[...groups].join(', ')}\n`);
	process.exit(1);
}

if (env.TEST_PART)
	process.stdout.write(`Of the longest files of tests part ${env.TEST_PART} of 0 to 3: npm run test:every runs all.\n`);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of STAGES) {
	const steps = STEPS.filter(({ group }) => stage.includes(group) && (named.length === 0 || named.includes(group)));
	await runInLanes(steps);
}
process.exitCode = total.failed > 0 ? 1 : 0;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);

/** The number of commits, modulo the parts: one commit after the other runs another part. */
function partOfCommit() {
	try {
		return String(Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: root, encoding: 'utf8' })) % 4);
	} catch {
		return '0'; // no repository, as in an archive of one
	}
}

/** Runs steps in two lanes; one that comes after another of them waits until that is over. @param {Step[]} steps */
async function runInLanes(steps) {
	const waiting = [...steps];
	const unfinished = new Set(steps.map(nameOf));
	/** @param {Step} step */
	const isFree = (step) => !('after' in step && unfinished.has(step.after ?? ''));
	const lane = async () => {
		for (let index = waiting.findIndex(isFree); index >= 0; index = waiting.findIndex(isFree)) {
			for (const step of waiting.splice(index, 1)) {
				await runStep(step);
				unfinished.delete(nameOf(step));
			}
		}
	};
	await Promise.all([lane(), lane()]);
}

/** @param {Step} step */
function nameOf(step) {
	return 'vitest' in step ? step.vitest : step.name;
}

/** @param {Step} step */
async function runStep(step) {
	const count = 'vitest' in step ? await runVitest(step.vitest) : await runCommand(step.name, step.run);
	if (step.group === 'build' && count.failed === 0) env.SITE_IS_BUILT = '1';
	total.passed += count.passed;
	total.failed += count.failed;
	total.skipped += count.skipped;
}

/**
 * A step that counts as one; what it prints is shown when it fails.
 * @param {string} name @param {string[]} command @returns {Promise<Count>}
 */
async function runCommand(name, command) {
	const start = Date.now();
	const { code, printed } = await execute(command, 'pipe');
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	process.stdout.write(code === 0 ? `✓ ${name} (${seconds} s)\n` : `${printed.trimEnd()}\n✗ ${name} (${seconds} s)\n`);
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** One project of vitest.config.ts, or those of a pattern. @param {string} project @returns {Promise<Count>} */
async function runVitest(project) {
	process.stdout.write(`\n${project}\n`);
	const folder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-test-'));
	try {
		const file = join(folder, 'report.json');
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
		const { code } = await execute(['vitest', 'run', '--project', project, ...reporters], 'inherit');
		const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
		const passed = report.numPassedTests ?? 0;
		const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
		let failed = (report.numFailedTests ?? 0) + countBrokenFiles(report);
		if (failed === 0 && (code !== 0 || passed + skipped === 0)) {
			process.stdout.write(`✗ ${project}: vitest failed outside of a test, or found none\n`);
			failed = 1;
		}
		return { passed, failed, skipped };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * Files that failed before or beside their tests: one that does not load, a hook that throws.
 * @param {{ testResults?: { status: string, assertionResults: { status: string }[] }[] }} report
 */
function countBrokenFiles({ testResults = [] }) {
	return testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
	).length;
}

/**
 * @param {string[]} command @param {'pipe' | 'inherit'} output
 * @returns {Promise<{ code: number, printed: string }>}
 */
function execute([program = '', ...args], output) {
	return new Promise((resolve) => {
		const shell = process.platform === 'win32'; // node_modules/.bin holds .cmd files there
		const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', output, output] });
		running.add(child);
		let printed = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text) => {
				printed += text;
			});
		}
		child.once('error', (error) => resolve({ code: 1, printed: error.message }));
		child.once('close', (code) => {
			running.delete(child);
			resolve({ code: code ?? 1, printed });
		});
	});
}
