import { whenNear } from '../../elements/whenNear.ts';

/** The figure is complete without script; what makes it alive weighs as much as Chart.js and comes when it is near. */
for (const figure of document.querySelectorAll('scaling-figure')) {
	whenNear(figure, () => void import('./ScalingFigure.ts'), new AbortController().signal);
}
