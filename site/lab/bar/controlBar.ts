import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import { putText } from '../../elements/putText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { editedRuns } from '../points/rows.ts';
import { isComing, isObjective, sayLosses } from '../runs/lossesHtml.ts';
import { hasRows, type Scope } from '../state/changes.ts';
import { copiesOf } from '../state/copies.ts';
import { SETTINGS, shownRun } from '../state/ratios.ts';
import { type LabState, selectedRun } from '../state/state.ts';
import type { Trainings } from '../training/trainings.ts';
import { lambdaInWords, ownRowsInWords, rowsInWords, type Said } from './settingsInWords.ts';
import { LAMBDA_STOPS, lambdaEnd, nearestStop, ROW_STOPS } from './stops.ts';

interface Heard {
	/** λ or m of the runs that the sliders act on. */
	setting: (name: keyof typeof STOPS, value: number) => void;
	/** How often each row of these is there. */
	copies: (copies: number) => void;
	/** Another epoch to look at. */
	epoch: (epoch: number) => void;
	/** The sliders act on all runs, or on one. */
	scope: (scope: 'all' | number) => void;
}

const STOPS = { lambda: LAMBDA_STOPS, rows: ROW_STOPS } as const;
const IN_WORDS = { lambda: lambdaInWords, rows: rowsInWords } as const;

/** The bar at the top: the epoch, λ and m as sliders, which runs these act on, and the losses of the chosen run. */
export class ControlBar {
	readonly #place: HTMLElement;
	readonly #language: Language;
	#selected = 1;
	/** What stands in the bar, so that a frame changes only what is another. */
	#said = new Map<string, string>();

	constructor(place: HTMLElement, language: Language, heard: Heard, signal: AbortSignal) {
		this.#place = place;
		this.#language = language;
		place.addEventListener(
			'input',
			({ target }) => {
				if (!(target instanceof HTMLInputElement)) return;
				const { name, value } = target;
				if (name === 'epoch') heard.epoch(Number(value));
				else if (name === 'lambda' || name === 'rows') heard.setting(name, STOPS[name][Number(value)] ?? 0);
				else if (name === 'scope') heard.scope(value === 'all' ? 'all' : Number(value));
			},
			{ signal },
		);
		place.addEventListener(
			'click',
			({ target }) => {
				const copies = target instanceof HTMLElement && Number(target.dataset.copies);
				if (copies) heard.copies(copies);
			},
			{ signal },
		);
	}

