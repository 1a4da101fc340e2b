import type { Sample } from '../../../src/data/sample.ts';
import type { Boundary } from '../../../src/schema/run.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { fieldSvg } from './field.ts';
import { type Frame, projection } from './frame.ts';
import { marksSvg } from './marks.ts';

/** What a decision boundary is drawn of. */
export interface Panel {
	boundary: Boundary;
	/** The examples that the network learned from. */
	sample: Sample;
	frame: Frame;
	/** What a screen reader says. */
	label: string;
}

/**
 * One decision boundary as the text of an SVG element: bands of probability, the ½ line and the
 * training examples. Colours are the style sheet's (`Boundary.astro`), so a change of theme
 * draws nothing again. The build and the browser both draw with it.
 */
export function boundarySvg({ boundary, sample, frame, label }: Panel): string {
	const plane = projection(frame);
	return [
		`<svg class="boundary" viewBox="0 0 ${plane.width} ${plane.height}" role="img" aria-label="${escapeHtml(label)}">`,
		fieldSvg(boundary, plane),
		marksSvg(sample, plane),
		'</svg>',
	].join('');
}
