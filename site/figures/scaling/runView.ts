import type { FigureRun } from '../../../src/experiments/scalingFigure.ts';
import type { Run } from '../../../src/schema/run.ts';
import { boundarySvg } from '../../pictures/boundary/boundarySvg.ts';
import { isFlat } from '../../pictures/boundary/field.ts';
import type { Frame } from '../../pictures/boundary/frame.ts';
import type { FigureText, RunFacts } from '../../text/text.ts';
import { figureSample } from '../figureSample.ts';
import { runFacts } from './runFacts.ts';
import { type Arrival, RUNS } from './trainRun.ts';

/** Writes one result into the figure: its panel, and its row of the table, both marked `data-run`. */
export function showArrival(
	root: ParentNode,
	text: FigureText,
	frame: Frame,
	figureRun: FigureRun,
	arrival: Arrival,
): void {
	const { run, origin, milliseconds } = arrival;
	const facts = runFacts(figureRun, run);
	for (const part of root.querySelectorAll<HTMLElement>(`[data-run="${figureRun.key}"]`)) {
		part.dataset.origin = origin;
		write(part, 'boundary', (slot) => drawBoundary(slot, text, frame, run, facts));
		write(part, 'origin', (slot) => {
			slot.textContent = text.originWithTime(origin, milliseconds);
			slot.title = text.originHelp[origin];
		});
		write(part, 'link', (slot) => slot.replaceChildren(link(`${RUNS}/${run.id}`, text, facts)));
		write(part, 'testLine', (slot) => setText(slot, text.testLine(facts)));
		write(part, 'objectiveLine', (slot) => setText(slot, text.objectiveLine(facts)));
		write(part, 'dataLoss', (slot) => setText(slot, text.format.loss(facts.dataLoss)));
		write(part, 'penaltyValue', (slot) => setText(slot, text.format.loss(run.final.penalty)));
		write(part, 'objective', (slot) => setText(slot, text.format.loss(facts.objective)));
		write(part, 'testLoss', (slot) => setText(slot, text.format.loss(facts.testLoss)));
		write(part, 'testAccuracy', (slot) => setText(slot, text.format.share(facts.testAccuracy)));
	}
}

/** Says that a run is being trained, or no longer. */
export function markTraining(root: ParentNode, key: string, training: boolean): void {
	for (const part of root.querySelectorAll(`[data-run="${key}"]`)) {
		part.toggleAttribute('data-training', training);
		part.setAttribute('aria-busy', String(training));
	}
}

function drawBoundary(slot: HTMLElement, text: FigureText, frame: Frame, run: Run, facts: RunFacts): void {
	const { boundary } = run;
	if (!boundary) return; // the drawing of the precomputed result stays
	const label = isFlat(boundary) ? text.flatLabel(facts) : text.boundaryLabel(facts);
	slot.innerHTML = boundarySvg({ boundary, sample: figureSample(run), frame, label });
}

function link(href: string, text: FigureText, facts: RunFacts): HTMLAnchorElement {
	const anchor = document.createElement('a');
	anchor.href = href;
	anchor.textContent = text.resultLink;
	anchor.setAttribute('aria-label', text.resultLinkLabel(facts));
	return anchor;
}

/** Fills the element that the page has marked with `data-slot`, if this part has one. */
function write(part: ParentNode, slot: string, fill: (element: HTMLElement) => void): void {
	const element = part.querySelector<HTMLElement>(`[data-slot="${slot}"]`);
	if (element) fill(element);
}

function setText(element: HTMLElement, text: string): void {
	element.textContent = text;
}
