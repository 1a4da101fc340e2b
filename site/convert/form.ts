/** The converter's form as a state: reading it, filling it, and saying what is wrong at which field. */
import { type ConverterState, FIELDS, OPENING, stateFrom } from './state.ts';
import { newMAt, UNCHANGED } from './timesStops.ts';

interface FieldProblem {
	path: string;
	message: string;
}

/** What the fields hold; a field that the form has not is empty. */
export function readForm(form: HTMLFormElement): ConverterState {
	const data = new FormData(form);
	return stateFrom((name) => String(data.get(name) ?? ''));
}

/** What a reader has changed before the page's script came: fields that hold other than what the build wrote. */
export function touchedFields(form: HTMLFormElement): Partial<ConverterState> {
	const now = readForm(form);
	const slider = form.querySelector('[data-part="times"]');
	const stop = slider instanceof HTMLInputElement ? Number(slider.value) : UNCHANGED;
	const slid = stop === UNCHANGED ? now : { ...now, newM: newMAt(stop, now.m) };
	const opening: Record<string, string> = { ...OPENING };
	return Object.fromEntries(Object.entries(slid).filter(([name, text]) => text !== opening[name]));
}

/** Puts a state into the fields. */
export function fillForm(form: HTMLFormElement, state: ConverterState): void {
	for (const name of FIELDS) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = state[name];
	}
	const outputs = form.elements.namedItem('outputs');
	if (outputs instanceof HTMLInputElement) outputs.value = state.outputs;
	const rule = form.elements.namedItem('keep');
	if (rule instanceof RadioNodeList) rule.value = state.keep;
}

/** Says each problem at its field, and takes back those that are gone. */
export function showProblems(form: HTMLFormElement, problems: readonly FieldProblem[]): void {
	for (const name of FIELDS) {
		const field = form.elements.namedItem(name);
		if (!(field instanceof HTMLElement)) continue;
		const message = problems.find(({ path }) => path === name)?.message;
		if (message === undefined) field.removeAttribute('aria-invalid');
		else field.setAttribute('aria-invalid', 'true');
		const place = form.querySelector(`[data-error="${name}"]`);
		// A live region speaks when it changes, not at every key.
		if (place && place.textContent !== (message ?? '')) place.textContent = message ?? '';
	}
}
