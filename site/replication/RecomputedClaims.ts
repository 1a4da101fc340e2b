import { controlVerdicts, countVerdicts, type Judged, judgeClaim, ownVerdicts } from '../../src/experiments/judge.ts';
import type { Verdict } from '../../src/schema/judged.ts';
import { PageElement } from '../elements/PageElement.ts';
import { COMPUTED, type Computed, SHOWN } from '../figures/experiment/computed.ts';
import { INTERACTIONS } from '../figures/experiment/controls.ts';
import { ExperimentFigure } from '../figures/experiment/ExperimentFigure.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../text/experimentFigure/experimentFigureText.ts';
import { REPLICATION_TEXT } from '../text/replication/replicationText.ts';
import { countOutcomes, keepCurrent, parseRecomputed, type Recomputed } from './recomputed.ts';

const KEY = 'recomputed';

/**
 * `<recomputed-claims>`: the list of the claims opens the one that the address names, remembers which of them this visitor has
 * computed again, and what came of it, and computes those that are left, one after the other.
 */
class RecomputedClaims extends PageElement {
	readonly #text = REPLICATION_TEXT[this.language];
	#recomputed: Recomputed = {};
	/** Stops those that are left, while they are computed. */
	#all: AbortController | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		this.#openNamed();
		addEventListener('hashchange', () => this.#openNamed(), { signal });
		this.#recomputed = keepCurrent(parseRecomputed(read()), this.#committed);
		document.addEventListener(COMPUTED, (event) => this.#add((event as CustomEvent<Computed>).detail), { signal }); // ExperimentFigure.ts sends it
		this.addEventListener(SHOWN, ({ target }) => this.#judge(target), { signal }); // likewise
		this.findPart('forget').addEventListener('click', () => this.#keep({}), { signal });
		const startOrStop = () => {
			if (this.#all) this.#all.abort();
			else void this.#recomputeAll();
		};
		this.findPart('all').addEventListener('click', startOrStop, { signal });
		signal.addEventListener('abort', () => this.#all?.abort());
		this.#show();
	}

	/** A claim by its number with all its experiments (`#claim-7`), an experiment by its name or its figure's, or rows by their field. */
	#openNamed(): void {
		const given = decode(location.hash.slice(1));
		const [name, number] = [given, given.replace(/^claim-/, '')].map(CSS.escape);
		const all = name
			? [...this.querySelectorAll(`#${name}, tr:has([data-field="${name}"]), [data-claims~="${number}"]`)]
			: [];
		for (const named of all) {
			const claim = named.closest('details.claim') ?? named.querySelector(':scope > details.claim');
			if (claim instanceof HTMLDetailsElement) claim.open = true;
		}
		all[0]?.scrollIntoView();
		const isUnknown = name !== '' && all.length === 0 && !document.getElementById(given);
		this.findPart('unknown').textContent = isUnknown ? this.#text.unknown(given) : '';
	}

	/** The line of a claim says of the numbers below it how they come out; with a reader's choice a row may have no verdict. */
	#judge(figure: EventTarget | null): void {
		const claim = figure instanceof Element ? figure.closest<HTMLElement>('details.claim') : null;
		const table = claim?.querySelector('[data-part="expected"]');
		const [verdict, passing] = ['.verdict', '[data-passing]'].map((part) =>
			claim?.querySelector<HTMLElement>(`:scope > summary > ${part}`),
		);
		if (!table || !verdict || !passing) return;
		const cells = [...table.querySelectorAll<HTMLElement>('[data-judged]')];
		const expectations = cells.map(({ dataset: { field = '', judged = '{}' } }) => ({
			...(JSON.parse(judged) as Judged), // ExpectedTable.astro wrote it
			measured: field,
		}));
		const verdicts = cells.map(({ dataset }) => dataset.verdict as Verdict | 'none'); // fillMeasured.ts wrote it
		const isVerdict = (verdict: Verdict | 'none'): verdict is Verdict => verdict !== 'none';
		const count = (some: readonly (Verdict | 'none')[]) => {
			const decided = some.filter(isVerdict);
			return { ...countVerdicts(decided), none: some.length - decided.length };
		};
		const own = ownVerdicts(expectations, verdicts);
		const [rows, controls] = [count(own), count(controlVerdicts(expectations, verdicts))];
		const counts = this.#text.passing(rows, controls);
		// Where a choice leaves a row without an expectation, the others do not make up the claim; controls are none of its rows.
		const comesOut = rows.none > 0 ? 'none' : judgeClaim([], own.filter(isVerdict));
		const { published = '' } = verdict.dataset; // ClaimRow.astro wrote it
		verdict.dataset.verdict = comesOut;
		verdict.textContent =
			comesOut === 'none' ? EXPERIMENT_FIGURE_TEXT[this.language].notJudged : this.#text.badge(comesOut, rows);
		passing.textContent = table.hasAttribute('data-unpublished') ? this.#text.withChoice(counts, published) : counts;
	}

	#add({ name, ...computed }: Computed): void {
		const committed = this.#committed.get(name);
		if (committed) this.#keep({ ...this.#recomputed, [name]: { ...computed, committed } });
	}

	async #recomputeAll(): Promise<void> {
		this.#all = new AbortController();
		const { signal } = this.#all;
		this.#show();
		for (const row of this.#left) {
			const figure = document.querySelector(`experiment-figure[data-name="${row.dataset.name}"]`);
			if (signal.aborted || !(figure instanceof ExperimentFigure)) continue;
			const cell = row.querySelector('[data-yours]');
			if (cell) cell.textContent = this.#text.computing;
			await figure.recompute(signal);
		}
		this.#all = null;
		this.#show();
	}

	#keep(recomputed: Recomputed): void {
		this.#recomputed = recomputed;
		write(JSON.stringify(recomputed));
		this.#show();
	}

