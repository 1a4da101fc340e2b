import { expect, test } from 'vitest';
import type { Run } from '../../src/schema/run.ts';
import { expectClose } from '../core/expectClose.ts';
import trajectories from '../golden/trajectories.json' with { type: 'json' };
import { goldenSpec } from '../support/goldenSpec.ts';
import { post } from './api.ts';

test.each(trajectories.cases)('the API goes the way of PyTorch: $name', async (golden) => {
	const response = await post('/runs', goldenSpec(golden, 'fused'));
	expect(response.status).toBe(200);
	const { trace, weights } = await response.json<Run>();
	for (const [step, loss] of golden.dataLoss.entries()) expectClose(trace.dataLoss[step], loss, 2e-4);
	for (const [layer, W] of golden.W.entries()) expectClose(weights?.W[layer]?.flat(), W.flat(), 1e-3);
	for (const [layer, b] of golden.b.entries()) expectClose(weights?.b[layer], b, 1e-3);
});
