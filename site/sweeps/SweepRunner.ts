import { formatCount, formatInProse } from '../../src/numberFormat.ts';
import type { Grid, SweepDocument, SweepResult, SweepStatus } from '../../src/schema/sweep.ts';
import type { MountedCharts } from '../charts/mountCharts.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import { saveText } from '../elements/save.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import { onThemeChange } from '../theme/theme.ts';
import { sweepOf } from './axes.ts';

const onDemand = () => import('./onDemand.ts');
const API = '/api/v1';

/**
 * `<sweep-runner>`: a grid of trainings on the edge. Its address has the sweep's id, so that the page can be left and
 * come back to; cells come as events, and the heat map fills in.
 */
class SweepRunner extends PageElement {
	readonly #text = SWEEPS_TEXT[this.language];
	#limits: { cells: number; gflop: number } | null = null;
	#events: EventSource | null = null;
	#grid: Grid | null = null;
	readonly #results = new Map<string, SweepResult>();
	#id: string | null = null;
	#isDrawing = false;
	#maps: MountedCharts | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		signal.addEventListener('abort', () => {
			this.#events?.close();
			this.#maps?.destroy();
			this.#maps = null;
		});
		onThemeChange(() => this.#maps?.redraw(), signal);
		this.#form.addEventListener(
			'submit',
			(event) => {
				event.preventDefault();
				void this.#start();
			},
			{ signal },
		);
		this.#form.addEventListener('input', () => void this.#price(), { signal });
		this.addEventListener(
			'click',
			({ target }) => {
				if (target instanceof HTMLButtonElement && target.dataset.action) void this.#act(target.dataset.action);
			},
			{ signal },
		);
		void this.#open();
	}

	async #open(): Promise<void> {
		const limits = await fetch(`${API}/limits`)
			.then((response) => response.json())
			.catch(() => null);
		this.#limits = limits?.sweep ?? null;
		this.findPart('none').hidden = this.#limits !== null;
		this.findPart('start').toggleAttribute('disabled', this.#limits === null);
		const id = new URLSearchParams(location.search).get('id');
		if (id) await this.#follow(id);
		else await this.#price();
	}

	/** What the form would cost, or what is wrong with it. */
	async #price(): Promise<boolean> {
		const place = this.findPart('cost');
		try {
			const { checkSweep } = await onDemand();
			const checked = checkSweep(this.#input());
			const write = (value: number) => formatInProse(value, { language: this.language });
			if (!checked.ok) {
				place.textContent = checked.errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
				place.toggleAttribute('data-wrong', true);
				return false;
			}
			const { cells, gflop } = checked;
			const limits = this.#limits;
			const isTooLarge = limits !== null && (cells > limits.cells || gflop > limits.gflop);
			place.toggleAttribute('data-wrong', isTooLarge);
			place.textContent = [
				this.#text.cost(write(cells), write(gflop)),
				limits && this.#text.allowed(write(limits.cells), write(limits.gflop)),
				isTooLarge && this.#text.tooLarge,
			]
				.filter(Boolean)
				.join(' ');
			return !isTooLarge;
		} catch (error) {
			place.toggleAttribute('data-wrong', true);
			place.textContent = this.#text.notJson(messageOf(error));
			return false;
		}
	}

	async #start(): Promise<void> {
		if (!(await this.#price())) return;
		this.#say(this.#text.starting);
		const { createClient } = await onDemand();
		try {
			const signal = this.lifetime;
			const status = await createClient({ baseUrl: API, longestWait: 10 }).startSweep(this.#input(), { signal });
			history.pushState(null, '', `?id=${status.id}`);
			await this.#follow(status.id);
		} catch (error) {
			this.#say(this.#text.failed(await reasonOf(error)));
		}
	}

	/** Shows a sweep as it stands, and then as its cells come. */
	async #follow(id: string): Promise<void> {
		this.#events?.close();
		this.#results.clear();
		const { createClient, ApiError } = await onDemand();
		try {
			const sweep: SweepDocument = await createClient({ baseUrl: API }).sweep(id, { signal: this.lifetime });
			this.#id = id;
			this.#grid = sweep.grid;
			for (const result of sweep.results) this.#take(result);
			this.#tell(sweep);
			await this.#draw();
			if (sweep.status === 'running') this.#listen(id);
			else await this.#over();
		} catch (error) {
			const isGone = error instanceof ApiError && error.problem.status === 404;
			this.#say(isGone ? this.#text.gone : this.#text.failed(await reasonOf(error)));
			await this.#price();
		}
	}

	#listen(id: string): void {
		const events = new EventSource(`${API}/sweeps/${id}/events`);
		this.#events = events;
		const parsed = <Data>(event: MessageEvent<string>) => JSON.parse(event.data) as Data; // the API's own, as its document says
		events.addEventListener('cell', (event) => {
			this.#take(parsed<SweepResult>(event));
			this.#drawSoon();
		});
		events.addEventListener('progress', (event) => this.#tell(parsed<SweepStatus>(event)));
		events.addEventListener('done', (event) => {
			events.close();
			this.#tell(parsed<SweepStatus>(event));
			void this.#over();
		});
		events.addEventListener('error', () => {
			if (events.readyState === EventSource.CONNECTING) this.#say(this.#text.lost);
		});
	}

	#take(result: SweepResult): void {
		const { scaling, m, lambda, seed } = result;
		this.#results.set(`${scaling} ${m} ${lambda} ${seed}`, result);
	}

	#tell({ status, cells }: Pick<SweepStatus, 'status' | 'cells'>): void {
		const number = (value: number) => formatCount(value, this.language);
		const [done, total, trained, failed] = [cells.done, cells.total, cells.trained, cells.failed].map(number) as [
			string,
			string,
			string,
			string,
		];
		const bar = this.querySelector('progress');
		if (bar) [bar.max, bar.value] = [cells.total, cells.done + cells.failed];
		const says = {
			running: () => this.#text.running(done, total, trained),
			done: () => this.#text.done(total, trained, failed),
			stopped: () => this.#text.stopped(done, total),
		};
		this.#say(says[status]());
		this.findPart('live').hidden = false;
		this.findPart('stop').hidden = status !== 'running';
	}

	/** At most once a frame, however many cells come. */
	#drawSoon(): void {
		if (this.#isDrawing) return;
		this.#isDrawing = true;
		requestAnimationFrame(() => {
			this.#isDrawing = false;
			void this.#draw();
		});
	}

	async #draw(): Promise<void> {
		if (!this.#grid) return;
		const { chartsOfFigure, mountCharts, sweepFigure } = await onDemand();
		const figure = sweepFigure(this.#grid, [...this.#results.values()]);
		this.#maps ??= mountCharts(this.findPart('map'), { isAnimated: false });
		this.#maps.show(chartsOfFigure(figure, this.language), this.#text.figureLabel);
	}

	async #over(): Promise<void> {
		if (!this.#grid) return;
		const { analyseSweep, analysisHtml } = await onDemand();
		await this.#draw();
		this.findPart('analysis').innerHTML = analysisHtml(
			analyseSweep(this.#grid, [...this.#results.values()]),
			this.language,
		);
		this.findPart('over').hidden = false;
		this.findPart('stop').hidden = true;
	}

	async #act(action: string): Promise<void> {
		const id = this.#id;
		if (action === 'fresh') {
			this.#events?.close();
			history.pushState(null, '', location.pathname);
			this.#id = null;
			this.findPart('live').hidden = true;
			this.findPart('over').hidden = true;
			this.#say('');
			return void this.#price();
		}
		if (!id) return;
		if (action === 'stop') {
			const { createClient } = await onDemand();
			const status = await createClient({ baseUrl: API })
				.stopSweep(id)
				.catch(() => null);
			this.#events?.close();
			if (status) this.#tell(status);
			return this.#over();
		}
		const [path, type, name] = DOWNLOADS[action] ?? [];
		if (path === undefined || !type || !name) return;
		const response = await fetch(`${API}/sweeps/${id}${path}`, { headers: { accept: type } });
		if (response.ok) saveText(name, type, await response.text());
		else this.#say(this.#text.failed(String(response.status)));
	}

	#input() {
		const data = new FormData(this.#form);
		const field = (name: string) => String(data.get(name) ?? '');
		return sweepOf({
			lambda: field('lambda'),
			m: field('m'),
			scaling: data.getAll('scaling').map(String),
			seeds: field('seeds'),
			base: field('base'),
		});
	}

	get #form(): HTMLFormElement {
		const form = this.querySelector('form');
		if (!form) throw new Error('the sweep has no form');
		return form;
	}

	#say(said: string): void {
		this.findPart('said').textContent = said;
	}
}

/** What the buttons fetch: below the sweep's address, as which type, saved under which name. */
const DOWNLOADS: Record<string, readonly [string, string, string]> = {
	csv: ['', 'text/csv', 'sweep.csv'],
	'analysis-csv': ['/analysis', 'text/csv', 'analysis.csv'],
	json: ['', 'application/json', 'sweep.json'],
};

async function reasonOf(error: unknown): Promise<string> {
	const { ApiError } = await onDemand();
	if (error instanceof ApiError) {
		const { detail, errors } = error.problem;
		return [detail, ...errors.map(({ path, message }) => `${path}: ${message}`)].join('; ');
	}
	return messageOf(error);
}

customElements.define('sweep-runner', SweepRunner);
