/** Brackets, operators and members within each other: what goes deeper is not understood, so that no text overflows the stack. */
export const DEEPEST = 40;

/** Operators, members or calls in a row: what is longer is not understood, so that whoever walks over it does not overflow it either. */
export const LONGEST = 50;

/** Precedence of a power, in every language. */
export const POWER = 14;

export const BINARY: Record<string, number> = {
	...{
		'~': 1,
		'|>': 2,
		or: 3,
		and: 4,
		'||': 3,
		'&&': 4,
		in: 6,
		is: 6,
		'<': 6,
		'>': 6,
		'==': 6,
		'!=': 6,
		'<=': 6,
		'>=': 6,
	},
	...{
		'|': 7,
		'^': 8,
		'&': 9,
		'<<': 10,
		'>>': 10,
		'+': 11,
		'-': 11,
		'*': 12,
		'/': 12,
		'//': 12,
		'%': 12,
		'@': 12,
		'**': POWER,
	},
};
export const CONSTANTS: Record<string, boolean | null> = {
	...{
		True: true,
		False: false,
		None: null,
		TRUE: true,
		FALSE: false,
		NULL: null,
		true: true,
		false: false,
		null: null,
	},
};
export const SIGNS = ['+', '-', '~', '!', 'not', 'await'];
/** Words that go on with an expression of Python in a way that only its parts matter of. */
export const JOINTS = ['if', 'else', 'for', 'async', 'lambda', 'yield', 'from', 'as'];
