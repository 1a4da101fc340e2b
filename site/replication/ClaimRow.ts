import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import type { Estimate } from '../../src/statistics.ts';
import { LatestTask } from '../elements/LatestTask.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import '../elements/ProgressBar.ts';
import { isSameMeasured } from '../figures/experiment/sameMeasured.ts';
import { REPLICATION_TEXT } from '../text/replication/replicationText.ts';

/** What ReplicationPage.astro writes into a row. */
interface Committed {
	measured: Record<string, Estimate>;
	parameters: Record<string, number>;
}

/** `<claim-row>`: computes a claim again, in a Web Worker or on the edge, and says whether its numbers are the committed ones. */
class ClaimRow extends PageElement {
	readonly #text = REPLICATION_TEXT[this.language];
	readonly #committed = this.readJson() as Committed; // ReplicationPage.astro wrote it
	readonly #task = new LatestTask({
		showBusy: (isBusy) => this.#showBusy(isBusy),
		showCancelled: () => this.#say(this.#text.stopped),
		showFailure: (error) => this.#say(this.#text.failed(messageOf(error))),
	});

	protected override connect(): void {
		const signal = this.lifetime;
		this.addEventListener(
			'click',
			({ target }) => {
				if (!(target instanceof HTMLButtonElement)) return;
				if ('stop' in target.dataset) this.#task.cancel();
				else if (target.dataset.where) this.#compute(target.dataset.where === 'edge');
			},
			{ signal },
		);
	}

	#compute(isEdge: boolean): void {
		void this.#task.start(async (signal) => {
			const result = isEdge ? await this.#onEdge(signal) : await this.#here(signal);
			signal.throwIfAborted();
			if (result === null) return this.#say(this.#text.committed);
			const { measured } = result;
			const where = isEdge ? this.#text.onEdge : this.#text.inBrowser;
			const known = this.#committed.measured;
			const names = Object.keys(measured).filter(
				(name) =>
					!isSameMeasured({ [name]: measured[name] ?? { value: 0 } }, { [name]: known[name] ?? { value: Number.NaN } }),
			);
			this.#say(isSameMeasured(measured, known) ? this.#text.same(where) : this.#text.other(where, names.join(', ')));
		}, this.lifetime);
	}

	async #here(signal: AbortSignal): Promise<ExperimentResult> {
		const bar = this.querySelector('progress-bar');
		this.#say(this.#text.starting);
		const { inWorker } = await import('../training/inWorker.ts');
		const { parameters } = this.#committed;
		bar?.begin();
		return inWorker<'experiment'>(
			{ kind: 'experiment', name: this.dataset.name ?? '', parameters },
			({ done, part, total }) => {
				bar?.tell(total === 0 ? null : (done + part) / total);
				this.#say(this.#text.progress(done, total));
			},
			signal,
		).finally(() => bar?.end());
	}

	/** What the edge computes; null when that is more than a request may ask for, and it answers with what is committed. */
	async #onEdge(signal: AbortSignal): Promise<ExperimentResult | null> {
		this.#say(this.#text.asking);
		const { createClient } = await import('../../src/client/client.ts');
		let isCommitted = false;
		const fetchAndLook: typeof fetch = async (address, init) => {
			const response = await fetch(address, init);
			isCommitted = response.headers.get('Cache-Status')?.includes('detail=committed') ?? false;
			return response;
		};
		const api = createClient({ baseUrl: '/api/v1', longestWait: 10, fetch: fetchAndLook });
		const result = await api.runExperiment(this.dataset.name ?? '', this.#committed.parameters, { signal });
		return isCommitted ? null : result;
	}

	#showBusy(isBusy: boolean): void {
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
