import type { Dialect, Token } from './tokens.ts';

/** Walks over tokens, past every one once. */
export class TokenReader {
	protected readonly tokens: readonly Token[];
	protected readonly dialect: Dialect;
	protected next = 0;

	constructor(tokens: readonly Token[], dialect: Dialect) {
		this.tokens = tokens;
		this.dialect = dialect;
	}

	get token(): Token {
		return this.peek(0);
	}

	peek(further: number): Token {
		const token = this.tokens[Math.min(this.next + further, this.tokens.length - 1)];
		if (!token) throw new RangeError('a text has no tokens, not even its end');
		return token;
	}

	is(...texts: readonly string[]): boolean {
		const { kind, text } = this.token;
		return (kind === 'operator' || kind === 'name') && texts.includes(text);
	}

	take(): Token {
		const { token } = this;
		if (token.kind !== 'end') this.next += 1;
		return token;
	}

	/** Goes past a token if it is that one. */
	skip(...texts: readonly string[]): boolean {
		if (!this.is(...texts)) return false;
		this.take();
		return true;
	}

	get isAtEnd(): boolean {
		return this.token.kind === 'end';
	}

	/** Whether a statement ends here. */
	get isOver(): boolean {
		return this.token.kind === 'newline' || this.token.kind === 'end' || this.is(';');
	}

	isClosing(): boolean {
		return this.token.kind === 'operator' && [')', ']', '}'].includes(this.token.text);
	}

	/** Behind the last token that was taken. */
	end(): number {
		return this.next === 0 ? 0 : this.peek(-1).to;
	}

	skipNewline(): boolean {
		if (this.token.kind !== 'newline') return false;
		this.take();
		return true;
	}
}
