/** Own data, as the examples have them: a notebook as Jupyter runs it, every cell in a kernel, and two programs; against the real server. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';

const execute = promisify(execFile);

const PROGRAM = `
import json, sys
import nbformat
from nbclient import NotebookClient

notebook = nbformat.read("examples/own-data.ipynb", as_version=4)
nbformat.validate(notebook)
stored = sum(len(cell.get("outputs", [])) for cell in notebook.cells)
NotebookClient(notebook, timeout=100, resources={"metadata": {"path": "examples"}}).execute()
cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
outputs = [output for cell in cells for output in cell.outputs]
print(json.dumps({
    "stored": stored,
    "cells": len(cells),
    "pictures": sum("image/png" in output.get("data", {}) for output in outputs),
    "text": "".join(output.get("text", "") for output in outputs if output.get("name") == "stdout"),
}))
`;

test.skipIf(inject('serverUrl') === '')(
	'examples/own-data.ipynb',
	async () => {
		const { stdout } = await execute('/usr/bin/python3', ['-c', PROGRAM], {
			env: {
				...process.env,
				PYTHONPATH: join(import.meta.dirname, '../../../clients/python'),
				PYTHONDONTWRITEBYTECODE: '1',
				LAMBDA_OVER_2M_URL: inject('serverUrl'),
			},
		});
		const { stored, cells, pictures, text } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
		expect({ stored, pictures }).toEqual({ stored: 0, pictures: 2 }); // what is committed is clean
		expect(cells).toBeGreaterThan(5);
		for (const said of [
			/^90 wines to learn from, 44 to choose λ by, 44 to test/,
			/least at λ = /,
			/rows: what the wine is/,
			/weight_decay = /,
		]) {
			expect(text).toMatch(said);
		}
	},
	120_000,
);

describe.skipIf(inject('serverUrl') === '')('from a CSV file to a prediction', () => {
	test.each([
		{
			program: '/usr/bin/python3',
			file: 'examples/own-data.py',
			says: /the bottle is of the first cultivar \(first 0\.\d+, /,
		},
		{ program: 'sh', file: 'examples/own-data.sh', says: /test loss 0\.\d+\n.*"prediction":\[/ },
	])('$file', async ({ program, file, says }) => {
		const at = inject('serverUrl');
		const env = { ...process.env, PYTHONPATH: 'clients/python', LAMBDA_OVER_2M_URL: at, API: `${at}/api/v1` };
		const { stdout } = await execute(program, [file], { env });
		expect(stdout).toMatch(says);
	});
});
