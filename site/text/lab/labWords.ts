import type { PLANAR_GENERATORS } from '../../../src/schema/data.ts';
import type { Penalty, Scaling } from '../../../src/schema/objective.ts';

/** The measurements of a trace that the Lab draws, in their order. */
export const CHARTS = ['dataLoss', 'penalty', 'objective', 'accuracy', 'weightNorm'] as const;
export type Chart = (typeof CHARTS)[number];

/** The words of the Lab. */
export interface LabText {
	pageTitle: string;
	description: string;
	title: string;
	/** Beside the title: the question that the opening runs ask, and what they are, where there is room. */
	lead: string;
	formulas: string;
	/** After that, or at λ's slider where there is room, as long as nothing is changed; `changed` then stands in its place. */
	invitation: string;
	/** In the place of both: what the last change has done. */
	effect: {
		/** Of what was something else before. @param name '' of what needs none: `moons → circles` */
		moved: (name: string, from: string, to: string) => string;
		/** Of rows that are written out; and of how often each row is there. */
		points: string;
		copies: string;
		/** A run whose λ is 0, beside others that are named by what theirs is divided by. */
		unpenalized: string;
		/** What has become of a boundary that had another shape. */
		became: Readonly<Record<'none' | 'line' | 'curve', string>>;
		/** While that trains. */
		training: (moves: string) => string;
		nothing: string;
		/** Before the losses of several runs: which they are. */
		heldOut: string;
		objective: string;
		of: (run: string, effects: string) => string;
		/** The loss of one of several runs, and what its boundary has become. */
		lossOf: (run: string, effects: readonly string[]) => string;
		/** @param losses which losses follow; '' where each says it */
		said: (moves: string, losses: string, effects: readonly string[]) => string;
		/** Where every boundary is gone. */
		lambdaBack: string;
	};
	needsScript: string;

	controls: string;
	play: string;
	pause: string;
	/** In the place of `play` at the end: what is there is shown from its beginning. */
	replay: string;
	step: string;
	reset: string;
	speed: string;
	speeds: readonly string[];
	epochSlider: string;
	epochOf: (epoch: string, epochs: string) => string;
	/** In its place while the pictures wait for the training. */
	trainingOf: (epoch: string, epochs: string) => string;
	/** What the sliders of λ and m are called. */
	strength: string;
	rows: string;
	/** Of two numbers. */
	range: (least: string, most: string) => string;
	/** A number, and the runs that have it where others have none that moves. */
	ofRuns: (said: string, keys: readonly string[]) => string;
	/** In the place of m's slider where the rows are a reader's own, and the button beside it. */
	/** @param keys the runs that have them, where others have other rows */
	ownRows: (m: string, keys: readonly string[]) => string;
	backToDrawn: string;
	/** How often each row is there: what the buttons are, what is said when one is pressed, and where that were too many. */
	copiesTitle: string;
	copiesSaid: (copies: number) => string;
	/** @param keys the runs with measured data, where others are copied */
	notCopied: (keys: readonly string[]) => string;
	tooManyCopies: (rows: string, most: string) => string;
	/** Which runs the sliders change. */
	scope: string;
	/** All runs, whose numbers keep their ratios; and what that means. */
	allRuns: string;
	ratiosKept: string;
	scopeHelp: string;
	/** In its place where m, or the points that are edited, are those of some runs only. */
	onlyOf: Record<'rows' | 'points', (keys: readonly string[]) => string>;
	/** Keys of the whole page. */
	keys: string;
	/** The menu of what pictures show. */
	view: string;
	/** Of editing examples on the pictures. */
	points: {
		title: string;
		/** What the grip on an example is called, and what it says of it. */
		grip: string;
		point: (number: number, label: 0 | 1, place: string) => string;
		tools: Record<'move' | 'add0' | 'add1' | 'flip' | 'duplicate' | 'remove', string>;
		hint: string;
		noPlane: string;
		notPossible: string;
		/** A class has no example any more. */
		nothingLeft: (label: 0 | 1) => string;
		count: (rows: number) => string;
		/** Whose points an edit changes. */
		changes: (keys: readonly string[], isAll: boolean) => string;
	};
	/** The pictures to choose from, and over each kind whose it is: that of one run, or of all (null). */
	pickTitle: string;
	/** @param areMixed whether all are meant and do not have the same */
	pickFor: Record<'data' | 'model', (key: number | null, areMixed: boolean) => string>;
	/** Data sets in one word, under their pictures. */
	dataSets: Record<(typeof PLANAR_GENERATORS)[number], string>;
	/** A network by its hidden layers. */
	model: (hidden: string) => string;
	showDifference: string;
	showHeldOut: string;
	/** On a phone, where else one run is seen at a time. */
	showTwo: string;
	moreOfOne: string;
	lessOfOne: string;
	trainingLoss: string;
	heldOutLoss: string;
	/** In the place of the held-out loss where no rows are held out. */
	objective: string;
	training: string;
	heldOut: string;
	undo: string;
	redo: string;
	/** The button that brings back what the page opened on, and what is said then. */
	opening: string;
	opened: string;
	/** The menu of what else concerns all runs, where it has no room in the line. */
	menu: string;
	presets: string;
	choosePreset: string;
	claim: (number: string, title: string) => string;
	/** What to open with: the title of it, and each question with what its runs compare. */
	start: string;
	/** What is asked, and what to look at once its runs are trained. */
	questions: Record<'moreData' | 'otherOptimizer' | 'tooMuch', { question: string; see: string }>;
	/** Leads from a claim to how it is measured. */
	measured: string;
	/** Of what to look at, once the runs are no longer those that it speaks of. */
	changed: string;
	share: string;
	shared: string;
	notShared: string;
	longLink: (characters: string) => string;
	tooLong: (characters: string) => string;
	/** Of a link that is opened. */
	rowsLeftOut: string;
	/** Of an address that holds no runs. */
	notALink: string;

