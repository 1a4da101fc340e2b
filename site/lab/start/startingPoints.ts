import { CHAPTERS, type Chapter } from '../../../src/experiments/chapters.ts';
import type { Language } from '../../../src/language.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { addressIn } from '../../text/languages.ts';
import { encodeState } from '../state/link.ts';
import { presets } from '../state/presets.ts';
import { ofSpecs } from '../state/state.ts';
import { QUESTIONS } from './questions.ts';

/** Runs that a reader can start from. */
interface StartingPoint {
	/** How links name it. */
	name: string;
	/** How it is called in a list. */
	label: string;
	/** The runs, as a link of the Lab holds them. */
	link: string;
	/** What to look at: of a claim what it says is to be seen. */
	says: string;
	/** Where the claim is measured; null for a question. */
	href: string | null;
}

/** The three questions, each with the names of what the build draws of it. */
export const questionsToStart = (language: Language): Promise<(StartingPoint & { pictures: readonly string[] })[]> =>
	Promise.all(
		QUESTIONS.map(async ({ name, specs, pictured }) => {
			const { question, see } = LAB_TEXT[language].questions[name];
			const link = await encodeState(ofSpecs(specs));
			return {
				name,
				label: question,
				link,
				says: see,
				href: null,
				pictures: pictured.map((index) => `${name} ${index}`),
			};
		}),
	);

/** The claims that runs can show, by the chapters of the article and in its order. */
export async function claimsToStart(language: Language): Promise<{ title: string; points: StartingPoint[] }[]> {
	const all = await Promise.all(presets().map((preset) => claimToStart(preset, language)));
	return CHAPTERS.flatMap((chapter) => {
		const points = all.filter((one) => one.chapter === chapter);
		return points.length > 0 ? [{ title: chapter.title[language], points }] : [];
	});
}

async function claimToStart(
	{ claim, chapter, title, sentence, experiment, specs }: ReturnType<typeof presets>[number],
	language: Language,
): Promise<StartingPoint & { chapter: Chapter }> {
	const label = LAB_TEXT[language].claim(String(claim), title[language]);
	const href = `${addressIn(language, '/replication/')}#${experiment}`;
	const link = await encodeState(ofSpecs(specs));
	return { chapter, name: String(claim), label, says: sentence[language], href, link };
}
