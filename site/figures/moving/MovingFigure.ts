import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { OPTIMIZERS } from '../../../src/study/design.ts';
import { RULES } from '../../../src/study/rules.ts';
import { type Cell, pointAtCell } from '../../elements/pointAtCell.ts';
import { MOVING_TEXT } from '../../text/figures/moving.ts';
import { taskName } from '../../text/study/studyNames.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { casePictures } from '../study/casePictures.ts';
import { type MovingState, movingSpecs, PUBLISHED_MOVING, type Row, rowsOf, settleMove, tasksOf } from './model.ts';
import { movingGhost, movingNames, movingSvg, rowHeight } from './movingSvg.ts';
import { movingCaption, movingLabel, sayMove, sayRow } from './words.ts';

/** `<moving-figure>`: what three rules cost on every data set, for a move that the reader chooses. */
class MovingFigure extends LiveFigure<MovingState> {
	protected readonly published = PUBLISHED_MOVING;
	#built: Row[] | null = null;
	#rows: Row[] | null = null;

	protected override connect(): void {
		super.connect();
		pointAtCell(this.findPart('area'), {
			grid: () => ({ columns: 1, rows: this.#shown.length }),
			point: (cell) => this.#point(cell),
			start: () => ({ column: 0, row: 0 }),
			signal: this.lifetime,
		});
	}

	protected override wake(): void {
		void casePictures().catch((error) => this.fail(error));
	}

	protected override change(patch: Partial<MovingState>, event?: Event): void {
		super.change(settleMove(this.state, patch), event);
	}

	protected override async draw(state: MovingState): Promise<boolean> {
		const rows = this.isPublished ? this.#own : rowsOf(state, await casePictures());
		if (state !== this.state || this.lifetime.aborted) return false;
		this.#rows = rows;
		this.#point(null);
		this.findPart('said').textContent = MOVING_TEXT[this.language].rest;
		this.findPart('names').innerHTML = movingNames(rows, this.language);
		this.findPart('plot').innerHTML = movingSvg(rows, this.language, movingLabel(rows, this.language));
		this.findPart('ghost').innerHTML = movingGhost(this.#own, rows);
		this.findPart('ghost-key').hidden = this.isPublished;
		this.say(movingCaption(state, rows, this.language));
		this.#showChoices(state);
		return true;
	}

	protected override specs(state: MovingState): RunSpecInput[] {
		return movingSpecs(state);
	}

	protected override rows(): (string | number)[][] {
		return [
			['data', 'move', ...RULES.flatMap((rule) => [rule, `${rule} low`, `${rule} high`])],
			...this.#shown.map((row) => [
				taskName(row.task, 'en'),
				sayMove(row, 'en'),
				...RULES.flatMap((rule) => [...row.cost[rule]]),
			]),
		];
	}

	/** What the page was built with. */
	get #own(): Row[] {
		this.#built ??= this.readJson() as Row[]; // MovingFigure.astro wrote it
		return this.#built;
	}

	/** What stands on the picture. */
	get #shown(): Row[] {
		return this.#rows ?? this.#own;
	}

	#point(cell: Cell | null): void {
		const row = cell && this.#shown[cell.row];
		const cursor = this.findPart('cursor');
		cursor.hidden = !row;
		if (!row) return;
		const height = rowHeight(this.#shown.length);
		cursor.style.top = `${cell.row * height}px`;
		cursor.style.height = `${height}px`;
		this.findPart('said').textContent = sayRow(row, this.language);
	}

	/** An optimizer by which no such network was trained cannot be chosen; the sizes are those of one move. */
	#showChoices({ model, moves }: MovingState): void {
		for (const size of this.querySelectorAll<HTMLInputElement>('[type="range"][data-handle]')) {
			size.disabled = moves !== 'one';
		}
		for (const optimizer of OPTIMIZERS) {
			const option = this.querySelector<HTMLOptionElement>(`option[value="${optimizer}"]`);
			if (option) option.disabled = tasksOf({ model, optimizer }).length === 0;
		}
	}
}

customElements.define('moving-figure', MovingFigure);
