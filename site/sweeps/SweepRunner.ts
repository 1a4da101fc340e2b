import { ApiError } from '../../src/client/errors.ts';
import { formatCount } from '../../src/numberFormat.ts';
import type { SweepStatus, SweepWithdrawn } from '../../src/schema/sweepAnswers.ts';
import { PageElement } from '../elements/PageElement.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import { onThemeChange } from '../theme/theme.ts';
import { GridForm } from './GridForm.ts';
import { SweepMaps } from './SweepMaps.ts';
import { forgetTokens, keepToken, tokensOf } from './stopTokens.ts';
import { API, fetchLimits, listenToSweep, saveSweep } from './sweepApi.ts';
import { failureWords, statusWords } from './sweepWords.ts';

const onDemand = () => import('./onDemand.ts');

/**
 * `<sweep-runner>`: a grid of trainings on the server. Its address has the sweep's id, so that the page can be left and
 * come back to; cells come as events, and the heat map fills in.
 */
class SweepRunner extends PageElement {
	readonly #text = SWEEPS_TEXT[this.language];
	readonly #form = new GridForm(this, this.language);
	readonly #maps = new SweepMaps(this.findPart('map'), this.language);
	#events: EventSource | null = null;
	#id: string | null = null;
	/** That it goes on for others, once this reader has withdrawn. */
	#note: string | null = null;
	/** The form as it was sent, or as the sweep that is shown fills it in. */
	#shown: string | null = null;
	/** Counts what was gone to, a sweep or the form alone: what is answered later than a newer one was asked for is dropped. */
	#gone = 0;
	/** The newest of those: a sweep, or none. */
	#goneTo: string | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		signal.addEventListener('abort', () => {
			this.#events?.close();
			this.#maps.close();
		});
		onThemeChange(() => this.#maps.recolour(), signal);
		this.#form.listen({ sent: () => void this.#start(), changed: () => this.#showStale() }, signal);
		addEventListener('popstate', () => void this.#return(), { signal });
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
		const limits = await fetchLimits();
		this.#form.limits = typeof limits === 'string' ? null : limits;
		this.findPart('none').hidden = this.#form.limits !== null;
		if (limits === 'unreachable') this.findPart('none').textContent = this.#text.unreachable;
		this.findPart('start').toggleAttribute('disabled', this.#form.limits === null);
		const id = new URLSearchParams(location.search).get('id');
		if (id) await this.#follow(id);
		else await this.#form.open();
	}

	/** Back to what the address says: another sweep, or none. */
	async #return(): Promise<void> {
		const id = new URLSearchParams(location.search).get('id');
		if (id === this.#goneTo) return;
		if (id) await this.#follow(id);
		else await this.#leave();
	}

	/** Says of results that they are of another grid than the form has. */
	#showStale(): void {
		const isStale = this.#id !== null && this.#shown !== this.#form.written;
		this.toggleAttribute('data-stale', isStale);
		this.findPart('stale').hidden = !isStale;
	}

	async #start(): Promise<void> {
		const sent = this.#form.written;
		const input = await this.#form.price();
		if (!input) return this.#form.focusWrong();
		const going = ++this.#gone;
		this.#say(this.#text.starting);
		try {
			const { createClient } = await onDemand();
			const client = createClient({ baseUrl: API, longestWait: 10 });
			const { id, stopToken } = await client.startSweep(input, { signal: this.lifetime });
			if (stopToken) keepToken(id, stopToken);
			if (going !== this.#gone) return;
			history.pushState(null, '', `?id=${id}`);
			await this.#follow(id, sent);
		} catch (error) {
			if (going === this.#gone) this.#say(failureWords(error, this.language));
		}
	}

	/**
	 * Shows a sweep as it stands, and then as its cells come.
	 *
	 * @param sent the form that it was begun with here: what was typed since stays, and the sweep's own settings take the place of nothing else
	 */
	async #follow(id: string, sent: string | null = null): Promise<void> {
		const before = sent ?? this.#form.written;
		const going = ++this.#gone;
		this.#goneTo = id;
		this.#events?.close();
		try {
			const { createClient } = await onDemand();
			const { baseOf, formOf } = await import('./axes.ts'); // with the schema's words, which an opening page does without
			const client = createClient({ baseUrl: API });
			const sweep = await client.sweep(id, { signal: this.lifetime });
			const trained = sent === null && sweep.results.find(({ runId }) => runId !== null)?.runId;
			const spec = trained ? (await client.run(trained, { signal: this.lifetime }).catch(() => null))?.spec : null;
			if (going !== this.#gone) return;
			this.#id = id;
			this.#note = null;
			if (sweep.status !== 'running') forgetTokens(id);
			const isAsBefore = this.#form.written === before;
			if (isAsBefore) this.#form.write({ ...formOf(sweep.grid), ...(spec && { base: baseOf(spec, sweep.grid) }) });
			this.#shown = isAsBefore ? this.#form.written : before;
			this.#showStale();
			this.findPart('over').hidden = true;
			this.#tell(sweep);
			await this.#maps.become(sweep);
			if (going !== this.#gone) return;
			this.#tell(sweep); // now that it is known which cells diverged
			if (sweep.status === 'running') this.#listen(id);
			else await this.#conclude();
		} catch (error) {
			if (going !== this.#gone) return;
			const isGone = error instanceof ApiError && error.problem.status === 404;
			this.#say(isGone ? this.#text.gone : failureWords(error, this.language));
			await this.#form.price();
		}
	}

	#listen(id: string): void {
		this.#events = listenToSweep(id, {
			cell: (result) => this.#maps.add(result),
			progress: (status) => this.#tell(status),
			done: (status) => {
				this.#tell(status);
				void this.#conclude();
			},
			lost: () => this.#say(this.#text.lost),
		});
	}

	#tell(sweep: Pick<SweepStatus, 'status' | 'cells'>): void {
		const { total, done, failed } = sweep.cells;
		const bar = this.querySelector('progress');
		if (bar) [bar.max, bar.value] = [total, done + failed];
		const words = statusWords(sweep, this.#maps.diverged, this.language);
		this.#say(this.#note && sweep.status === 'running' ? this.#text.paragraph([words, this.#note]) : words);
		this.findPart('live').hidden = false;
		this.findPart('stop').hidden = sweep.status !== 'running' || !this.#id || tokensOf(this.#id).length === 0;
	}

	/** Says what the results mean, once no more come. */
	async #conclude(): Promise<void> {
		const going = this.#gone;
		const [{ analysisHtml }, analysis] = await Promise.all([onDemand(), this.#maps.analyse()]);
		if (!analysis || going !== this.#gone) return;
		this.findPart('analysis').innerHTML = analysisHtml(analysis, this.language);
		this.findPart('over').hidden = false;
		this.findPart('stop').hidden = true;
	}

	async #act(action: string): Promise<void> {
		if (action === 'fresh') return this.#forget();
		const id = this.#id;
		if (!id) return;
		if (action === 'stop') return this.#stop(id);
		try {
			await saveSweep(id, action);
		} catch (error) {
			this.#say(failureWords(error, this.language));
		}
	}

	/** Back to the form; the sweep itself goes on. */
	async #forget(): Promise<void> {
		history.pushState(null, '', location.pathname);
		await this.#leave();
	}

	async #leave(): Promise<void> {
		this.#gone += 1;
		this.#goneTo = null;
		this.#events?.close();
		this.#id = null;
		this.findPart('live').hidden = true;
		this.findPart('over').hidden = true;
		this.#showStale();
		this.#say('');
		await this.#form.price();
	}

	/** Withdraws every interest of this browser; the sweep goes on where others want it. */
	async #stop(id: string): Promise<void> {
		const { createClient } = await onDemand();
		const client = createClient({ baseUrl: API });
		try {
			let sweep: SweepWithdrawn | null = null;
			for (const token of tokensOf(id)) sweep = await client.stopSweep(id, token);
			forgetTokens(id);
			if (!sweep || id !== this.#id) return;
			const goesOn = sweep.status === 'running';
			this.#note = goesOn ? this.#text.goesOn(formatCount(sweep.interests, this.language)) : null;
			this.#tell(sweep);
			if (goesOn) return;
			this.#events?.close();
			await this.#conclude();
		} catch (error) {
			if (id === this.#id) this.#say(failureWords(error, this.language));
		}
	}

	#say(said: string): void {
		this.findPart('said').textContent = said;
	}
}

customElements.define('sweep-runner', SweepRunner);
