/** Every example, as a person would run it, against the real server. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';

const execute = promisify(execFile);

test.skipIf(inject('serverUrl') === '').each([
	{
		program: 'sh',
		file: 'examples/train.sh',
		says: [/lambda = 0: test loss \d+\.\d+/, /lambda = 3: test loss 0\.\d+/, /^epoch,dataLoss/m],
	},
	{
		program: '/usr/bin/python3',
		file: 'examples/compare.py',
		says: [/over-2m, m = 30 +test loss 0\.\d+/, /half, m = 300 +test loss 0\.\d+/],
	},
	{
		program: 'sh',
		file: 'examples/sweep.sh',
		says: [/^scaling,quantity,m,to,value,low,high/m, /^over-2m,best-lambda,30,,/m],
	},
	{
		program: 'sh',
		file: 'examples/stream.sh',
		says: [/^epoch \d+ of 60000$/m, /^data loss 0\.\d+, test loss 0\.\d+$/m],
	},
	{
		program: '/usr/bin/python3',
		file: 'examples/stream.py',
		says: [/^epoch \d+ of 60000$/m, /^data loss 0\.\d+, test loss 0\.\d+$/m],
	},
	{
		program: process.execPath,
		file: 'examples/stream.ts',
		says: [/^over-2m: epoch \d+ of 60000$/m, /^half: data loss 0\.\d+, test loss 0\.\d+$/m],
	},
	{
		program: process.execPath,
		file: 'examples/convert.ts',
		says: [/lambda = 10\n/, /sklearn-logistic-regression: C = 0\.1\n/, /pytorch-adamw: .*not the same minimiser/],
	},
])('$file', async ({ program, file, says }) => {
	const { stdout } = await execute(program, [file], { env: { ...process.env, API: `${inject('serverUrl')}/api/v1` } });
	for (const pattern of says) expect(stdout).toMatch(pattern);
});
