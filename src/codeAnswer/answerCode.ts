import type { Quantity } from '../codeReading/quantity.ts';
import { readCode } from '../codeReading/readCode.ts';
import { type Note, note } from '../codeReading/reading.ts';
import { LAMBDA } from '../convert/exactness.ts';
import { libraries } from '../convert/libraries.ts';
import { WRITTEN_BY_THE_USER } from '../convert/library.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import type { CodeAnswer, DecayAnswer } from '../schema/codeAnswer.ts';
import { CODE_FIELDS, type CodeQuery } from '../schema/codeQuery.ts';
import type { Loss } from '../schema/losses.ts';
import { answerDecay, type Sizes } from './answerDecay.ts';
import { sayingOf } from './saying.ts';

/**
 * Training code as an answer: what decays in it (`codeReading/`), what that is in every library (`convert/`), what follows
 * from it (`explain/`), and which fields would say more. What the request states holds in place of what the code says.
 *
 * @param query as `codeQuerySchema` parses it
 */
export function answerCode(query: CodeQuery): CodeAnswer {
	const { code, language } = query;
	const reading = readCode(code, query.codeLanguage, query.m);
	const saying = sayingOf(code, language);
	const { placeOf, say, sayNumber } = saying;
	const { m, batchSize, epochs, loss, classes } = reading;
	const [rows, batch] = [query.m ?? m?.value ?? null, query.batchSize ?? batchSize?.value ?? null];
	const said = query.epochs ?? epochs?.value ?? null;
	const steps = said === null ? (reading.steps?.value ?? null) : null;
	const ofSteps = steps && rows && batch ? roundTo((steps * Math.min(batch, rows)) / rows, 4) : null;
	const schedule = reading.notes.find((one) => one.code === 'schedule') ?? null;
	const sizes: Sizes = {
		m: rows,
		batchSize: batch,
		epochs: said ?? ofSteps,
		loss,
		classes,
		schedule,
		outputs: reading.outputs ?? 1,
	};
	const isConfiguration = !/^(python|r)$/.test(reading.language);
	const decays = reading.decays.map((decay) => ({
		...answerDecay(
			decay,
			query,
			decay.isOfOtherExamples && query.m === undefined ? { ...sizes, m: null } : sizes,
			saying,
		),
		...(isConfiguration && !decay.isDefault && placeOf(decay.value.from)), // its mapping may start lines above
	}));
	const added = addsUp(decays);
	const assumed = (one: Loss) =>
		decays.some(
			({ library, meaning }, at) =>
				library !== null &&
				library !== LAMBDA &&
				meaning?.conversion.loss === one &&
				libraries[library].losses.length === WRITTEN_BY_THE_USER.length && // an estimator of one loss is it
				!loss &&
				!(query.loss ?? reading.decays[at]?.loss),
		);
	const at = (quantity: Quantity | null) =>
		quantity && quantity.value !== null ? { value: quantity.value, ...placeOf(quantity.from) } : null;
	return {
		codeLanguage: reading.language,
		decays,
		...{ m: at(m), batchSize: at(batchSize), epochs: at(epochs), loss },
		sizes: {
			m: sizes.m,
			batchSize: sizes.batchSize && Math.min(sizes.batchSize, sizes.m ?? sizes.batchSize),
			epochs: sizes.epochs,
		},
		missing: CODE_FIELDS.filter((field) => decays.some(({ missing }) => missing.includes(field))),
		notes: [
			...sayNumber('m', m, sizes.m !== null),
			...sayNumber('B', batchSize, sizes.batchSize !== null),
			...sayNumber('epochs', epochs, sizes.epochs !== null),
			...(steps ? [say(note('steps', reading.steps ?? { from: 0 }, { steps, epochs: ofSteps ?? '' }))] : []),
			...(added ? [{ ...say(added.adding), line: added.line, column: added.column }] : []),
			...(classes && assumed('softmax-cross-entropy')
				? [say(note('loss-of-model', classes, { name: classes.name, classes: classes.classes }))]
				: []),
			...(assumed('binary-cross-entropy')
				? [say(note(isConfiguration && !CLASSIFIES.test(code) ? 'loss-unsaid' : 'loss-assumed', { from: 0 }))]
				: []),
			...reading.notes.map(say),
		],
	};
}

/** What a configuration has that may well be that of a classifier. */
const CLASSIFIES = /class|accura|logit|softmax|sigmoid|labels|top_?[15]|cifar|mnist|imagenet|resnet|vit\b/i;

/** An optimizer's decay and a penalty in the loss reach the same weights, and their λ are added. */
function addsUp(decays: readonly DecayAnswer[]): { adding: Note; line: number; column: number } | null {
	const acting = decays.filter(({ value, library }) => value !== 0 && library !== null);
	const isWritten = ({ covers, notes }: DecayAnswer) =>
		covers === 'layers' || notes.some(({ code }) => code === 'written-out');
	const [first, second, ...more] = acting.filter((one) => isWritten(one) || one.optimizer);
	if (!first || !second || isWritten(first) === isWritten(second)) return null;
	if ([first, second].some((one) => !isWritten(one) && one.optimizer?.kind === 'adamw')) return null; // it is no λ
	const lambdas = [first, second].map(({ meaning }) =>
		meaning?.conversion.reasonCode === 'another-minimiser' ? undefined : meaning?.lambda,
	);
	const [one, other] = lambdas;
	const isKnown = one !== undefined && other !== undefined && more.length === 0;
	const lambda = isKnown ? formatShortest(roundTo(one + other, 6)) : '';
	return { adding: note('adds-up', { from: 0 }, { lambda }), line: second.line, column: second.column };
}
