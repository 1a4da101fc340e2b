import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../site/charts/textWidth.ts';
import { wrapText, wrapTextAnywhere } from '../../../site/charts/wrapText.ts';

describe('a text in lines', () => {
	test.each([
		['λ/m an example, λ/2m a batch', 110, ['λ/m an example,', 'λ/2m a batch']],
		['每样本 λ/m 对 整批 λ/2m', 80, ['每样本 λ/m 对', '整批 λ/2m']],
		['复制×10，系数不变', 64, ['复制×10，', '系数不变']],
		['over-2sqrt-m', 60, ['over-', '2sqrt-m']],
		['m = 300', 300, ['m = 300']],
	])('%s within %d pixels', (text, width, lines) => {
		expect(wrapText(text, width, 12)).toEqual(lines);
		for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
	});

	test('never parts λ/2m: where it has no room, there are no lines', () => {
		expect(wrapText('λ/2m', 20, 12)).toBeNull();
		expect(wrapTextAnywhere('λ/2m', 20, 12).join('')).toBe('λ/2m');
	});
});

describe('the width of a text', () => {
	test('is what DejaVu Sans takes or a little more, and one em a Chinese character', () => {
		// Advances of the font in thousandths of an em.
		for (const [character, advance] of Object.entries({
			m: 974,
			λ: 592,
			'0': 636,
			'/': 337,
			'−': 838,
			'²': 401,
			i: 278,
		})) {
			const width = textWidth(character, 1000);
			expect(width).toBeGreaterThanOrEqual(advance);
			expect(width).toBeLessThanOrEqual(advance * 1.14);
		}
		expect(textWidth('训练', 12)).toBe(24);
	});
});
