import { describe, expect, test } from 'vitest';
import { chartsOfFigure } from '../../../site/figures/experiment/chartsOfFigure.ts';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { tablesOf } from '../../../site/figures/experiment/tables.ts';
import { chartName } from '../../../site/text/experimentFigure/chartName.ts';
import { committedResult } from '../../../src/experiments/committed.ts';
import { describeSetting } from '../../../src/experiments/describeSetting.ts';
import { SETTING_WORDS } from '../../../src/experiments/settingWords.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';

test.each([
	['moons, over-2sqrt-m', 'two moons, λ/(2√m)', '双月牙，λ/(2√m)'],
	['breast-cancer，half', 'breast cancer, λ/2', '乳腺癌，λ/2'],
	['relu, 30,000 epochs', 'ReLU, 30,000 epochs', 'ReLU，30,000 epochs'],
	['m = 1000', 'm = 1,000', 'm = 1,000'],
	['AdamW 0.05', 'AdamW d = 0.05', 'AdamW d = 0.05'],
	['λ = 0.00025', 'λ = 0.00025', 'λ = 0.00025'],
	['m = 30, λ = 0.02, half', 'm = 30, λ = 0.02, λ/2', 'm = 30，λ = 0.02，λ/2'],
])('%s is %s and %s in a chart', (name, en, zh) => {
	expect(chartName(name, 'en')).toBe(en);
	expect(chartName(name, 'zh')).toBe(zh);
});

/** Names of a specification that a reader never meets, whatever is drawn or listed. */
const CODE_NAMES: ReadonlySet<string> = new Set([
	...SCALINGS.filter((name) => name !== 'full'),
	...Object.keys(SETTING_WORDS.zh.kinds).filter((kind) => kind.includes('-')),
	...Object.keys(SETTING_WORDS.zh.applications),
	'relu',
	'mnist',
]);

describe.each(['en', 'zh'] as const)('no name of a specification stands, %s', (language) => {
	test.each(Object.keys(INTERACTIONS))('in the charts and tables of %s', (name) => {
		const figure = committedResult(name)?.figure;
		if (!figure) throw new Error(`no committed result "${name}"`);
		const drawn = chartsOfFigure(figure, language).flatMap((chart) => {
			if (chart.kind === 'heat-map') return [chart.title];
			return [...chart.series.map((one) => one.name), ...('categories' in chart.x ? chart.x.categories : [])];
		});
		const listed = tablesOf(figure, language).flatMap(({ caption, header, rows }) => [
			caption,
			...header,
			...rows.flat().filter((cell) => typeof cell === 'string'),
		]);
		for (const part of [...drawn, ...listed].flatMap((one) => one.split(/[,，:：] ?/)))
			expect(CODE_NAMES).not.toContain(part);
	});
});

test('what a Chinese reader sees of a figure holds no English word but names', () => {
	const names = /\b(SGD|SGDW|Adam|AdamW|ReLU|tanh|sigmoid|MNIST|float32|rad|log|ridge|dropout)\b/g;
	for (const name of Object.keys(INTERACTIONS)) {
		const result = committedResult(name);
		if (!result) throw new Error(`no committed result "${name}"`);
		const tables = tablesOf(result.figure, 'zh').flatMap(({ caption, header, rows }) => [
			caption,
			...header,
			...rows.flat().filter((cell) => typeof cell === 'string'),
		]);
		const said = [...tables, describeSetting(result.setting).zh].join(' | ').replaceAll(names, '');
		expect(said.match(/[A-Za-z]{3,}/g) ?? [], name).toEqual([]);
	}
});
