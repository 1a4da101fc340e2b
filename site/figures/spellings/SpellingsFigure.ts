import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { PUBLISHED_SPELLINGS, pullsOf, SPELLINGS, type SpellingsState, spellingsSpecs } from './model.ts';
import { spellingsSvg } from './picture.ts';
import { spellingsWords } from './words.ts';

/** `<spellings-figure>`: six arrows whose lengths follow m and λ. */
class SpellingsFigure extends LiveFigure<SpellingsState> {
	protected readonly published = PUBLISHED_SPELLINGS;

	protected override draw(state: SpellingsState): boolean {
		const words = spellingsWords(state, this.language);
		this.findPart('drawing').innerHTML = spellingsSvg(state, words.label, this.language);
		this.say(words.caption);
		return true;
	}

	protected override specs(state: SpellingsState): RunSpecInput[] {
		return spellingsSpecs(state);
	}

	protected override rows(state: SpellingsState): (string | number)[][] {
		const pulls = pullsOf(state);
		return [
			['penalty', 'd', 'value', 'm', 'lambda'],
			...SPELLINGS.map(({ penalty, pull }, i) => [penalty, pull, pulls[i] ?? '', state.m, state.lambda]),
		];
	}
}

customElements.define('spellings-figure', SpellingsFigure);
