import type { Language } from '../../../../src/language.ts';
import type { StudyCase } from '../../../../src/study/design.ts';
import type { CasePicture } from '../../../../src/study/pictures.ts';
import type { CaseSummary } from '../../../../src/study/summary.ts';
import { RECOUNT_TEXT } from '../../../text/sweeps/recountText.ts';
import { comparedHtml, compareNumbers } from './compareNumbers.ts';
import type { Recounted } from './recountWorker.ts';

const STUDY = '/data/study.json';

interface Places {
	said: HTMLElement;
	table: HTMLElement;
}

/** Computes a case again from the published losses, and says of each number whether it is the committed one. Answered once, or never where the signal is aborted. */
export async function recount(
	picture: CasePicture,
	{ said, table }: Places,
	language: Language,
	signal: AbortSignal,
): Promise<void> {
	const text = RECOUNT_TEXT[language];
	said.textContent = text.computing;
	table.replaceChildren();
	try {
		const { task, model, optimizer } = picture;
		const [recounted, exponent] = await Promise.all([
			inWorker({ task, model, optimizer }, signal),
			committedExponent(picture),
		]);
		if (signal.aborted) return;
		if (!recounted) throw new Error('the losses did not come');
		const compared = compareNumbers({ picture, exponent }, recounted, language);
		const others = compared.filter((one) => one.committed !== one.recounted);
		said.textContent = text.said(compared.length, others.length);
		table.innerHTML = comparedHtml(compared, language);
	} catch {
		if (!signal.aborted) said.textContent = text.failed;
	}
}

/** The committed exponent of a case, as the experiments read it. */
async function committedExponent({ task, model, optimizer }: StudyCase): Promise<CaseSummary['exponent']> {
	const { cases } = (await (await fetch(STUDY)).json()) as { cases: CaseSummary[] }; // `npm run study` wrote it
	const found = cases.find((each) => each.task === task && each.model === model && each.optimizer === optimizer);
	if (!found) throw new Error(`the study has no "${task} ${model} ${optimizer}"`);
	return found.exponent;
}

function inWorker(chosen: StudyCase, signal: AbortSignal): Promise<Recounted> {
	const worker = new Worker(new URL('./recountWorker.ts', import.meta.url), { type: 'module' });
	return new Promise<Recounted>((resolve) => {
		const end = (found: Recounted) => {
			worker.terminate();
			resolve(found);
		};
		worker.onmessage = ({ data }: MessageEvent<Recounted>) => end(data);
		worker.onerror = () => end(null);
		signal.addEventListener('abort', () => end(null), { once: true });
		worker.postMessage(chosen);
	});
}
