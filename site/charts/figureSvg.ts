import type { Figure } from '../../src/experiments/figure.ts';
import { escapeHtml } from '../html/escapeHtml.ts';
import type { LanguageKey } from '../text/languages.ts';
import { curvesSvg } from './curvesSvg.ts';
import { heatMapSvg } from './heatMapSvg.ts';
import { HEIGHT, WIDTH } from './svg.ts';

/** Pixels of a heat map's unit, at most. */
const LARGEST = 1.4;

/**
 * What an experiment found as the text of an SVG element. Colours are the style sheet's
 * (`styles/experimentFigure.css`), so that a theme draws nothing again. The build draws every figure so; in the
 * browser Chart.js takes the place of curves.
 *
 * @param label what a screen reader says
 */
export function figureSvg(figure: Figure, language: LanguageKey, label: string): string {
	const { inside, width, height } =
		figure.kind === 'curves'
			? { inside: curvesSvg(figure, language), width: WIDTH, height: HEIGHT }
			: heatMapSvg(figure, language);
	// Few cells are not blown up to the width of the page.
	const most = figure.kind === 'heat-map' ? ` style="max-inline-size:${Math.round(width * LARGEST)}px"` : '';
	return `<svg class="experiment-svg"${most} viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">${inside}</svg>`;
}