	runs: string;
	run: (key: number) => string;
	add: string;
	remove: string;
	addOf: (key: number) => string;
	removeOf: (key: number) => string;
	/** On a phone: one run alone, or all beside each other. */
	enlargeOf: (key: number) => string;
	besideOf: (key: number) => string;
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
	/** Of a number that a run reaches unless it stops before. */
	atMost: (name: string) => string;
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
	/** What is wrong with a field, by its label; that is empty where the whole is wrong. */
	problem: (field: string, message: string) => string;

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
	/** Rows that are written out, in a name; those of a run where the first one has others that are. */
	namedRows: (rows: string) => string;
	otherRows: (rows: string) => string;
	/** A count of rows of which there are several copies each, and of all that train. */
	copies: (rows: string, copies: string, all: string) => string;

	/** Parts of a run's name. */
	list: (parts: readonly string[]) => string;
	/** The hidden layers of a run in its name. */
	/** A run that stops early, in its name. */
	stopsAfter: (patience: string) => string;
	hiddenUnits: (units: string) => string;
	setting: (name: string, value: string) => string;
	divided: Record<Scaling, string>;
	norm: Record<'l1' | 'elastic', string>;
	applied: Record<Penalty['application'], string>;
	/** What λ becomes in a run: by its formula, and whether each step takes that share of a weight. */
	coefficient: (formula: string, value: string, isOfStep: boolean) => string;
	coefficientHelp: string;

	stopped: (epoch: string, patience: string) => string;
	/** The same in few words, beside the picture. */
	stoppedAt: (epoch: string) => string;
	diverged: (epoch: string, cause: string | null) => string;
	failed: (message: string) => string;
	boundary: string;
	/** The network answers ½ everywhere. */
	isEven: string;
	/** It answers another number everywhere. */
	isConstant: (probability: string) => string;
	/** Some of it is ½ and none of the rest on the other side. */
	isOneSided: (isAbove: boolean) => string;
	/** Of a picture whose change takes long. */
	trainingOn: (percent: string) => string;
	/** On a picture: it is of the setting before; of a run at its end, where numbers were no longer finite; like the first run's. */
	pictureBefore: string;
	pictureDiverged: (epoch: string) => string;
	noDifference: string;
	/** In the place of a difference that other data make. */
	otherData: string;
	/** Like it to the eye. @param most by which a probability differs */
	hardlyAny: (most: string) => string;
	/** The norm of all weights, on which scale its bar is, and how long it is. */
	norms: string;
	normsScale: (end: string) => string;
	normScale: (end: string) => string;
	normScaleGrew: (end: string) => string;
	/** Below the bars of a linear model. */
	weightsOf: (drawn: number, all: number) => string;
	/** After that: the weight whose bar has the whole height, up or down. */
	barsTo: (most: string) => string;
	more: string;
	/** Below the picture of a model's only weight. */
	sizeOfWeight: string;
	ownScales: string;
	/** Of looking into a network: how to, and what is looked at. */
	inspect: {
		title: string;
		hint: string;
		unit: (unit: number, layer: number) => string;
		input: (unit: number) => string;
		output: (unit: number) => string;
		weight: (from: string, to: string, value: string) => string;
	};
	network: string;
	histogram: string;
	layerNorms: string;
	layer: (index: number) => string;
	units: (hidden: number) => string;

	charts: Record<Chart, string>;
	/** Losses over every λ that was tried, in the place of those over the epochs. */
	trail: {
		over: string;
		overEpochs: string;
		overEpochsHelp: string;
		overLambda: string;
		overLambdaHelp: string;
		clear: string;
		clearHelp: string;
		/** Below the axis: what it is, at which epoch, and what else is to be said. */
		axis: (epoch: string, said: string) => string;
		hint: string;
		anew: string;
		/** What the pale lines are. */
		before: string;
		/** What a screen reader says of a run. @param rows the m before, where it is that one's */
		run: (key: number, said: string, rows?: string) => string;
		values: (count: number, best: { lambda: string; loss: string } | null) => string;
	};
	logarithmic: string;
	epoch: string;
	table: string;
	columns: Record<
		'run' | 'dataLoss' | 'penalty' | 'objective' | 'testLoss' | 'trainAccuracy' | 'testAccuracy' | 'weightNorm',
		string
	>;

	edge: string;
	edgeHelp: string;
	/** Before it, where the runs are to be trained to their end. */
	edgeFirst: (epochs: string) => string;
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
	/** Which runs it is for: all, or the chosen one. */
	ownFor: string;
	ownForOne: string;
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
