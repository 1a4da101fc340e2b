import { at } from '../../../src/at.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { TASKS } from '../../../src/study/design.ts';
import type { CasePicture } from '../../../src/study/pictures.ts';
import { RULES } from '../../../src/study/rules.ts';
import { holdPlace } from '../../elements/holdPlace.ts';
import { type Cell, pointAtCell } from '../../elements/pointAtCell.ts';
import { VALLEY_TEXT } from '../../text/figures/valley.ts';
import { taskName } from '../../text/study/studyNames.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { casePictures, pictureIn, trainedOn } from '../study/casePictures.ts';
import { HEIGHT, valleyGrid } from './grid.ts';
import { LAST_SIZE, PUBLISHED_VALLEY, ruleLambda, settleCase, type ValleyState, valleySpecs } from './model.ts';
import { Prediction } from './Prediction.ts';
import { ghostSvg, hasGhost, lambdaAxis, valleySvg } from './valleySvg.ts';
import { sayCell, sayLambda, valleyCaption, valleyLabel } from './words.ts';

/** `<valley-figure>`: the valley of a case of the study, and where three rules would take a λ tuned on it. */
class ValleyFigure extends LiveFigure<ValleyState> {
	protected readonly published = PUBLISHED_VALLEY;
	#built: CasePicture | null = null;
	#picture: CasePicture | null = null;
	#prediction: Prediction | null = null;
	/** How near the reader's guess came; null where there was none. */
	#score: string | null = null;

