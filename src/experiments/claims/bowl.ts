import * as z from 'zod';
import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { inDocument } from '../../inDocument.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { BOWL } from '../shared/bowl.ts';
import { distance, distanceToPath, type Point } from '../shared/plane.ts';

const { start: START, low: FREE, X, y: Y, curvature } = BOWL;

/** A decay whose box |w| ≤ 1/d leaves the lowest point outside. */
const TIGHT = 0.5;
const WALL = 1 / TIGHT;
/** The lowest point of the bowl in that box: w1 on the wall, w2 where the slope along the wall is 0. */
const ON_WALL: Point = [WALL, FREE[1] + (curvature[1] / curvature[2]) * (FREE[0] - WALL)];

/** Steps after which a path is looked at, every one larger by a quarter; η stays what it is. */
const LENGTHS = [...new Set(Array.from({ length: 47 }, (_, i) => Math.round(1.25 ** i)))];
/** Steps of the run that says where a path ends: η falls to 0, so that nothing jitters. */
const STEPS = 60_000;

/** Claim 4 in two dimensions: the path and the end are two things. */
export const bowl = defineExperiment({
	name: 'bowl',
	claims: [4],
	status: 'measured',
	title: { en: 'Paths through a bowl', zh: '碗里的路' },
	claim: {
		en: 'Under SGD, L2 and decay walk the same path to the ridge solution. Under Adam, L2 reaches that point by another path, and decay goes elsewhere: to the lowest point of the bowl, or to the wall of the box |w| ≤ 1/d where that point lies outside.',
		zh: '在 SGD 下，L2 与衰减走同一条路，到岭回归解。在 Adam 下，L2 走另一条路，到同一个点；衰减则去往别处：碗底，或者碗底在盒子 |w| ≤ 1/d 之外时，盒壁。',
	},
	parameters: {
		decay: z
			.number()
			.min(0.05)
			.max(0.3)
			.default(0.2)
			.describe(inDocument('d of all four; the box |w| ≤ 1/d holds the lowest point')),
	},
	specs: ({ decay }) =>
		waysOf(decay).flatMap((way) => [
			...LENGTHS.map((steps) => pathSpec(way, steps, 'none')),
			pathSpec(way, STEPS, 'linear'),
		]),
	measure({ decay }, runs) {
		const ridgePoint = toPoint(ridge(X, Y, X.length * decay));
		const each = LENGTHS.length + 1;
		const paths = waysOf(decay).map((_, way) => [
			START,
			...runs.slice(way * each, (way + 1) * each).map((run) => toPoint(weightsOf(run))),
		]);
		const [adamL2 = [], sgdDecay = [], adamW = [], adamWTight = [], sgdL2 = []] = paths;
		const fromEnd = (path: readonly Point[], to: Point) => ({ value: distance(at(path, each), to) });
		const walked = (path: readonly Point[]) => path.slice(0, each);
		const point = (en: string, zh: string, [x, y]: Point) => ({
			label: { en, zh },
			draw: 'points' as const,
			x: [x],
			y: [y],
		});
		return {
			measured: {
				sgdPathsApart: { value: Math.max(...walked(sgdL2).map((w, i) => distance(w, at(sgdDecay, i)))) },
				adamPathApart: { value: Math.max(...walked(adamL2).map((w) => distanceToPath(w, sgdL2))) },
				sgdL2ToRidge: fromEnd(sgdL2, ridgePoint),
				sgdDecayToRidge: fromEnd(sgdDecay, ridgePoint),
				adamL2ToRidge: fromEnd(adamL2, ridgePoint),
				adamWToFree: fromEnd(adamW, FREE),
				adamWToRidge: fromEnd(adamW, ridgePoint),
				tightToWall: fromEnd(adamWTight, ON_WALL),
				tightToFree: fromEnd(adamWTight, FREE),
			},
			figure: {
				kind: 'curves',
				x: axis('w1'),
				y: axis('w2'),
				series: [
					...waysOf(decay).map(({ label }, way) => ({
						label,
						draw: 'line' as const,
						x: at(paths, way).map(([w1]) => w1),
						y: at(paths, way).map(([, w2]) => w2),
					})),
					{
						label: { en: `AdamW ${TIGHT}, box |w| ≤ ${WALL}`, zh: `AdamW ${TIGHT}，盒子 |w| ≤ ${WALL}` },
						draw: 'line',
						x: [-WALL, WALL, WALL, -WALL, -WALL],
						y: [-WALL, -WALL, WALL, WALL, -WALL],
					},
					point('SGD + L2, start', 'SGD + L2，起点', START),
					point('ridge', '岭回归', ridgePoint),
					point('lowest point', '碗底', FREE),
				],
			},
		};
	},
	sentence: (found, { decay }) => ({
		en: `Under SGD the paths of L2 and of decay are never more than ${formatValue(found.sgdPathsApart, 2)} apart, and both end on the ridge solution. The path of Adam with L2 is up to ${formatValue(found.adamPathApart, 2)} away from theirs, and yet ends ${formatValue(found.adamL2ToRidge, 2)} from the same point. AdamW with d = ${decay} ends ${formatValue(found.adamWToFree, 2)} from the lowest point, ${formatValue(found.adamWToRidge, 2)} from ridge; with d = ${TIGHT}, whose box leaves the lowest point outside, ${formatValue(found.tightToWall, 2)} from the lowest place on the wall.`,
		zh: `在 SGD 下，L2 与衰减两条路始终相距不超过 ${formatValue(found.sgdPathsApart, 2)}，都到岭回归解。Adam 加 L2 的路离它们最远 ${formatValue(found.adamPathApart, 2)}，终点距同一个点却只有 ${formatValue(found.adamL2ToRidge, 2)}。d = ${decay} 的 AdamW 终点距碗底 ${formatValue(found.adamWToFree, 2)}，距岭回归解 ${formatValue(found.adamWToRidge, 2)}；d = ${TIGHT} 时碗底在盒子之外，终点距盒壁上的最低处 ${formatValue(found.tightToWall, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof bowl> = [
	{
		measured: 'sgdPathsApart',
		text: { en: 'one path, at most 10⁻⁵ apart (float32)', zh: '同一条路，相距不超过 10⁻⁵（float32）' },
		from: 0,
		to: 1e-5,
		holdsForEvery: ['decay'],
	},
	{
		measured: 'adamPathApart',
		text: { en: 'Adam + L2 takes another path', zh: 'Adam + L2 走另一条路' },
		from: 0.1,
		to: 5,
	},
	{
		measured: 'sgdL2ToRidge',
		text: { en: 'SGD + L2 ends on ridge', zh: 'SGD + L2：终点是岭回归解' },
		from: 0,
		to: 1e-4,
		holdsForEvery: ['decay'],
	},
	{
		measured: 'sgdDecayToRidge',
		text: { en: 'SGD + decay ends on ridge', zh: 'SGD + 衰减：终点是岭回归解' },
		from: 0,
		to: 1e-4,
		holdsForEvery: ['decay'],
	},
	{
		measured: 'adamL2ToRidge',
		text: { en: 'Adam + L2 ends on ridge', zh: 'Adam + L2：终点是岭回归解' },
		from: 0,
		to: 1e-4,
		holdsForEvery: ['decay'],
	},
	{
		measured: 'adamWToFree',
		text: { en: 'ends on the lowest point, which its box holds', zh: '碗底在盒内：终点是碗底' },
		from: 0,
		to: 1e-3,
	},
	{
		measured: 'tightToWall',
		text: { en: 'ends on the wall of its box, where that is lowest', zh: '碗底在盒外：终点是盒壁上的最低处' },
		from: 0,
		to: 1e-3,
		holdsForEvery: ['decay'],
	},
	{
		measured: 'tightToFree',
		text: { en: 'control: not on the lowest point', zh: '对照：不是碗底' },
		from: 0.5,
		to: 5,
		isControl: true,
		holdsForEvery: ['decay'],
	},
];

/** An optimizer with its application of the penalty. */
interface Way {
	label: { en: string; zh: string };
	optimizer: RunSpecInput['optimizer'];
	penalty: NonNullable<RunSpecInput['penalty']>;
}

/** SGD + L2 comes last, so that a chart draws it below the dashes of SGD + decay. */
function waysOf(decay: number): Way[] {
	const sgd = { kind: 'sgd', learningRate: 0.1 } as const;
	const adam = { kind: 'adam', learningRate: 0.02 } as const;
	const inLoss = { lambda: decay, scaling: 'half' } as const;
	const beside = (d: number) => ({ lambda: d, scaling: 'half', application: 'decoupled' }) as const;
	return [
		{ label: { en: 'Adam + L2', zh: 'Adam + L2' }, optimizer: adam, penalty: inLoss },
		{ label: { en: 'SGD + decay', zh: 'SGD + 衰减' }, optimizer: sgd, penalty: beside(decay) },
		...[decay, TIGHT].map((d) => ({
			label: { en: `AdamW ${d}`, zh: `AdamW ${d}` },
			optimizer: adam,
			penalty: beside(d),
		})),
		{ label: { en: 'SGD + L2', zh: 'SGD + L2' }, optimizer: sgd, penalty: inLoss },
	];
}

const pathSpec = ({ optimizer, penalty }: Way, steps: number, learningRateDecay: 'none' | 'linear'): RunSpecInput => ({
	data: { kind: 'inline', X, y: Y },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[...START]]], b: [[0]] },
	loss: 'half-squared-error',
	optimizer,
	penalty,
	training: { epochs: steps, recordEvery: steps, learningRateDecay },
	output: { weights: true },
});

const toPoint = (weights: readonly number[]): Point => [at(weights, 0), at(weights, 1)];
