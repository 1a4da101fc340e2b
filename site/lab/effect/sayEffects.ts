import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { FIELD_TEXT } from '../../text/lab/fieldText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { type Effect, weightOf } from './effectOf.ts';
import type { Change, Moved } from './movedBetween.ts';

/** An effect with what its run is called by, and its number. */
export interface OfRun {
	key: number;
	name: string;
	effect: Effect;
}

/** Of more runs nobody reads what has become of them. */
const MOST_SAID = 3;

/** What was changed: `λ 0.12 → 0.16`. */
export function sayMoves({ kind, lambda, rows, noise, hidden, points, copies }: Moved, language: Language): string {
	const { list, effect, dataSets, model } = LAB_TEXT[language];
	const number = (value: number) => formatInProse(value, { language });
	const count = (value: number) => formatCount(value, language);
	const moved = <Value>(name: string, change: Change<Value> | null, say: (value: Value) => string) =>
		change ? [effect.moved(name, say(change[0]), say(change[1]))] : [];
	return list([
		...moved('', kind, (value) => dataSets[value]),
		...(points ? [effect.points] : []),
		...moved('', hidden, (value) => model(value.join('-'))),
		...moved('λ', lambda, number),
		...moved(effect.copies, copies, count),
		...moved('m', rows, count),
		...moved(FIELD_TEXT['data.noise']?.label[language] ?? '', noise, number),
	]);
}

/**
 * What was changed, and what that has done: of one run that it has changed its coefficient, boundary, loss and norm, of several the
 * loss and the boundary of each. The losses of two data sets are no change of one: then only what each is now is said.
 *
 * @param selected whose run is said of more than have room, beside those that are changed most
 */
export function sayEffects(moves: Moved, effects: readonly OfRun[], selected: number, language: Language): string {
	const { effect: text } = LAB_TEXT[language];
	const said = sayMoves(moves, language);
	const changed = effects.filter(({ effect }) => isSeen(effect, language));
	const [first, ...others] = changed.length > 0 ? changed : effects.slice(0, 1);
	if (!first) return '';
	if (others.length === 0) return text.said(said, '', [text.of(first.name, sayWhole(first.effect, language))]);
	const weight = ({ key, effect }: OfRun) => (key === selected ? Number.POSITIVE_INFINITY : weightOf(effect));
	const chosen = [first, ...others]
		.toSorted((a, b) => weight(b) - weight(a))
		.slice(0, MOST_SAID)
		.toSorted((a, b) => a.key - b.key);
	const kinds = new Set(chosen.map(({ effect }) => effect.loss?.isHeldOut ?? true));
	const losses = kinds.size > 1 ? '' : kinds.has(true) ? text.heldOut : text.objective;
	return text.said(
		said,
		losses,
		chosen.map(({ name, effect }) => sayShort(name, effect, moves.kind !== null, losses === '', language)),
	);
}

/** Whether a loss is another by the digits that are shown, or a boundary. */
const isSeen = ({ shape, loss }: Effect, language: Language): boolean => {
	const number = (value: number) => formatInProse(value, { language });
	return shape !== null || (loss !== null && number(loss.change[0]) !== number(loss.change[1]));
};

function sayShort(name: string, { shape, loss }: Effect, isOfOther: boolean, isNamed: boolean, language: Language) {
	const { effect: text, heldOut, objective } = LAB_TEXT[language];
	const number = (value: number) => formatInProse(value, { language });
	const ofLoss = isNamed ? (loss?.isHeldOut ? heldOut : objective) : '';
	const change =
		loss && (isOfOther ? number(loss.change[1]) : text.moved(ofLoss, number(loss.change[0]), number(loss.change[1])));
	return text.lossOf(name, [...(change ? [change] : []), ...(shape ? [text.became[shape]] : [])]);
}

/** Of a run that is alone there is room for more than what is seen first. */
function sayWhole({ coefficient, kind, shape, loss, norm }: Effect, language: Language): string {
	const { effect: text, list, heldOutLoss, objective } = LAB_TEXT[language];
	const number = (value: number) => formatInProse(value, { language });
	const short = (value: number) => formatInProse(value, { language, mantissaDigits: 2 });
	const ofTwo = ([from, to]: Change, name: string) =>
		kind === null ? text.moved(name, number(from), number(to)) : `${name} ${number(to)}`;
	const effects = [
		...(coefficient
			? [text.moved(coefficient.formula, short(coefficient.change[0]), short(coefficient.change[1]))]
			: []),
		...(shape ? [text.became[shape]] : []),
		...(loss && number(loss.change[0]) !== number(loss.change[1])
			? [ofTwo(loss.change, loss.isHeldOut ? heldOutLoss : objective)]
			: []),
		...(norm && !shape ? [ofTwo(norm, '‖W‖')] : []),
	];
	return effects.length > 0 ? list(effects) : text.nothing;
}
