import { at } from '../../../src/at.ts';
import { isGenerated, isSmall, sharedRows, turnedByLine, verdictsOn } from '../../../src/study/counts.ts';
import { firstLambdas, OPTIMIZERS, studyCases, sweepOf, TASKS, type TaskName } from '../../../src/study/design.ts';
import { exponentBounds, mediansIn } from '../../../src/study/medians.ts';
import { pairsOf } from '../../../src/study/moves.ts';
import type { CasePicture } from '../../../src/study/pictures.ts';
import { RULE_PAIRS } from '../../../src/study/rules.ts';
import type { CaseSummary } from '../../../src/study/summary.ts';
import type { StudyFacts } from '../../text/sweeps/studyMethodText.ts';

/** Counts what the page says of all cases. */
export function studyFacts(summary: readonly CaseSummary[], pictures: readonly CasePicture[]): StudyFacts {
	const networks = summary.filter(({ model }) => model !== 'linear');
	const hasConverged = ({ unconverged }: { unconverged: number }) => unconverged === 0;
	const converged = networks.filter(hasConverged);
	const large = networks.filter(({ task }) => !isSmall(task));
	const cells = pictures.flatMap(({ excess }) => excess.flat());
	const ofTasks = (isMeant: (task: TaskName) => boolean) =>
		verdictsOn(
			0,
			networks.filter(({ task }) => isMeant(task)),
		);
	const verdicts = (reading?: 'differencesByLine') =>
		([0, 1, 2] as const).map((pair) => verdictsOn(pair, networks, reading));
	const exponents = networks.flatMap(({ exponent }) => exponent ?? []);
	const countWithout = (why: CaseSummary['noExponent']) =>
		networks.filter(({ noExponent }) => noExponent === why).length;
	const medians = mediansIn(summary);
	const ratios = (Object.keys(TASKS) as TaskName[]).flatMap((task) => {
		const { sizes } = TASKS[task];
		return pairsOf(sizes).map(([from, to]) => at(sizes, to) / at(sizes, from));
	});
	const control = pictures.find(({ task, optimizer }) => task === 'linear-teacher' && optimizer === 'full-batch');
	return {
		medians: OPTIMIZERS.map((optimizer) => ({ optimizer, ...medians[optimizer] })),
		verdicts: verdicts(),
		byLine: { verdicts: verdicts('differencesByLine'), turned: turnedByLine(networks) },
		exponents: {
			found: exponents.length,
			noPenalty: countWithout('no-penalty'),
			atEdge: countWithout('at-edge'),
			wideSteps: countWithout('wide-steps'),
			bounds: OPTIMIZERS.map((optimizer) => exponentBounds(summary, optimizer)),
			belowZero: {
				drawsAlone: exponents.filter(({ drawsAlone: { high } }) => high < 0).length,
				withGrid: exponents.filter(({ high = 0 }) => high < 0).length,
			},
		},
		control: {
			lambdaLessRoot: control?.tenfold.differences[0] ?? [Number.NaN, Number.NaN, Number.NaN],
			overM: control?.tenfold.cost['keep-over-m'][0] ?? Number.NaN,
			overMOfMoves: pairsOf(TASKS['linear-teacher'].sizes).map(
				([from, to]) =>
					control?.moves.find((move) => move.from === from && move.to === to)?.cost['keep-over-m'][0] ?? Number.NaN,
			),
		},
		cases: summary.length,
		tenfold: [Math.min(...ratios), Math.max(...ratios)],
		networks: networks.length,
		comparisons: summary.length * RULE_PAIRS.length,
		comparisonsOfNetworks: networks.length * RULE_PAIRS.length,
		notConverged: summary.filter((each) => !hasConverged(each)).length,
		networksNotConverged: networks.length - converged.length,
		converged: ([0, 1, 2] as const).map((pair) => verdictsOn(pair, converged)),
		large: { cases: large.length, verdicts: ([0, 1, 2] as const).map((pair) => verdictsOn(pair, large)) },
		shared: sharedRows(),
		means: cells.length,
		notFinite: cells.filter((cell) => cell === null).length,
		brackets: pictures.reduce((sum, { best }) => sum + best.length, 0),
		disjoint: pictures.reduce((sum, { disjoint }) => sum + disjoint, 0),
		swayed: pictures.filter(({ sway }) => sway !== null).length,
		tasks: [...new Set(networks.map(({ task }) => task))].map((task) => ({
			task,
			verdicts: ofTasks((other) => other === task),
		})),
		totals: { all: ofTasks(() => true), notSmall: ofTasks((task) => !isSmall(task)), generated: ofTasks(isGenerated) },
	};
}

/** How a task was trained: what its sweeps send. */
export function trainingOf(task: TaskName) {
	const given = studyCases().filter((each) => each.task === task);
	const base = (optimizer: (typeof OPTIMIZERS)[number]) => {
		const found = given.find((each) => each.optimizer === optimizer);
		return found && (sweepOf(found, firstLambdas(found)).base as Base); // `sweepOf` wrote it
	};
	const [sgd, full] = [base('sgd'), base('full-batch')];
	return {
		sizes: TASKS[task].sizes,
		rate: sgd?.optimizer.learningRate ?? Number.NaN,
		epochs: sgd?.training.epochs ?? Number.NaN,
		fullBatchEpochs: full?.training.epochs ?? null,
		validation: sgd?.data.validation ?? Number.NaN,
	};
}

interface Base {
	optimizer: { learningRate: number };
	training: { epochs: number };
	data: { validation: number };
}