	#show(): void {
		const rows = this.#rows;
		for (const row of rows) {
			const { outcome, rows: counted } = this.#recomputed[row.dataset.name ?? ''] ?? {};
			const cell = row.querySelector<HTMLElement>('[data-yours]');
			if (!cell) continue;
			const words = outcome ? this.#text.outcome[outcome] : '';
			cell.textContent = counted ? this.#text.outcomeWith(words, counted.passing, counted.decided) : words;
			cell.dataset.yours = outcome ?? '';
		}
		const counts = countOutcomes(this.#recomputed);
		const { same, other, failed } = counts;
		const total = rows.length;
		const bar = this.findPart('bar');
		if (bar instanceof HTMLProgressElement) bar.value = same + other;
		this.findPart('all').hidden = this.#left.length === 0;
		this.findPart('all').textContent = this.#all ? this.#text.stop : this.#text.all(this.#left.length, total);
		this.findPart('forget').hidden = same + other + failed === 0;
		const recounted = Object.entries(this.#recomputed).filter(
			([name, { outcome }]) => outcome !== 'failed' && INTERACTIONS[name]?.isAnalysis,
		).length;
		this.findPart('recomputed').textContent =
			same + other + failed > 0 ? this.#text.done(total, { ...counts, recounted }) : this.#text.none(total);
	}

	get #rows(): HTMLElement[] {
		return [...this.querySelectorAll<HTMLElement>('[data-committed]')];
	}

	/** Those that this visitor has not computed again, in the order of the page. */
	get #left(): HTMLElement[] {
		return this.#rows.filter(({ dataset }) => !this.#recomputed[dataset.name ?? '']);
	}

	/** The committed results, by name. */
	get #committed(): Map<string, string> {
		return new Map(this.#rows.map(({ dataset }) => [dataset.name ?? '', dataset.committed ?? '']));
	}
}

/** An address as it is read; one that is broken stays as it is. */
function decode(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
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
