import type { Language } from '../../../src/language.ts';
import type { Figure } from '../../../src/schema/figure.ts';
import { lookOf } from '../../charts/lookOf.ts';
import { paintChart } from '../../charts/paintChart.ts';
import { copyText, PICTURE_SCALE, saveCanvases, saveText } from '../../elements/save.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { chartsOfExperiment } from './chartsOfExperiment.ts';
import { csvOf, tablesOf } from './tables.ts';

/** What is taken along: the result of an experiment as a figure shows it. */
interface Taken {
	/** Of the experiment. */
	name: string;
	figure: Figure;
	parameters: Record<string, number>;
	language: Language;
	/** Where the figure is drawn: a picture is as wide. */
	place: HTMLElement;
}

/**
 * Gives a figure to the reader: its numbers as a CSV file, itself as a PNG file, or the command that computes it.
 *
 * @returns what is to be said of it, empty where the browser says it
 */
export async function takeAlong(action: string, { name, figure, parameters, language, place }: Taken): Promise<string> {
	switch (action) {
		case 'csv':
			saveText(`${name}.csv`, 'text/csv', csvOf(tablesOf(figure, language)));
			return '';
		case 'png':
			await saveCanvases(`${name}.png`, paint({ name, figure, language, place }));
			return '';
		default: {
			const text = EXPERIMENT_FIGURE_TEXT[language];
			const command = curlOf(location.origin, name, parameters);
			return (await copyText(command)) ? text.copied : text.notCopied(command);
		}
	}
}

function paint({ name, figure, language, place }: Omit<Taken, 'parameters'>): HTMLCanvasElement[] {
	const width = place.querySelector('.chart')?.clientWidth ?? place.clientWidth;
	const charts = chartsOfExperiment(name, figure, language);
	return charts.map((chart) => paintChart(chart, width, PICTURE_SCALE, lookOf(place, 0)));
}

const curlOf = (origin: string, name: string, parameters: Record<string, number>): string =>
	`curl ${origin}/api/v1/experiments/${name} -H 'Content-Type: application/json' -d '${JSON.stringify(parameters)}'`;
