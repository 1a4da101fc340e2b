/** Files of weights in the hands of NumPy and of PyTorch. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { host, train } from '../../../scripts/nodeHost.ts';
import { at } from '../../../src/at.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { exportRun } from '../../../src/export/exportRun.ts';
import { weightsNpz, weightsSafetensors } from '../../../src/export/weightFiles.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpec, RunSpecInput } from '../../../src/schema/runSpec.ts';
import { pythonWith } from './python.ts';

/** Python takes seconds to load PyTorch where the machine is busy. */
const PATIENCE_MS = 60_000;

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'weights-'));
});
afterAll(() => rm(folder, { recursive: true }));

const SPECS: [string, RunSpecInput][] = [
	['the article’s network', { data: { kind: 'moons' } }],
	['no hidden layer', { data: { kind: 'breast-cancer' }, network: { hidden: [] } }],
	['linear layers', { data: { kind: 'moons' }, network: { hidden: [3, 2], activation: 'linear' } }],
	['ten classes', { data: { kind: 'digits', m: 100 }, network: { hidden: [7], activation: 'tanh' } }],
];

async function trained(input: RunSpecInput) {
	const spec = canonical({ ...input, training: { epochs: 3 }, output: { weights: true } });
	const { weights } = await train(spec);
	if (!weights) throw new Error('it diverged');
	return { spec, weights };
}

const run = (program: string | null, code: string, ...files: string[]) =>
	JSON.parse(execFileSync(program ?? '', ['-c', code, ...files], { encoding: 'utf8', maxBuffer: 2 ** 26 }));

const numpy = pythonWith('numpy');

/** The bits of every number, so that nothing is rounded on the way. */
const READ_NPZ = `
import json, sys, zipfile
import numpy as np
assert zipfile.ZipFile(sys.argv[1]).testzip() is None
arrays = np.load(sys.argv[1], allow_pickle=False)
print(json.dumps({name: [str(array.dtype), list(array.shape), array.view(np.uint32).ravel().tolist()] for name, array in arrays.items()}))
`;

const bits = (values: readonly number[]) => [...new Uint32Array(Float32Array.from(values).buffer)];

describe.skipIf(numpy === null)('NumPy loads', () => {
	test.each(SPECS)(
		'%s, bit for bit',
		async (_, input) => {
			const { weights } = await trained(input);
			const file = join(folder, 'weights.npz');
			await writeFile(file, weightsNpz(weights));
			const expected = weights.W.flatMap((W, layer) => {
				const b = at(weights.b, layer);
				return [
					[`W${layer}`, ['float32', [W.length, at(W, 0).length], bits(W.flat())]],
					[`b${layer}`, ['float32', [b.length], bits(b)]],
				];
			});
			expect(run(numpy, READ_NPZ, file)).toEqual(Object.fromEntries(expected));
		},
		PATIENCE_MS,
	);
});

const torch = pythonWith('torch');

/** The format as its page describes it, since Debian has no safetensors; the model is that of the exported program. */
const loadTorch = (model: string) => `
import json, struct, sys
import torch
from torch import nn
data = open(sys.argv[1], "rb").read()
length, = struct.unpack("<Q", data[:8])
assert length % 8 == 0 and data[8:9] == b"{"
header = json.loads(data[8:8 + length])
metadata, numbers = header.pop("__metadata__"), data[8 + length:]
state = {}
for name, entry in header.items():
    start, end = entry["data_offsets"]
    assert entry["dtype"] == "F32"
    state[name] = torch.frombuffer(bytearray(numbers[start:end]), dtype=torch.float32).reshape(entry["shape"])
assert max(entry["data_offsets"][1] for entry in header.values()) == len(numbers)
${model}
model.load_state_dict(state, strict=True)
bits = [parameter.detach().numpy().view("uint32").ravel().tolist() for parameter in model.parameters()]
print(json.dumps([metadata, bits]))
`;

/** The statement of the exported program that makes its model. */
async function modelOf(spec: RunSpec): Promise<string> {
	const program = await exportRun(resolve(spec), 'pytorch', host.tables);
	const [model] = (program.ok ? program.code : '').match(/^model = nn\.Sequential\([\s\S]*?^\)/m) ?? [];
	if (!model) throw new Error('the program has no model');
	return model;
}

describe.skipIf(torch === null)('PyTorch loads into the exported model', () => {
	test.each(SPECS)(
		'%s, bit for bit',
		async (_, input) => {
			const { spec, weights } = await trained(input);
			const file = join(folder, 'weights.safetensors');
			await writeFile(file, weightsSafetensors(weights, spec, 'abc'));
			const [metadata, parameters] = run(torch, loadTorch(await modelOf(spec)), file);
			expect(metadata).toEqual({ format: 'pt', run: 'abc' });
			expect(parameters).toEqual(weights.W.flatMap((W, layer) => [bits(W.flat()), bits(at(weights.b, layer))]));
		},
		PATIENCE_MS,
	);
});
