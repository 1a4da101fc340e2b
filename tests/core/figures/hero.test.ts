import { describe, expect, test } from 'vitest';
import { PUBLISHED_HERO } from '../../../site/figures/hero/tasks.ts';
import { heroCaption, type Told } from '../../../site/figures/hero/words.ts';

const told = (testAccuracy: number, isFlat: boolean): Told => ({ final: { testAccuracy, testLoss: 0.3 }, isFlat });

describe('what is said of two networks', () => {
	test.each([
		['neither is flat', told(0.82, false), told(0.95, false), ['82.0%', '95.0%'], '右边的答对'],
		[
			'the left one is flat',
			told(0.5, true),
			told(0.95, false),
			['the left network is pulled flat', '95.0%'],
			'左边的网络被压平',
		],
		['both are flat', told(0.5, true), told(0.5, true), ['both networks are pulled flat'], '两个网络都被压平'],
	])('where %s', (_, undivided, divided, en, zh) => {
		const caption = heroCaption(PUBLISHED_HERO, { undivided, divided }, 'en');
		for (const words of en) expect(caption).toContain(words);
		expect(heroCaption(PUBLISHED_HERO, { undivided, divided }, 'zh')).toContain(zh);
	});
});
