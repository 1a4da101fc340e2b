/** The measurements of a trace that the Lab draws, in their order. */
export const CHARTS = ['dataLoss', 'penalty', 'objective', 'accuracy', 'weightNorm'] as const;
export type Chart = (typeof CHARTS)[number];

/** The words of the Lab. */
export interface LabText {
	pageTitle: string;
	description: string;
	title: string;
	introHtml: string;
	needsScript: string;

	controls: string;
	play: string;
	pause: string;
	step: string;
	reset: string;
	speed: string;
	speeds: readonly string[];
	undo: string;
	redo: string;
	presets: string;
	choosePreset: string;
	claim: (numbers: string, title: string) => string;
	share: string;
	shared: string;
	notShared: string;
	tooLong: string;
	/** Of an address that holds no runs. */
	notALink: string;

	runs: string;
	run: (key: number) => string;
	add: string;
	remove: string;
	formTitle: (key: number) => string;
	asJson: string;
	apply: string;
	notJson: (message: string) => string;
	bounds: (from: string | null, isOpen: boolean, to: string, isWhole: boolean, or: string | null) => string;
	follows: string;
	listHint: string;

	findings: string;
	nothingFound: string;
	severity: Record<'error' | 'warning' | 'info', string>;
	derived: Record<
		| 'penaltyCoefficient'
		| 'decayCoefficient'
		| 'shrinkPerStep'
		| 'timescaleEpochs'
		| 'priorStandardDeviation'
		| 'parameters'
		| 'steps',
		string
	>;
	refused: string;
	refusedBecause: (reasons: readonly string[]) => string;
	/** What is wrong with a field; the path is empty where the whole is wrong. */
	problem: (path: string, message: string) => string;

	/** @param more how many there are besides */
	differences: (named: readonly string[], more: number) => string;
	difference: (field: string, from: string, to: string) => string;
	only: (field: string, to: string) => string;
	without: (field: string) => string;
	same: string;
	base: string;
	none: string;
	on: string;
	off: string;
	otherRows: string;

	waiting: string;
	progress: (epoch: string, epochs: string) => string;
	over: (epochs: string) => string;
	stopped: (epoch: string, patience: string) => string;
	diverged: (epoch: string, cause: string | null) => string;
	failed: (message: string) => string;
	boundary: string;
	network: string;
	histogram: string;
	norms: string;
	layer: (index: number) => string;
	units: (hidden: number) => string;

	traces: string;
	charts: Record<Chart, string>;
	testDotted: string;
	logarithmic: string;
	epoch: string;
	epochSlider: string;
	table: string;
	columns: Record<
		'run' | 'dataLoss' | 'penalty' | 'objective' | 'testLoss' | 'trainAccuracy' | 'testAccuracy' | 'weightNorm',
		string
	>;

	edge: string;
	edgeHelp: string;
	edgeAsking: string;
	edgeLabel: string;
	edgeProgress: (epoch: string, epochs: string) => string;
	edgeSame: (id: string) => string;
	edgeOther: (id: string, other: string) => string;
	edgeFailed: (reason: string) => string;
	edgeTooEarly: string;

	exportTitle: string;
	exportRun: string;
	exportAll: string;
	exportRefused: (target: string, reasons: string) => string;
	copied: (name: string) => string;
	saved: (name: string) => string;

	ownTitle: string;
	ownHelp: string;
	ownPaste: string;
	ownFile: string;
	ownTarget: string;
	ownHeldOut: string;
	ownStandardize: string;
	ownUse: string;
	ownUsed: (rows: string, features: string, test: string, target: string) => string;
	ownClasses: (classes: string) => string;
	ownErrors: (count: number) => string;
	ownError: (row: number, column: string, message: string) => string;
	ownProblems: {
		empty: string;
		noRows: string;
		columns: (has: number, expected: number) => string;
		notNumber: (value: string) => string;
		missing: string;
		tooLarge: (value: string) => string;
		tooManyRows: (rows: number, most: number) => string;
		tooManyColumns: (columns: number, most: number) => string;
		oneColumn: string;
		tooFewRows: string;
		quotes: string;
	};
}
