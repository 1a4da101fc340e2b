import type { ModelName, OptimizerName, StudyCase, TaskName } from '../../../src/study/design.ts';
import { studyCases } from '../../../src/study/design.ts';
import type { CasePicture } from '../../../src/study/pictures.ts';

/** Every case of the study as its pictures need it: a file of the site, for what the build did not draw. */
const FILE = '/data/study-pictures.json';

let fetched: Promise<readonly CasePicture[]> | null = null;

/** The pictures of all cases, fetched once a page. @throws Error where the file does not come */
export function casePictures(): Promise<readonly CasePicture[]> {
	fetched ??= fetchPictures().catch((error) => {
		fetched = null; // the next one may come
		throw error;
	});
	return fetched;
}

async function fetchPictures(): Promise<readonly CasePicture[]> {
	const response = await fetch(FILE);
	if (!response.ok) throw new Error(`${FILE}: ${response.status}`);
	return (await response.json()) as CasePicture[]; // `npm run study` wrote it
}

/** The picture of a case. @throws Error where the study has no such case */
export function pictureIn(pictures: readonly CasePicture[], { task, model, optimizer }: StudyCase): CasePicture {
	const found = pictures.find((each) => each.task === task && each.model === model && each.optimizer === optimizer);
	if (!found) throw new Error(`the study has no "${task} ${model} ${optimizer}"`);
	return found;
}

/** The models and optimizers that the study trained on a task. */
export function trainedOn(task: TaskName): { models: ModelName[]; optimizers: OptimizerName[] } {
	const cases = studyCases().filter((each) => each.task === task);
	return {
		models: [...new Set(cases.map(({ model }) => model))],
		optimizers: [...new Set(cases.map(({ optimizer }) => optimizer))],
	};
}
