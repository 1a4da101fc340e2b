import type { ExperimentResult } from '../../src/experiments/experiment.ts';
import type { Estimate } from '../../src/statistics.ts';
import { isSameMeasured } from '../figures/experiment/sameMeasured.ts';
import { languageOf } from '../text/languages.ts';
import { REPLICATION_TEXT } from '../text/replication/replicationText.ts';

interface Committed {
	measured: Record<string, Estimate>;
	parameters: object;
}

/** `<claim-row>`: computes a claim again, in a Web Worker or on the edge, and says whether its numbers are the committed ones. */
class ClaimRow extends HTMLElement {
	readonly #text = REPLICATION_TEXT[languageOf(document.documentElement.lang)];
	readonly #committed: Committed = JSON.parse(
		this.querySelector('script[type="application/json"]')?.textContent ?? '{}',
	);
	#running: AbortController | null = null;

	connectedCallback(): void {
		this.addEventListener('click', ({ target }) => {
			if (!(target instanceof HTMLButtonElement)) return;
			if ('stop' in target.dataset) this.#running?.abort();
			else if (target.dataset.where) void this.#compute(target.dataset.where === 'edge');
		});
	}

	disconnectedCallback(): void {
		this.#running?.abort();
	}

	async #compute(isEdge: boolean): Promise<void> {
		this.#running?.abort();
		const running = new AbortController();
		this.#running = running;
		this.#busy(true);
		try {
			const { measured } = isEdge ? await this.#onEdge(running.signal) : await this.#here(running.signal);
			const where = isEdge ? this.#text.onEdge : this.#text.inBrowser;
			const known = this.#committed.measured;
			const names = Object.keys(measured).filter(
				(name) =>
					!isSameMeasured({ [name]: measured[name] ?? { value: 0 } }, { [name]: known[name] ?? { value: Number.NaN } }),
			);
			this.#say(isSameMeasured(measured, known) ? this.#text.same(where) : this.#text.other(where, names.join(', ')));
		} catch (error) {
			if (this.#running !== running) return; // begun anew
			const reason = error instanceof Error ? error.message : String(error);
			this.#say(running.signal.aborted ? this.#text.stopped : this.#text.failed(reason));
		} finally {
			if (this.#running === running) {
				this.#running = null;
				this.#busy(false);
			}
		}
	}

	async #here(signal: AbortSignal): Promise<ExperimentResult> {
		this.#say(this.#text.starting);
		const { inWorker } = await import('../training/inWorker.ts');
		const { parameters } = this.#committed;
		return inWorker<'experiment'>(
			{ kind: 'experiment', name: this.dataset.name ?? '', parameters },
			({ done, total }) => this.#say(this.#text.progress(done, total)),
			signal,
		);
	}

	async #onEdge(signal: AbortSignal): Promise<ExperimentResult> {
		this.#say(this.#text.asking);
		const { createClient } = await import('../../src/client/client.ts');
		const api = createClient({ baseUrl: '/api/v1', longestWait: 10 });
		return api.runExperiment(this.dataset.name ?? '', this.#committed.parameters, { signal });
	}

	#busy(isBusy: boolean): void {
		for (const button of this.querySelectorAll('button')) {
			if ('stop' in button.dataset) button.hidden = !isBusy;
			else button.disabled = isBusy;
		}
	}

	#say(said: string): void {
		const place = this.querySelector('.claim-outcome');
		if (place && place.textContent !== said) place.textContent = said;
	}
}

customElements.define('claim-row', ClaimRow);