	/**
	 * Shows the settings of the selected run, or of the one that stands for all.
	 *
	 * @param state each run as it was last valid
	 * @param isEditing whether points are edited
	 */
	become(state: LabState, scope: Scope, isEditing: boolean): void {
		const { key, spec } = selectedRun(state);
		this.#selected = key;
		const chosen = this.#place.querySelector<HTMLElement>('[data-part="chosen"]');
		if (chosen) chosen.dataset.own = String(key);
		this.#say('badge', String(key));
		this.#reach(Math.max(0, ...state.runs.map((run) => SETTINGS.lambda.of(run.spec) ?? 0)));
		for (const name of ['lambda', 'rows'] as const) {
			const setting = SETTINGS[name];
			this.#slider(
				name,
				setting.of(shownRun(state, setting, scope).spec),
				IN_WORDS[name](state, scope, this.#language),
			);
		}
		const shown = (scope === 'all' ? state.runs : [selectedRun(state)]).map((run) => copiesOf(run.spec));
		for (const button of this.#place.querySelectorAll<HTMLElement>('[data-copies]'))
			button.setAttribute('aria-pressed', String(shown.every((copies) => String(copies) === button.dataset.copies)));
		this.#show('drawn-rows', hasRows(spec));
		this.#show('own-rows', !hasRows(spec));
		const alike = editedRuns(state, 'all').map(String);
		const areAll = alike.length === state.runs.length;
		const text = LAB_TEXT[this.#language];
		if (spec.data?.kind === 'inline')
			this.#say(
				'own-count',
				text.ownRows(ownRowsInWords(spec, this.#language), scope === 'one' || areAll ? [] : alike),
			);
		const drawn = state.runs.filter((run) => hasRows(run.spec)).map((run) => String(run.key));
		const isMixed = drawn.length > 0 && drawn.length < state.runs.length;
		const moved = isEditing ? !areAll && text.onlyOf.points(alike) : isMixed && text.onlyOf.rows(drawn);
		this.#say('kept', moved || text.ratiosKept);
		for (const input of this.#place.querySelectorAll<HTMLInputElement>('input[name="scope"]')) {
			const own = state.runs.some((run) => String(run.key) === input.value);
			const label = input.closest('label');
			if (label) label.hidden = input.value !== 'all' && !own;
			input.checked = input.value === (scope === 'all' ? 'all' : String(key));
		}
	}

	/**
	 * Shows the epoch that is looked at, or how far it is to there, and the losses of the runs.
	 *
	 * @param shown where the scrubber stands @param isLate whether the pictures wait for the training, and somebody for them
	 */
	draw({ runs, epochs, seen, playhead }: Trainings, shown: number, isLate: boolean): void {
		const text = LAB_TEXT[this.#language];
		const input = this.#input('epoch');
		if (input) {
			if (input.max !== String(epochs)) input.max = String(epochs);
			if (Number(input.value) !== shown) input.value = String(shown);
			const isBegun = seen !== null || !runs.some(isComing);
			const reached = isBegun ? (seen ?? Math.min(shown, playhead)) : 0; // the slider is where the reader wants to be
			const [epoch, all] = [reached, epochs].map((count) => formatCount(count, this.#language));
			const said = (isLate || !isBegun ? text.trainingOf : text.epochOf)(epoch ?? '', all ?? '');
			this.#say('epoch', said);
			input.setAttribute('aria-valuetext', said);
		}
		this.#sayEach(runs);
		const run = runs.find(({ key }) => key === this.#selected);
		const chosen = this.#place.querySelector('[data-part="chosen"]');
		chosen?.toggleAttribute('data-behind', run?.isCatchingUp ?? false);
		const measured = run?.look?.measured ?? null;
		chosen?.parentElement?.toggleAttribute('data-objective', isObjective(measured));
		for (const [name, said] of Object.entries(sayLosses(measured, this.#language, run && isComing(run))))
			this.#say(name, said);
	}

	/** Where one picture is seen at a time. */
	#sayEach(runs: Trainings['runs']): void {
		const each = this.#place.querySelectorAll<HTMLElement>('[data-part="each-run"] > [data-own]');
		for (const item of each) {
			const run = runs.find(({ key }) => String(key) === item.dataset.own);
			if (item.hidden === (run !== undefined)) item.hidden = !run;
			if (!run) continue;
			const { testLoss, testShort } = sayLosses(run.look?.measured ?? null, this.#language, isComing(run));
			this.#say(`held-out-${run.key}`, testLoss);
			if (run.key === this.#selected) this.#say('each-name', testShort);
		}
	}

	#slider(name: keyof typeof STOPS, value: number | null, { shown, whole }: Said): void {
		const input = this.#input(name);
		if (!input) return;
		input.disabled = value === null;
		if (value !== null) {
			const stop = String(nearestStop(STOPS[name], value));
			if (input.value !== stop) input.value = stop;
		}
		input.setAttribute('aria-valuetext', whole);
		input.title = whole === shown ? '' : whole;
		this.#say(name, shown);
	}

	/** Has λ's slider go as far as the runs need; one that is in a hand gets no shorter. */
	#reach(largest: number): void {
		const input = this.#input('lambda');
		const end = lambdaEnd(largest);
		if (input && (end > Number(input.max) || !input.matches(':focus, :active'))) input.max = String(end);
	}

	#show(part: string, isShown: boolean): void {
		const place = this.#place.querySelector<HTMLElement>(`[data-part="${part}"]`);
		if (place && place.hidden === isShown) place.hidden = !isShown;
	}

	#say(part: string, said: string): void {
		if (this.#said.get(part) === said) return;
		this.#said.set(part, said);
		const place = this.#place.querySelector(`[data-part="${part}"]`);
		if (place) putText(place, said);
	}

	#input = (name: string) => this.#place.querySelector<HTMLInputElement>(`input[name="${name}"]`);
}
