import { expect, test } from 'vitest';
import { labelAxis } from '../../../site/charts/axisLabels.ts';
import type { FormatNumber } from '../../../site/charts/chart.ts';
import { formatInProse } from '../../../src/numberFormat.ts';

const formatNumber: FormatNumber = (value, notation) => formatInProse(value, { language: 'en', ...notation });

test.each([
	['decimals as they are', [0, 0.05, 0.1], ['0', '0.05', '0.1']],
	['decades down to 10⁻⁴ as powers', [1e-4, 1e-3, 0.01, 0.1, 1], ['10⁻⁴', '10⁻³', '10⁻²', '10⁻¹', '1']],
	['decimals where powers are no shorter', [1e-4, 3e-4, 1e-3], ['0.0001', '0.0003', '0.001']],
	['thousands beside a million as powers', [1000, 1e5, 1e7], ['10³', '10⁵', '10⁷']],
	['both sides of 1', [1e-6, 0.01, 1, 10, 1e4], ['10⁻⁶', '10⁻²', '1', '10', '10⁴']],
	['half a million beside a million', [0, 5e5, 1e6], ['0', '5·10⁵', '10⁶']],
])('the numbers of an axis are written in one way: %s', (_, values, labels) => {
	expect(labelAxis(values, formatNumber)).toEqual(labels);
});
