import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { holdPlace } from '../../elements/holdPlace.ts';
import { VALLEY_TEXT } from '../../text/figures/valley.ts';
import { HEIGHT, type ValleyGrid } from './grid.ts';
import { sayScore } from './guess.ts';
import { sayLambda } from './words.ts';

/** Where it is remembered that the reader has guessed, or did not want to. */
const KEY = 'valley-guessed';
/** Milliseconds until the last column stands. */
const REVEAL_MS = 2800;
/** Rows that a key moves a mark. */
const KEY_ROWS = 0.25;

interface Parts {
	/** The figure's element, which carries how far the game is. */
	figure: HTMLElement;
	area: HTMLElement;
	/** Where the guess is drawn. */
	guess: HTMLElement;
	marks: readonly HTMLElement[];
	game: HTMLElement;
	show: HTMLButtonElement;
	skip: HTMLElement;
}

interface Game {
	grid: ValleyGrid;
	best: readonly number[];
	sizes: readonly number[];
	language: Language;
	/** The reader has guessed, with what to say of it, or has skipped (null). */
	over: (score: string | null) => void;
	signal: AbortSignal;
}

/** The one guess of the figure: a mark in every column, before the valley is shown. */
export class Prediction {
	readonly #parts: Parts;
	readonly #game: Game;
	readonly #heights: number[];

	constructor(parts: Parts, game: Game) {
		this.#parts = parts;
		this.#game = game;
		this.#heights = game.best.map(() => HEIGHT / 2);
	}

	get isAsking(): boolean {
		return this.#parts.figure.dataset.game === 'asking';
	}

	/** Whether this reader has guessed before. */
	static get isPlayed(): boolean {
		try {
			return localStorage.getItem(KEY) !== null;
		} catch {
			return false; // storage may be forbidden
		}
	}

	ask(): void {
		const { figure, marks, game, show, skip, area } = this.#parts;
		const { signal, grid } = this.#game;
		figure.dataset.game = 'asking';
		game.hidden = false;
		for (const [i, mark] of marks.entries()) {
			mark.hidden = false;
			holdPlace(mark, {
				box: area,
				move: ({ y }) => this.#move(i, y * HEIGHT),
				step: (right, up) => {
					if (right !== 0) marks[i + Math.sign(right)]?.focus();
					else this.#move(i, at(this.#heights, i) - up * KEY_ROWS * grid.rowHeight);
				},
				signal,
			});
		}
		this.#draw();
		show.addEventListener('click', () => this.#end(true), { signal });
		skip.addEventListener('click', () => this.#end(false), { signal });
	}

	/** The reader has tapped a column. */
	place(column: number, y: number): void {
		this.#move(column, y);
	}

	/** The guess is of one case, and stands beside no other. */
	show(isItsCase: boolean): void {
		this.#parts.guess.hidden = !isItsCase;
	}

	#move(column: number, y: number): void {
		this.#heights[column] = Math.min(HEIGHT - this.#game.grid.rowHeight, Math.max(0, y));
		this.#draw();
	}

	#draw(): void {
		const { grid, language, sizes } = this.#game;
		const { marks, guess } = this.#parts;
		for (const [i, mark] of marks.entries()) {
			const y = at(this.#heights, i);
			mark.style.top = `${y}px`;
			mark.setAttribute('aria-valuenow', String(Math.round(HEIGHT - y)));
			mark.setAttribute('aria-valuetext', `λ = ${sayLambda(grid.lambdaAt(y), language)}`);
		}
		const lines = sizes.slice(1).map((_, i) => {
			const [from, to] = [at(this.#heights, i), at(this.#heights, i + 1)];
			return `<line x1="${grid.x(i)}%" y1="${from}" x2="${grid.x(i + 1)}%" y2="${to}"/>`;
		});
		guess.innerHTML = `<svg width="100%" height="${HEIGHT}" aria-hidden="true">${lines.join('')}</svg>`;
	}

	#end(isGuessed: boolean): void {
		const { figure, marks, game, guess, area } = this.#parts;
		const { best, sizes, grid, language, over, signal } = this.#game;
		remember();
		game.hidden = true;
		for (const mark of marks) mark.hidden = true;
		area.focus({ preventScroll: true });
		const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
		figure.dataset.game = isStill || !isGuessed ? 'shown' : 'revealing';
		if (!isGuessed) guess.replaceChildren();
		const score = sayScore(this.#heights.map(grid.lambdaAt), best, sizes, language);
		over(isGuessed ? `${score} ${VALLEY_TEXT[language].again}` : null);
		const timer = setTimeout(() => {
			figure.dataset.game = 'shown';
		}, REVEAL_MS);
		signal.addEventListener('abort', () => clearTimeout(timer));
	}
}

function remember(): void {
	try {
		localStorage.setItem(KEY, 'yes');
	} catch {
		// Storage may be forbidden; the guess is then asked for again.
	}
}
