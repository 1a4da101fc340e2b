import { PageElement } from '../elements/PageElement.ts';
import { COMPUTED, type Computed } from '../figures/experiment/computed.ts';
import { REPLICATION_TEXT } from '../text/replication/replicationText.ts';
import { countOutcomes, keepCurrent, parseRecomputed, type Recomputed } from './recomputed.ts';

const KEY = 'recomputed';

/** `<recomputed-claims>`: the overview of the claims remembers which of them this visitor has computed again, and what came of it. */
class RecomputedClaims extends PageElement {
	readonly #text = REPLICATION_TEXT[this.language];
	#recomputed: Recomputed = {};

	protected override connect(): void {
		const signal = this.lifetime;
		this.#recomputed = keepCurrent(parseRecomputed(read()), this.#committed);
		document.addEventListener(COMPUTED, (event) => this.#add((event as CustomEvent<Computed>).detail), { signal }); // ExperimentFigure.ts sends it
		this.findPart('forget').addEventListener('click', () => this.#keep({}), { signal });
		this.#show();
	}

	#add({ name, outcome }: Computed): void {
		const committed = this.#committed.get(name);
		if (committed) this.#keep({ ...this.#recomputed, [name]: { outcome, committed } });
	}

	#keep(recomputed: Recomputed): void {
		this.#recomputed = recomputed;
		write(JSON.stringify(recomputed));
		this.#show();
	}

	#show(): void {
		const rows = this.#rows;
		for (const row of rows) {
			const outcome = this.#recomputed[row.dataset.name ?? '']?.outcome;
			const cell = row.querySelector<HTMLElement>('[data-yours]');
			if (!cell) continue;
			cell.textContent = outcome ? this.#text.outcome[outcome] : '';
			cell.dataset.yours = outcome ?? '';
		}
		const { same, other, failed } = countOutcomes(this.#recomputed);
		const total = rows.length;
		const bar = this.findPart('bar');
		if (bar instanceof HTMLProgressElement) bar.value = same + other;
		this.findPart('forget').hidden = same + other + failed === 0;
		this.findPart('recomputed').textContent =
			other + failed > 0
				? this.#text.mixed(total, { same, other, failed })
				: same > 0
					? this.#text.allSame(same, total)
					: this.#text.none(total);
	}

	get #rows(): HTMLElement[] {
		return [...this.querySelectorAll<HTMLElement>('[data-committed]')];
	}

	/** The committed results, by name. */
	get #committed(): Map<string, string> {
		return new Map(this.#rows.map(({ dataset }) => [dataset.name ?? '', dataset.committed ?? '']));
	}
}

/** Where a browser keeps nothing, the page remembers while it is open. */
function read(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}

function write(text: string): void {
	try {
		localStorage.setItem(KEY, text);
	} catch {
		// nothing is kept
	}
}

customElements.define('recomputed-claims', RecomputedClaims);
