import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { precomputeLiveFigure } from '../../../scripts/precompute/liveFigures.ts';
import { PUBLISHED_CURVES, PUBLISHED_TASKS } from '../../../site/figures/published/publishedTasks.ts';
import { publishedFile } from '../../../site/training/live/publishedOutcome.ts';
import { partOf } from '../../support/partOf.ts';

const FIGURES = [...new Set([...Object.keys(PUBLISHED_TASKS), ...Object.keys(PUBLISHED_CURVES)])];

describe('the committed results of the live figures', () => {
	test.each(partOf(FIGURES, 4))(
		'are what the engine trains now: %s',
		async (figure) => {
			expect(await precomputeLiveFigure(figure, true)).toEqual([]);
			const tasks = PUBLISHED_TASKS[figure];
			if (!tasks) return; // it has a curve alone
			const keys = Object.keys(JSON.parse(readFileSync(publishedFile(figure), 'utf8')));
			expect(keys).toEqual(expect.arrayContaining(Object.keys(tasks)));
		},
		60_000,
	);
});
