import { expect, test } from 'vitest';
import { unbroken } from '../../site/html/unbroken.ts';
import { holdFormulas } from '../../site/html/unbrokenPages.ts';

test('no line may end within a formula of a sentence', () => {
	expect(unbroken('keep λ/√m, or λ/(2√m)')).toBe('keep λ/\u2060√m, or λ/\u2060(2√m)');
	expect(unbroken('and/or λ/2m')).toBe('and/or λ/2m');
});

test('of a page only sentences are changed: no tag, no script and no code, which is copied', () => {
	const kept = '<a title="λ/√m">x</a><script>const s = "λ/√m < 1";</script><code>λ/√m</code>';
	expect(holdFormulas(`${kept}<p>λ/√m</p> λ/√m`)).toBe(`${kept}<p>λ/\u2060√m</p> λ/\u2060√m`);
});