	protected override connect(): void {
		super.connect();
		// The page says where they are; it may not have style attributes.
		for (const grip of this.querySelectorAll<HTMLElement>('[data-left]'))
			Object.assign(grip.style, { left: `${grip.dataset.left}%`, top: `${grip.dataset.top}px` });
		const area = this.findPart('area');
		const signal = this.lifetime;
		holdPlace(this.findPart('tuned'), {
			box: area,
			move: ({ x }, event) => this.#tuneAt(Math.round(x * (LAST_SIZE + 1) - 0.5), event),
			step: (right, up, event) => this.#tuneAt(this.state.tunedAt + Math.sign(right + up), event),
			signal,
		});
		pointAtCell(area, {
			grid: () => ({ columns: LAST_SIZE + 1, rows: this.#shown.lambdas.length }),
			point: (cell, event) => this.#point(cell, event),
			start: () => ({ column: this.state.tunedAt, row: Math.floor(this.#shown.lambdas.length / 2) }),
			signal,
		});
		if (!Prediction.isPlayed) this.#ask();
	}

	protected override wake(): void {
		void casePictures().catch((error) => this.fail(error));
	}

	protected override change(patch: Partial<ValleyState>, event?: Event): void {
		super.change(settleCase({ ...this.state, ...patch }), event);
	}

	protected override async draw(state: ValleyState): Promise<boolean> {
		const picture = isCase(state, this.published) ? this.#own : pictureIn(await casePictures(), state);
		if (state !== this.state || this.lifetime.aborted) return false;
		if (!isCase(state, this.#shown)) {
			this.#point(null);
			this.#prediction?.show(isCase(state, this.published));
		}
		this.#picture = picture;
		const { language, published } = this;
		const label = valleyLabel(picture, language);
		this.findPart('map').innerHTML = valleySvg(picture, state.tunedAt, language, label);
		this.findPart('axis').innerHTML = lambdaAxis(picture, language);
		this.findPart('ghost').innerHTML = ghostSvg(this.#own, published.tunedAt, picture);
		this.findPart('ghost-key').hidden = isCase(state, published) || !hasGhost(published, state);
		this.findPart('guess-key').hidden = this.#score === null || !isCase(state, published);
		this.#showTuned(state, picture);
		this.#showChoices(state);
		this.say(valleyCaption(state, picture, language));
		return true;
	}

	protected override specs(state: ValleyState): RunSpecInput[] {
		return valleySpecs(state, this.#shown);
	}

	protected override rows({ task, tunedAt }: ValleyState): (string | number)[][] {
		const { best, excess, lambdas } = this.#shown;
		const tuned = { size: tunedAt, lambda: at(best, tunedAt)[0] };
		return [
			['m', 'best lambda', ...RULES, ...lambdas.map((lambda) => `test loss over the least, lambda ${lambda}`)],
			...TASKS[task].sizes.map((m, i) => [
				m,
				at(best, i)[0],
				...RULES.map((rule) => Number(ruleLambda(rule, task, tuned, i).toPrecision(3))),
				...at(excess, i).map((cell) => (cell ? Number((1 + cell[0]).toFixed(4)) : '')),
			]),
		];
	}

	/** What the page was built with. */
	get #own(): CasePicture {
		this.#built ??= this.readJson() as CasePicture; // ValleyFigure.astro wrote it
		return this.#built;
	}

	/** What stands on the picture. */
	get #shown(): CasePicture {
		this.#picture ??= this.#own;
		return this.#picture;
	}

	#tuneAt(size: number, event: Event): void {
		const tunedAt = Math.min(LAST_SIZE, Math.max(0, size));
		if (tunedAt !== this.state.tunedAt) this.change({ tunedAt }, event);
	}

	#showTuned({ tunedAt, task }: ValleyState, picture: CasePicture): void {
		const grip = this.findPart('tuned');
		const grid = valleyGrid(picture.lambdas, picture.best.length);
		const [lambda] = at(picture.best, tunedAt);
		const m = at(TASKS[task].sizes, tunedAt);
		grip.style.left = `${grid.x(tunedAt)}%`;
		grip.style.top = `${grid.y(lambda)}px`;
		for (const [name, value] of [
			['aria-valuemin', at(TASKS[task].sizes, 0)],
			['aria-valuemax', at(TASKS[task].sizes, LAST_SIZE)],
			['aria-valuenow', m],
		] as const) {
			grip.setAttribute(name, String(value));
		}
		const said = VALLEY_TEXT[this.language].tunedSaid(formatCount(m, this.language), sayLambda(lambda, this.language));
		grip.setAttribute('aria-valuetext', said);
	}

	/** Networks and optimizers that the study left out on these data cannot be chosen. */
	#showChoices({ task }: ValleyState): void {
		const { models, optimizers } = trainedOn(task);
		const trained: readonly string[] = [...models, ...optimizers];
		for (const option of this.querySelectorAll<HTMLOptionElement>('[data-handle]:not([data-handle="task"]) option')) {
			option.disabled = !trained.includes(option.value);
		}
	}

	#point(cell: Cell | null, event?: Event): void {
		if (this.#prediction?.isAsking) {
			if (cell && event instanceof PointerEvent && event.type === 'pointerdown') {
				const { top, height } = this.findPart('area').getBoundingClientRect();
				this.#prediction.place(cell.column, ((event.clientY - top) / height) * HEIGHT);
			}
			return;
		}
		const cursor = this.findPart('cursor');
		cursor.hidden = cell === null;
		if (!cell) {
			const isGuessed = isCase(this.state, this.published); // a score is of the case that was guessed
			this.#tell((isGuessed && this.#score) || VALLEY_TEXT[this.language].rest);
			return;
		}
		const { lambdas } = this.#shown;
		const [width, height] = [100 / (LAST_SIZE + 1), 100 / lambdas.length];
		cursor.style.cssText = `left:${cell.column * width}%;top:${cell.row * height}%;width:${width}%;height:${height}%`;
		this.#tell(sayCell(this.#shown, cell.column, lambdas.length - 1 - cell.row, this.language));
	}

	#ask(): void {
		const { best, lambdas, task } = this.#own;
		const text = VALLEY_TEXT[this.language];
		this.#prediction = new Prediction(
			{
				figure: this,
				area: this.findPart('area'),
				guess: this.findPart('guess'),
				marks: [...this.querySelectorAll<HTMLElement>('[data-mark]')],
				game: this.findPart('game'),
				show: this.findPart('show') as HTMLButtonElement, // ValleyFigure.astro wrote it
				skip: this.findPart('skip'),
			},
			{
				grid: valleyGrid(lambdas, best.length),
				best: best.map(([lambda]) => lambda),
				sizes: TASKS[task].sizes,
				language: this.language,
				over: (score) => {
					this.#score = score;
					this.#entitle(text.title);
					this.#tell(score ?? text.rest);
					this.findPart('guess-key').hidden = score === null;
				},
				signal: this.lifetime,
			},
		);
		this.#prediction.ask();
		this.#entitle(text.askTitle);
		this.#tell(text.ask(taskName(task, this.language)));
	}

	#entitle(title: string): void {
		this.querySelector('.figure-title')?.replaceChildren(title);
	}

	#tell(said: string): void {
		this.findPart('said').textContent = said;
	}
}

const isCase = (one: CasePicture | ValleyState, other: CasePicture | ValleyState) =>
	one.task === other.task && one.model === other.model && one.optimizer === other.optimizer;

customElements.define('valley-figure', ValleyFigure);
