import type { FigurePenalty, LambdaChoice } from '../../src/experiments/scalingFigure.ts';
import type { Formats } from './formats.ts';

/** What a sentence about one run can mention. */
export interface RunFacts {
	m: number;
	penalty: FigurePenalty;
	lambda: number;
	dataLoss: number | null;
	objective: number | null;
	testLoss: number | null;
	testAccuracy: number | null;
}

/** A run's facts by m and penalty: what the caption of the figure compares. */
export type FactsOf = (m: number, penalty: FigurePenalty) => RunFacts;

/** Why a training did not come back; `detail` is the API's own English sentence. */
export type FailureFacts =
	| { kind: 'unreachable' }
	| { kind: 'timeout'; seconds: number }
	| { kind: 'unreadable'; status: number }
	| { kind: 'busy'; retryAfterSeconds: number | null }
	| { kind: 'refused'; status: number; detail: string }
	| { kind: 'broken'; status: number };

/** Where a result on the page comes from. */
type Origin = 'precomputed' | 'computed' | 'cached';

/** What the figure says: needed in the build and in the browser. */
export interface FigureText {
	format: Formats;
	title: string;
	/** Short names of the penalties, in plain Unicode. */
	penalty: Record<FigurePenalty, string>;
	size: (m: number) => string;
	lambda: (lambda: number) => string;
	choiceLegend: string;
	choice: Record<LambdaChoice['key'], string>;
	/** What is seen, with its numbers. */
	caption: Record<LambdaChoice['key'], (of: FactsOf) => string>;
	testLine: (run: RunFacts) => string;
	objectiveLine: (run: RunFacts) => string;
	boundaryLabel: (run: RunFacts) => string;
	flatLabel: (run: RunFacts) => string;
	flatNote: string;
	keyClass: readonly [string, string];
	keyLine: string;
	tracesTitle: string;
	tracesLabel: (runs: readonly RunFacts[]) => string;
	epochAxis: string;
	objectiveAxis: string;
	traceName: (run: Pick<RunFacts, 'm' | 'penalty'>) => string;
	origin: Record<Origin, string>;
	originWithTime: (origin: Origin, milliseconds: number) => string;
	originHelp: Record<Origin, string>;
	train: string;
	cancel: string;
	trainHelp: string;
	training: string;
	progressLabel: string;
	progress: (done: number, total: number) => string;
	total: (total: { computed: number; cached: number; milliseconds: number }) => string;
	sameAsPrecomputed: string;
	differsFromPrecomputed: string;
	cancelled: (done: number, total: number) => string;
	failedTitle: (done: number, total: number) => string;
	failure: (failure: FailureFacts) => string;
	resultLink: string;
	resultLinkLabel: (run: Pick<RunFacts, 'm' | 'penalty' | 'lambda'>) => string;
	table: {
		summary: string;
		caption: string;
		columns: {
			m: string;
			penalty: string;
			lambda: string;
			dataLoss: string;
			penaltyValue: string;
			objective: string;
			testLoss: string;
			testAccuracy: string;
			origin: string;
		};
	};
	setupHtml: string;
}

/** Every string that a visitor can see or hear; those that end in Html hold inline markup. */
export interface Text {
	siteName: string;
	pageTitle: string;
	description: string;
	skip: string;
	languageNavigation: string;
	theme: { legend: string; system: string; light: string; dark: string };
	titleHtml: string;
	deckHtml: string;
	equation: { label: string; number: string; symbolsHtml: string };
	figure: FigureText;
	footer: { licenceHtml: string; sourcesTitle: string; article: string; notebook: string; apiTitle: string };
	problem: {
		kind: string;
		description: (title: string) => string;
		remedyTitle: string;
		typeTitle: string;
		requestTitle: string;
	};
	notFound: { title: string; body: string; home: string };
}
