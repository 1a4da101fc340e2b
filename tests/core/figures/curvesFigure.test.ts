import { describe, expect, it } from 'vitest';
import { figureSvg } from '../../../site/charts/figureSvg.ts';
import { colourOf, DASHES } from '../../../site/charts/values.ts';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { isSameMeasured } from '../../../site/figures/experiment/sameMeasured.ts';
import { csvOf, tablesOf } from '../../../site/figures/experiment/tables.ts';
import { committedResult } from '../../../src/experiments/committed.ts';
import type { CurvesFigure } from '../../../src/experiments/figure.ts';
import { findExperiment } from '../../../src/experiments/registry.ts';

const names = Object.keys(INTERACTIONS);
const resultOf = (name: string) => {
	const result = committedResult(name);
	if (!result) throw new Error(`no committed result "${name}"`);
	return result;
};
const curves = names.map((name) => resultOf(name).figure).filter(({ kind }) => kind === 'curves') as CurvesFigure[]; // filtered

describe('figures of experiments', () => {
	it.each(names)('%s is drawn without a number that is none', (name) => {
		const svg = figureSvg(resultOf(name).figure, 'en', 'a "label" <');
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
		expect(svg).toContain('a &quot;label&quot; &lt;');
	});

	it('gives every line of a figure a look of its own', () => {
		for (const { series } of curves) {
			const lines = series.flatMap(({ draw }, i) => (draw === 'line' ? [i] : []));
			const looks = lines.map((i) => `${colourOf(series, i)} ${DASHES[i % DASHES.length]}`);
			expect(new Set(looks).size).toBe(lines.length);
		}
	});

	it('puts intervals into the table and its CSV', () => {
		const { figure } = resultOf('overfitting');
		const [table] = tablesOf(figure, 'en');
		expect(table?.header).toHaveLength(7);
		expect(csvOf(tablesOf(figure, 'en')).split('\r\n')[1]?.split(',')).toHaveLength(7);
	});

	it.each(names)('offers only what %s accepts, its default among it', (name) => {
		const experiment = findExperiment(name);
		const { controls, shortened } = INTERACTIONS[name] ?? { controls: [] };
		const defaults = experiment?.parameters.parse({}) as Record<string, number>;
		for (const { parameter, values } of controls) {
			expect(values).toContain(defaults[parameter]);
			for (const value of values) experiment?.parameters.parse({ ...shortened, [parameter]: value });
		}
	});

	it('recognises committed numbers in unrounded ones', () => {
		const committed = { a: { value: 0.12346, low: 8.8818e-16 } };
		expect(isSameMeasured({ a: { value: 0.123456789, low: 8.881784197e-16 } }, committed)).toBe(true);
		expect(isSameMeasured({ a: { value: 0.12347, low: 8.8818e-16 } }, committed)).toBe(false);
	});
});
