import { expect, it } from 'vitest';
import { heatMapSvg } from '../../../site/charts/heatMapSvg.ts';
import type { HeatMapFigure } from '../../../src/experiments/figure.ts';

const same = (text: string) => ({ en: text, zh: text });
const figure: HeatMapFigure = {
	kind: 'heat-map',
	x: { label: same('m'), scale: 'logarithmic' },
	y: { label: same('λ'), scale: 'logarithmic' },
	z: { label: same('loss'), scale: 'linear' },
	panels: [
		{
			label: same('panel'),
			x: [10, 100],
			y: [1, 2, 3],
			z: [
				[5, 1],
				[4, 2],
				[null, 3],
			],
		},
	],
};

it('rings the best λ of each m, not the best m of each λ', () => {
	const { inside } = heatMapSvg(figure, 'en');
	const ringed = [...inside.matchAll(/<title>([^<]*)<\/title><\/rect><circle class="best"/g)].map(([, name]) => name);
	expect(ringed.sort()).toEqual(['m 10, λ 2: loss 4', 'm 100, λ 1: loss 1']);
});

it('names the vertical axis', () => {
	expect(heatMapSvg(figure, 'en').inside).toContain('>λ</text>');
});
