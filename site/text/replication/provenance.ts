import type { Text } from '../../../src/language.ts';
import { REFERENCES } from '../article/references.ts';

/** A work by its short name, linked. */
const cite = (name: keyof typeof REFERENCES): string => {
	const { short, url }: { short: string; url: string | null } = REFERENCES[name];
	return url ? `<a href="${url}">${short.replace('&', '&amp;')}</a>` : short;
};

/**
 * What an expectation is: `derived` from a closed form, an identity or a theorem; `found` by others or in an earlier run, which ours is to
 * replicate; `ours` where we set the limit or the direction.
 */
export const KINDS = ['derived', 'found', 'ours'] as const;
type Source = Text & { of: (typeof KINDS)[number] };
/** Whether a run of ours was known by then, or may have been. */
type Time = Text & { isAfter: boolean };

/** What gave an expectation and when its range was set, and both in a sentence. */
interface Provenance {
	of: Source['of'];
	isAfter: boolean;
	said: Text;
}

/**
 * When a range was set, as far as the history of the repository tells: an earlier commit has it than the first result, both came in one
 * commit, or an earlier run of ours was known. What was run without being committed no history tells.
 */
const EARLIER: Time = {
	isAfter: false,
	en: 'range set in an earlier commit than the first result',
	zh: '范围所在的提交早于第一个结果',
};
const TOGETHER: Time = {
	isAfter: true,
	en: 'range set before its result or after it: one commit has both',
	zh: '范围与结果在同一次提交里，先后无从查证',
};
const AFTER: Time = { isAfter: true, en: 'range set after an earlier run', zh: '范围在一次较早的运行之后才定' };

const FORMULA: Source = { of: 'derived', en: 'Expected by a closed form', zh: '预期来自闭式解' };
const CARRIED_OVER: Source = {
	of: 'ours',
	en: 'A closed form for small steps, carried over to a network; how near counts is our own limit',
	zh: '小步长下的闭式解，用到网络上；多近算数由我们自己定',
};
const THEORY: Source = { of: 'derived', en: 'Expected by theory', zh: '预期来自理论' };
const OURS: Source = { of: 'ours', en: 'The limit is our own', zh: '界限由我们自己定' };
const DIRECTION: Source = { of: 'ours', en: 'Only the direction is expected', zh: '预期的只是方向' };
const SOFTWARE: Source = {
	of: 'found',
	en: 'Earlier run in NumPy, scikit-learn or PyTorch (which one, and its draws, are not recorded)',
	zh: '较早的一次运行，用 NumPy、scikit-learn 或 PyTorch（是哪一个、用了哪些抽样，没有记录）',
};
const NOTEBOOK: Source = {
	of: 'found',
	en: `Published in ${cite('notebook')}`,
	zh: `已发表于<a href="${REFERENCES.notebook.url}">笔记本</a>`,
};
const WALL: Source = { of: 'derived', en: `Theorem of ${cite('xie')}`, zh: `${cite('xie')} 的定理` };
const PAPER: Source = {
	of: 'found',
	en: `Claimed by ${cite('hernandez')} for larger networks on images`,
	zh: `${cite('hernandez')} 对图像上的较大网络如此主张`,
};
const BALANCE: Source = {
	of: 'derived',
	en: `Formula of ${cite('vanLaarhoven')} and ${cite('kosson')}`,
	zh: `公式出自 ${cite('vanLaarhoven')} 与 ${cite('kosson')}`,
};
const ALI: Source = { of: 'derived', en: `Theorem of ${cite('ali')}`, zh: `${cite('ali')} 的定理` };
const WANG: Source = { of: 'found', en: `Claimed by ${cite('wang')}`, zh: `${cite('wang')} 的主张` };

const from = (source: Source, time: Time): Provenance => ({
	of: source.of,
	isAfter: time.isAfter,
	said: { en: `${source.en}; ${time.en}.`, zh: `${source.zh}；${time.zh}。` },
});

