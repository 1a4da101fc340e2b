import type { StudyCase } from '../../../src/study/design.ts';
import type { MountedCharts } from '../../charts/mountCharts.ts';
import { PageElement } from '../../elements/PageElement.ts';
import { putText } from '../../elements/putText.ts';
import { whenReached } from '../../elements/whenReached.ts';
import { RECOUNT_TEXT } from '../../text/sweeps/recountText.ts';
import { STUDY_TEXT } from '../../text/sweeps/studyText.ts';
import { onThemeChange } from '../../theme/theme.ts';
import { turn } from '../../training/lab/turn.ts';

const onDemand = () => import('./onDemand.ts');
/** What a task was trained with. */
type Trained = Record<'models' | 'optimizers', readonly string[]>;

const PARTS = ['loss', 'best', 'moves'] as const;

/** `<study-browser>`: shows a case of the study that its reader chooses, and keeps the choice in the address. */
class StudyBrowser extends PageElement {
	#charts: Record<(typeof PARTS)[number], MountedCharts> | null = null;
	/** The case that is shown, as a query (`withCase`). */
	#shown = '';
	/** Ends when the first case is shown, which clears what stands beside it. */
	#opened: Promise<void> = Promise.resolve();
	/** Counts what was asked for: what is asked later is not overwritten by what was asked before. */
	#wished = 0;
	/** The numbers of the case that is shown, computed again; ends when another one is. */
	#recounting = new AbortController();

	protected override connect(): void {
		const signal = this.lifetime;
		this.#form.addEventListener('change', () => void this.#choose(), { signal });
		this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
		this.findPart('recount').addEventListener('click', () => void this.#recount(), { signal });
		addEventListener('popstate', () => void this.#return(), { signal });
		onThemeChange(() => this.#redraw(), signal);
		signal.addEventListener('abort', () => {
			this.#recounting.abort();
			for (const part of PARTS) this.#charts?.[part].destroy();
			this.#charts = null;
		});
		const isLinked = new URLSearchParams(location.search).has('task');
		const open = () => {
			this.#opened = this.#open();
		};
		if (isLinked) open();
		else whenReached(this, open, signal); // until then the build's pictures say as much
	}

	/** Shows the case of the address, or of the form; whoever has chosen before the module came sees that. */
	async #open(): Promise<void> {
		const { search } = location;
		const { settleCase, caseOf } = await onDemand();
		if (this.#wished > 0) return;
		await this.#show(new URLSearchParams(search).has('task') ? caseOf(search) : settleCase(this.#read()));
	}

	async #choose(): Promise<void> {
		const wish = ++this.#wished;
		const read = this.#read(); // now: the next change may come before the module
		const { settleCase, withCase } = await onDemand();
		if (wish !== this.#wished) return;
		const chosen = settleCase(read);
		const search = withCase(location.search, chosen);
		if (search !== location.search) history.pushState(history.state, '', search + location.hash); // Back is the case before
		await this.#show(chosen);
	}

	/** Back or forth to the case of the address; what else may change there leaves the study as it is. */
	async #return(): Promise<void> {
		const { search } = location;
		const wish = ++this.#wished;
		const { caseOf, withCase } = await onDemand();
		if (wish !== this.#wished) return;
		const chosen = caseOf(search);
		if (withCase('', chosen) !== this.#shown) await this.#show(chosen);
	}

	async #show(chosen: StudyCase): Promise<void> {
		const wish = ++this.#wished;
		const {
			bestFigure,
			casePictures,
			chartsOfFigure,
			costTableHtml,
			lossCharts,
			mountCharts,
			movesFigure,
			pictureIn,
			sayCase,
			trainedOn,
			withCase,
		} = await onDemand();
		const { language } = this;
		const text = STUDY_TEXT[language];
		try {
			const picture = pictureIn(await casePictures(), chosen);
			if (wish !== this.#wished || this.lifetime.aborted) return;
			this.#showChoice(chosen, trainedOn(chosen.task));
			this.#shown = withCase('', chosen);
			this.#clearRecount();
			const mount = (part: string) => mountCharts(this.findPart(part), { isAnimated: false });
			this.#charts ??= { loss: mount('loss'), best: mount('best'), moves: mount('moves') };
			const drawings = [
				['loss', () => lossCharts(picture, language), text.curvesTitle],
				['best', () => chartsOfFigure(bestFigure(picture), language), text.bestTitle],
				['moves', () => chartsOfFigure(movesFigure(picture), language), text.movesTitle],
			] as const;
			for (const [part, draw, title] of drawings) {
				const charts = draw();
				await turn(); // each in a task of its own: all at once would keep a phone busy for too long
				if (wish !== this.#wished || this.lifetime.aborted) return;
				this.#charts?.[part].show(charts, title);
			}
			putText(this.findPart('said'), sayCase(picture, language));
			this.findPart('costs').innerHTML = costTableHtml(picture, language);
			const link = this.findPart('link');
			if (link instanceof HTMLAnchorElement) link.search = this.#shown;
		} catch {
			if (wish === this.#wished) this.findPart('said').textContent = text.failed;
		}
	}

	async #recount(): Promise<void> {
		this.findPart('recounted').textContent = RECOUNT_TEXT[this.language].computing;
		await this.#opened;
		const search = this.#shown;
		this.#clearRecount();
		const { signal } = this.#recounting;
		const [{ casePictures, caseOf, pictureIn }, { recount }] = await Promise.all([
			onDemand(),
			import('./recount/Recount.ts'),
		]);
		const picture = pictureIn(await casePictures(), caseOf(search)); // of nothing it is the one that the build shows
		if (signal.aborted) return;
		await recount(
			picture,
			{ said: this.findPart('recounted'), table: this.findPart('recounted-numbers') },
			this.language,
			signal,
		);
	}

	#clearRecount(): void {
		this.#recounting.abort();
		this.#recounting = new AbortController();
		this.findPart('recounted').textContent = '';
		this.findPart('recounted-numbers').replaceChildren();
	}

	/** What was not trained on the task cannot be chosen. */
	#showChoice(chosen: StudyCase, { models, optimizers }: Trained): void {
		const offered: Record<keyof StudyCase, readonly string[] | null> = {
			task: null,
			model: models,
			optimizer: optimizers,
		};
		for (const select of this.querySelectorAll('select')) {
			const name = select.name as keyof StudyCase; // StudyBrowser.astro names them so
			for (const option of select.options) option.disabled = offered[name]?.includes(option.value) === false;
			select.value = chosen[name];
		}
	}

	#redraw(): void {
		for (const part of PARTS) this.#charts?.[part].redraw();
	}

	#read(): Record<string, string> {
		return Object.fromEntries([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
	}

	get #form(): HTMLFormElement {
		const form = this.querySelector('form');
		if (!form) throw new Error('the study has no form');
		return form;
	}
}

customElements.define('study-browser', StudyBrowser);
