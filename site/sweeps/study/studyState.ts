import {
	type ModelName,
	OPTIMIZERS,
	type OptimizerName,
	type StudyCase,
	TASKS,
	type TaskName,
} from '../../../src/study/design.ts';
import { trainedOn } from '../../figures/study/casePictures.ts';
import { MODEL_NAMES } from '../../text/study/studyNames.ts';

/** What the browser of the study opens on. */
export const OPENING_CASE: StudyCase = { task: 'moons', model: 'relu-32-32', optimizer: 'sgd' };

/** The case nearest to what is wished that was trained: a model or optimizer that was not gives way to one that was. */
export function settleCase(wished: Partial<Record<keyof StudyCase, string | null>>): StudyCase {
	const task = CASE_NAMES.task.find((name) => name === wished.task) ?? OPENING_CASE.task;
	const { models, optimizers } = trainedOn(task);
	return {
		task,
		model: choose(models, wished.model, OPENING_CASE.model),
		optimizer: choose(optimizers, wished.optimizer, OPENING_CASE.optimizer),
	};
}

/** The case of an address. */
export const caseOf = (search: string): StudyCase => {
	const given = new URLSearchParams(search);
	return settleCase({ task: given.get('task'), model: given.get('model'), optimizer: given.get('optimizer') });
};

/** An address' query with a case in it; all else stays. */
export function withCase(search: string, chosen: StudyCase): string {
	const query = new URLSearchParams(search);
	for (const [name, value] of Object.entries(chosen)) query.set(name, value);
	return `?${query}`;
}

/** Every name that may be chosen somewhere. */
export const CASE_NAMES = {
	task: Object.keys(TASKS) as TaskName[],
	model: Object.keys(MODEL_NAMES) as ModelName[],
	optimizer: [...OPTIMIZERS] as OptimizerName[],
};

const choose = <Name extends string>(names: readonly Name[], wished: string | null | undefined, opening: Name): Name =>
	names.find((name) => name === wished) ?? names.find((name) => name === opening) ?? (names[0] as Name);
