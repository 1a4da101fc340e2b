import type { Note } from '../codeReading/reading.ts';
import { libraries } from '../convert/libraries.ts';
import type { Text } from '../language.ts';
import type { NoteCode } from '../schema/codeAnswer.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import { DECAY_WORDS } from './decayWords.ts';
import { fillIn } from './fillIn.ts';
import { REACH_WORDS } from './reachWords.ts';
import { TRAINING_WORDS } from './trainingWords.ts';
import { UNREAD_WORDS } from './unreadWords.ts';

const FAMILIES: Record<string, string> = {
	torch: 'PyTorch',
	mlx: 'MLX',
	keras: 'Keras',
	tfa: 'TensorFlow Addons',
	optax: 'optax',
	paddle: 'Paddle',
	transformers: 'Hugging Face',
	'r-torch': 'torch for R',
};

/** What each note says. */
const SAY: Record<Exclude<NoteCode, 'found-by'> | 'unnamed-optimizer' | 'unread-argument' | 'nothing-decays', Text> = {
	...DECAY_WORDS,
	...REACH_WORDS,
	...TRAINING_WORDS,
	...UNREAD_WORDS,
};

/** What is said instead where there is no name to say it of. */
const UNNAMED: Partial<Record<NoteCode, 'unnamed-optimizer' | 'unread-argument'>> = {
	'unknown-optimizer': 'unnamed-optimizer',
	'no-argument': 'unread-argument',
};

/** What is said of how a number was found. */
const FOUND_BY: Record<string, Text> = {
	'argument-default': {
		en: '{written} = {value} is the default of a command-line argument.',
		zh: '{written} = {value} 是命令行参数的默认值。',
	},
	'parameter-default': {
		en: '{written} = {value} is a default in the code.',
		zh: '{written} = {value} 是代码里的默认值。',
	},
	attribute: {
		en: '{written} = {value} is the only value that the code gives to that name.',
		zh: '{written} = {value} 是代码给这个名字的唯一取值。',
	},
	'set-again': {
		en: '{written} = {value} is set again on line {line}: this later value counts.',
		zh: '{written} = {value} 在第 {line} 行重新赋值：以后面的值为准。',
	},
	split: {
		en: 'After the split, {value} examples are left to train on.',
		zh: '划分之后，训练用 {value} 个样本。',
	},
};

/** A note in words. */
export function sayNote({ code, params }: Note): Text {
	const { row = '', library = '', written = '', name } = params;
	const isNone = code === 'whatever-m' && params.derivation === 'λ = 0';
	const text =
		code === 'found-by'
			? (FOUND_BY[params.way ?? ''] ?? { en: '', zh: '' })
			: SAY[isNone ? 'nothing-decays' : (!name && UNNAMED[code]) || code];
	return fillIn(text, {
		by: 'standardize = TRUE', // glmnet's default
		sigma: 1, // where nothing holds it
		...params,
		row: Object.hasOwn(libraries, row) ? libraries[row as LibraryId].name : row, // a row, as just seen
		library: FAMILIES[library] ?? library,
		point: String(written).replace(/^([+-]?\d+)([eE])/, '$1.0$2'),
	});
}
