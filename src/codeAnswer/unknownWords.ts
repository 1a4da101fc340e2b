import type { Quantity, Unknown } from '../codeReading/quantity.ts';
import type { Text } from '../language.ts';
import { fillIn } from './fillIn.ts';

/** A misspelling is said where it stands. */
type Said = Exclude<Unknown['code'], 'misspelt'>;

const UNKNOWN: Record<Said | 'choice' | 'other', Text> = {
	'not-bound': { en: '{written} gets no value in this code.', zh: '代码里没有给 {written} 赋值。' },
	'bound-later': { en: '{written} is set only below its use.', zh: '{written} 在用到之后才被赋值。' },
	'no-default': { en: '{written} is an argument without a default.', zh: '{written} 是没有默认值的参数。' },
	'several-values': {
		en: '{written} takes several values here[: {values}]. Enter one.',
		zh: '{written} 在这里有多个取值[：{values}]。请填其中一个。',
	},
	other: { en: '{written} may be other than {values}.', zh: '{written} 不一定是 {values}。' },
	choice: { en: 'choose one of {values}.', zh: '请在 {values} 中选一个。' },
	changes: { en: '{written} is changed by later lines.', zh: '{written} 会被后面的代码改变。' },
	'not-given': {
		en: '{written} is not given, and has no default.',
		zh: '没有给出 {written}，也没有默认值。',
	},
	'not-a-number': { en: '{written} is not a number.', zh: '{written} 不是数。' },
	share: {
		en: '{written}, the share of L1, is not one number here: enter the strength of the L2 part alone.',
		zh: '{written}（L1 的份额）在这里不是一个数：请填 L2 部分自己的强度。',
	},
	'filled-in': {
		en: '{written} is filled in from elsewhere: enter the number.',
		zh: '{written} 的值要从别处代入：请直接填这个数。',
	},
	computed: {
		en: '{written} is known only when the code runs.',
		zh: '{written} 要运行代码才知道。',
	},
};

/** Why a number of the code is not known; null where a note says so already. */
export function sayUnknown({ unknown }: Extract<Quantity, { value: null }>): Text | null {
	const { code, written } = unknown;
	if (code === 'misspelt') return null;
	const { values = [] } = unknown;
	const said = values.join(', ');
	const several = written.replace(/^[[(]|[)\]]$/g, '') === said ? 'choice' : values.length === 1 ? 'other' : code;
	return fillIn(UNKNOWN[code === 'several-values' ? several : code], { written, values: said });
}