/** What gave an expectation, and when its range was set, by experiment: `all` for every number that is not named. */
const PROVENANCE: Readonly<Record<string, Readonly<Record<string, Provenance>>>> = {
	notebook: { all: from(NOTEBOOK, EARLIER) },
	'gradient-factor': { all: from(FORMULA, EARLIER) },
	'decay-under-sgd': { all: from(FORMULA, EARLIER), withoutRescaling: from(OURS, EARLIER) },
	'decay-under-adam': {
		all: from(WALL, AFTER),
		adamL2ToRidge: from(FORMULA, EARLIER),
		adamWToFree: from(FORMULA, EARLIER),
	},
	bowl: { all: from(FORMULA, AFTER), adamPathApart: from(OURS, AFTER), tightToFree: from(OURS, AFTER) },
	'prior-sets-lambda': { all: from(FORMULA, AFTER) },
	'lambda-across-sizes': {
		all: from(SOFTWARE, AFTER),
		exponent: from(OURS, AFTER),
		exponentOfGrid: from(OURS, AFTER),
	},
	'lambda-exponent': { all: from(OURS, AFTER) },
	'per-example-decay': { all: from(FORMULA, EARLIER) },
	'weight-of-one-example': {
		all: from(FORMULA, EARLIER),
		trainedExponentOver2m: from(OURS, AFTER),
		extraRowsDifference: from(FORMULA, EARLIER),
	},
	'duplicated-data': {
		all: from(SOFTWARE, AFTER),
		fixedCoefficientChange: from(FORMULA, EARLIER),
		newDataMinusRidge: from(DIRECTION, AFTER),
		netCopiesMinusOriginal: from(DIRECTION, AFTER),
	},
	'lambda-size-map': { all: from(OURS, AFTER) },
	overfitting: { all: from(DIRECTION, EARLIER) },
	'exact-zeros': {
		all: from(FORMULA, EARLIER),
		zerosOfL1: from(FORMULA, AFTER),
		trainedAgainstThreshold: from(FORMULA, EARLIER),
	},
	'posterior-is-objective': { all: from(FORMULA, EARLIER) },
	'noise-is-ridge': { all: from(FORMULA, EARLIER) },
	augmentation: {
		all: from(PAPER, AFTER),
		moonsLossRiseBeyond: from(OURS, AFTER),
		digitsLossRiseBeyond: from(OURS, AFTER),
	},
	'early-stopping': { all: from(ALI, EARLIER) },
	dropout: { all: from(DIRECTION, EARLIER) },
	capacity: { all: from(DIRECTION, AFTER), largestShareLeft: from(OURS, EARLIER) },
	'unstable-decay': { all: from(FORMULA, EARLIER), playgroundDivergedAt: from(THEORY, EARLIER) },
	'scale-invariant-weights': { all: from(BALANCE, EARLIER) },
	'normalised-weights': { all: from(BALANCE, AFTER) },
	'adamw-timescale': { all: from(WANG, AFTER), sizesAtGridEnd: from(OURS, AFTER) },
	'moving-lambda': { all: from(OURS, AFTER), controlKeepLambda: from(THEORY, AFTER) },
	'momentum-decay': {
		all: from(FORMULA, TOGETHER),
		offRecursion: from(FORMULA, AFTER),
		besideOffRidge: from(OURS, AFTER),
	},
	'momentum-network': { all: from(CARRIED_OVER, AFTER), waysAtGridEnd: from(OURS, AFTER) },
};

/** @throws RangeError for an experiment that has none */
export function provenanceOf(name: string, field: string): Provenance {
	const found = PROVENANCE[name]?.[field] ?? PROVENANCE[name]?.all;
	if (!found) throw new RangeError(`provenance.ts does not say what gave ${field} of ${name}`);
	return found;
}

/** The fields that are named, by experiment. */
export const namedProvenance = (name: string): string[] =>
	Object.keys(PROVENANCE[name] ?? {}).filter((field) => field !== 'all');
