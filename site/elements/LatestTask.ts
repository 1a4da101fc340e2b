/** How an element shows the task that it runs. */
interface TaskView {
	showBusy(isBusy: boolean): void;
	/** The reader stopped the task. */
	showCancelled(): void;
	showFailure(error: unknown): void;
}

/**
 * Runs one task at a time, and the latest wins: starting a task aborts the one before, which then shows nothing
 * more.
 */
export class LatestTask {
	readonly #view: TaskView;
	#current: AbortController | null = null;

	constructor(view: TaskView) {
		this.#view = view;
	}

	get isRunning(): boolean {
		return this.#current !== null;
	}

	cancel(): void {
		this.#current?.abort();
	}

	/**
	 * @param work rejects when its signal is aborted
	 * @param lifetime of the element: the task is aborted with it
	 */
	async start(work: (signal: AbortSignal) => Promise<void>, lifetime: AbortSignal): Promise<void> {
		this.cancel();
		const controller = new AbortController();
		const signal = AbortSignal.any([controller.signal, lifetime]);
		const isLatest = () => this.#current === controller;
		this.#current = controller;
		this.#view.showBusy(true);
		try {
			await work(signal);
		} catch (error) {
			if (!isLatest()) return;
			if (signal.aborted) this.#view.showCancelled();
			else this.#view.showFailure(error);
		} finally {
			if (isLatest()) {
				this.#current = null;
				this.#view.showBusy(false);
			}
		}
	}
}
