import type { Grid } from '../../src/schema/sweep.ts';
import type { SweepResult } from '../../src/schema/sweepAnswers.ts';
import { analyseInPieces } from '../../src/sweeps/analysis.ts';
import { forgetText, keepText, readText } from '../trainers/keptText.ts';
import { seal, unseal } from '../trainers/sealedText.ts';

/** What is analysed, and as of which cell. */
interface Analysed {
	grid: Grid;
	readResults: () => SweepResult[];
	/** The number of the last cell that is over. */
	sequence: number;
	/** Whether more cells may come. */
	isRunning: boolean;
}

/** An analysis as JSON, of the cells up to that number. */
interface Kept {
	sequence: number;
	text: string;
}

const OF = 'analysis-4-of'; // another number where what an analysis says has changed: older ones are made again
/** While cells come, an analysis is made no sooner than so long after the last one. */
const INTERVAL_MS = 10_000;

/**
 * The analysis of one sweep: made when somebody asks for it, once for all who ask meanwhile, and not more often than
 * every ten seconds while cells come; that of a sweep that does not run is kept with it.
 */
export class KeptAnalysis {
	readonly #storage: DurableObjectStorage;
	#last: (Kept & { madeAt: number }) | null = null;
	#making: Promise<Kept> | null = null;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** The analysis that is to be had; its text is null where it would have to be made first and `isWanted` is false. */
	async read(analysed: Analysed, isWanted: boolean): Promise<{ sequence: number; text: string | null }> {
		const { sequence, isRunning } = analysed;
		this.#last ??= await this.#find();
		const last = this.#last;
		if (last && (last.sequence === sequence || (isRunning && Date.now() - last.madeAt < INTERVAL_MS))) return last;
		if (!isWanted) return { sequence, text: null };
		this.#making ??= this.#make(analysed).finally(() => {
			this.#making = null;
		});
		return this.#making;
	}

	async #make({ grid, readResults, sequence, isRunning }: Analysed): Promise<Kept> {
		const pieces = analyseInPieces(grid, readResults());
		let piece = pieces.next();
		while (!piece.done) {
			await scheduler.wait(1); // reports and requests have their turn
			piece = pieces.next();
		}
		const made = { sequence, text: JSON.stringify(piece.value), madeAt: Date.now() };
		this.#last = made;
		if (!isRunning) await this.#keep(made);
		return made;
	}

	/** What is not kept is made again: no reason to answer with a failure. */
	async #keep({ sequence, text }: Kept): Promise<void> {
		try {
			const sealed = await seal(text);
			forgetText(this.#storage);
			this.#storage.kv.put(OF, sequence);
			keepText(this.#storage, sealed);
		} catch (error) {
			console.error({ message: 'an analysis is not kept', error: String(error) });
		}
	}

	async #find(): Promise<(Kept & { madeAt: number }) | null> {
		const sealed = readText(this.#storage);
		const text = sealed && (await unseal(sealed));
		return text ? { sequence: this.#storage.kv.get<number>(OF) ?? -1, text, madeAt: 0 } : null;
	}
}
