/** The mathematical italic of a Latin letter or a small Greek one, as a browser chooses it for `<mi>`; others as they are. */
export function italic(letter: string): string {
	const code = letter.codePointAt(0) ?? 0;
	if (letter === 'h') return 'ℎ';
	if (/^[a-z]$/.test(letter)) return String.fromCodePoint(code - 0x61 + 0x1d44e);
	if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(code - 0x41 + 0x1d434);
	if (/^[α-ω]$/.test(letter)) return String.fromCodePoint(code - 0x3b1 + 0x1d6fc);
	return letter;
}
