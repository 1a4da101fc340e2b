import { expect, test } from 'vitest';
import { chartsOfFigure } from '../../../site/figures/experiment/chartsOfFigure.ts';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { chartName } from '../../../site/text/experimentFigure/chartName.ts';
import { committedResult } from '../../../src/experiments/committed.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';

test.each([
	['moons, over-2sqrt-m', 'two moons, λ/(2√m)', '双月牙，λ/(2√m)'],
	['breast-cancer，half', 'breast cancer, λ/2', '乳腺癌，λ/2'],
	['m = 1000', 'm = 1,000', 'm = 1,000'],
	['AdamW 0.05', 'AdamW d = 0.05', 'AdamW d = 0.05'],
	['λ = 0.00025', 'λ = 0.00025', 'λ = 0.00025'],
	['m = 30, λ = 0.02, half', 'm = 30, λ = 0.02, λ/2', 'm = 30，λ = 0.02，λ/2'],
])('%s is %s and %s in a chart', (name, en, zh) => {
	expect(chartName(name, 'en')).toBe(en);
	expect(chartName(name, 'zh')).toBe(zh);
});

test.each(['en', 'zh'] as const)('no name of a chart is that of a scaling in a specification, %s', (language) => {
	const names = Object.keys(INTERACTIONS).flatMap((name) => {
		const figure = committedResult(name)?.figure;
		if (!figure) throw new Error(`no committed result "${name}"`);
		return chartsOfFigure(figure, language).flatMap((chart) => {
			if (chart.kind === 'heat-map') return [chart.title];
			return [...chart.series.map((one) => one.name), ...('categories' in chart.x ? chart.x.categories : [])];
		});
	});
	for (const part of names.flatMap((name) => name.split(/[,，] ?/))) expect(SCALINGS).not.toContain(part);
});
