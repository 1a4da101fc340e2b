/** TeX without the names that `\data` and `\class` give to parts of it: what a reader wants to copy. */
export function plainTex(tex: string): string {
	const named = /\\(?:data|class)\s*\{[^{}]*\}\s*\{/.exec(tex);
	if (!named) return tex.trim();
	const start = named.index + named[0].length;
	let end = start;
	for (let depth = 1; depth > 0 && end < tex.length; end++) {
		if (tex[end] === '{') depth++;
		if (tex[end] === '}') depth--;
	}
	const inside = tex.slice(start, end - 1);
	// A command keeps its distance from a letter that follows.
	const gap = /\\[a-zA-Z]+$/.test(inside) && /^[a-zA-Z]/.test(tex.slice(end)) ? ' ' : '';
	return plainTex(tex.slice(0, named.index) + inside + gap + tex.slice(end));
}
