import { ApiError } from '../../src/client/errors.ts';
import { formatCount } from '../../src/numberFormat.ts';
import type { SweepStatus, SweepWithdrawn } from '../../src/schema/sweep.ts';
import { isUntouched } from '../elements/isUntouched.ts';
import { PageElement } from '../elements/PageElement.ts';
import { putText } from '../elements/putText.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';
import { onThemeChange } from '../theme/theme.ts';
import type { FormField, SweepForm } from './axes.ts';
import { SweepMaps } from './SweepMaps.ts';
import { isTooLarge, type SweepLimits, sayCost } from './sayCost.ts';
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
	readonly #maps = new SweepMaps(this.findPart('map'), this.language);
	#limits: SweepLimits | null = null;
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
		this.#form.addEventListener(
			'submit',
			(event) => {
				event.preventDefault();
				void this.#start();
			},
			{ signal },
		);
		const hear = () => {
			this.#showStale();
			void this.#price();
		};
		this.#form.addEventListener('input', hear, { signal });
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
		this.#limits = typeof limits === 'string' ? null : limits;
		this.findPart('none').hidden = this.#limits !== null;
		if (limits === 'unreachable') this.findPart('none').textContent = this.#text.unreachable;
		this.findPart('start').toggleAttribute('disabled', this.#limits === null);
		const id = new URLSearchParams(location.search).get('id');
		if (id) await this.#follow(id);
		else if (isUntouched(this.#form)) this.#sayOpening();
		else await this.#price();
	}

	/** Back to what the address says: another sweep, or none. */
	async #return(): Promise<void> {
		const id = new URLSearchParams(location.search).get('id');
		if (id === this.#goneTo) return;
		if (id) await this.#follow(id);
		else await this.#leave();
	}

	/** What the form costs as the page opens with it: the build has asked the schema, which need not come yet. */
	#sayOpening(): void {
		const place = this.findPart('cost');
		const cost = { cells: Number(place.dataset.cells), gflop: Number(place.dataset.gflop) };
		place.textContent = sayCost(cost, this.#limits, this.language);
		place.toggleAttribute('data-wrong', isTooLarge(cost, this.#limits));
	}

	/** Says what the form would cost, or what is wrong with it, and returns what can be sent of it. */
	async #price() {
		const { said, wrong, input } = await import('./quoteSweep.ts')
			.then(({ quoteSweep }) => quoteSweep(this.#read(), this.#limits, this.language))
			.catch((error) => ({ said: failureWords(error, this.language), wrong: {}, input: null }));
		const place = this.findPart('cost');
		putText(place, said);
		place.toggleAttribute('data-wrong', input === null);
		this.#mark(wrong);
		return input;
	}

	/** Says at each field what is wrong with it. */
	#mark(wrong: Partial<Record<FormField, string>>): void {
		for (const place of this.#form.querySelectorAll<HTMLElement>('.wrong')) {
			const name = place.id.replace('wrong-', '') as FormField; // SweepRunner.astro names them so
			const said = wrong[name] ?? '';
			putText(place, said);
			for (const field of this.#form.querySelectorAll(`[name="${name}"]`)) {
				if (said) field.setAttribute('aria-invalid', 'true');
				else field.removeAttribute('aria-invalid');
			}
			const folded = place.closest('details');
			if (folded && said) folded.open = true;
		}
	}

	/** Says of results that they are of another grid than the form has. */
	#showStale(): void {
		const isStale = this.#id !== null && this.#shown !== JSON.stringify(this.#read());
		this.toggleAttribute('data-stale', isStale);
		this.findPart('stale').hidden = !isStale;
	}

	async #start(): Promise<void> {
		const sent = JSON.stringify(this.#read());
		const input = await this.#price();
		if (!input) return this.#form.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid]')?.focus();
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
	 * @param before the form that the sweep's own settings may take the place of: what was typed since stays
	 */
	async #follow(id: string, before = JSON.stringify(this.#read())): Promise<void> {
		const going = ++this.#gone;
		this.#goneTo = id;
		this.#events?.close();
		try {
			const { createClient } = await onDemand();
			const { formOf } = await import('./axes.ts'); // with the schema's words, which an opening page does without
			const sweep = await createClient({ baseUrl: API }).sweep(id, { signal: this.lifetime });
			if (going !== this.#gone) return;
			this.#id = id;
			this.#note = null;
			if (sweep.status !== 'running') forgetTokens(id);
			const isAsBefore = JSON.stringify(this.#read()) === before;
			if (isAsBefore) this.#write(formOf(sweep.grid));
			this.#shown = isAsBefore ? JSON.stringify(this.#read()) : before;
			this.#showStale();
			this.findPart('over').hidden = true;
			this.#tell(sweep);
			await this.#maps.become(sweep);
			if (going !== this.#gone) return;
			if (sweep.status === 'running') this.#listen(id);
			else await this.#conclude();
		} catch (error) {
			if (going !== this.#gone) return;
			const isGone = error instanceof ApiError && error.problem.status === 404;
			this.#say(isGone ? this.#text.gone : failureWords(error, this.language));
			await this.#price();
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
		const words = statusWords(sweep, this.language);
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
		await this.#price();
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

	/** Puts into the form what a sweep is of, so that it says what is shown beside it. */
	#write({ scaling, ...fields }: Omit<SweepForm, 'base'>): void {
		for (const input of this.#form.querySelectorAll<HTMLInputElement>('input')) {
			if (input.name === 'scaling') input.checked = scaling.includes(input.value);
			else if (input.name in fields) input.value = fields[input.name as keyof typeof fields]; // just seen
		}
		this.findPart('cost').textContent = '';
		this.#mark({});
	}

	#read(): SweepForm {
		const data = new FormData(this.#form);
		const field = (name: string) => String(data.get(name) ?? '');
		return {
			lambda: field('lambda'),
			m: field('m'),
			scaling: data.getAll('scaling').map(String),
			seeds: field('seeds'),
			base: field('base'),
		};
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

customElements.define('sweep-runner', SweepRunner);
