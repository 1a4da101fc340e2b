import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { type Kind, kindPath, specOf, type Values, valuesOf } from './formValues.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The form of a run: its controls are named by their paths in a RunSpec. */
export class SpecForm {
	readonly #form: HTMLFormElement;

	/** @param changed hears the new spec and the path of the field that was touched */
	constructor(form: HTMLFormElement, changed: (spec: RunSpecInput, path: string) => void, signal: AbortSignal) {
		this.#form = form;
		form.addEventListener('submit', (event) => event.preventDefault(), { signal });
		form.addEventListener(
			'input',
			({ target }) => {
				if (!isControl(target) || !target.dataset.path) return;
				if (target.dataset.kind === 'variants') this.#showVariant(target.dataset.path, target.value, true);
				if (target.dataset.kind === 'optional') this.#showOptional(target);
				changed(this.spec(), target.dataset.path);
			},
			{ signal },
		);
	}

	/** The spec that the form holds, right or wrong. */
	spec(): RunSpecInput {
		return specOf(
			this.#controls()
				.filter((control) => !control.matches(':disabled'))
				.map((control) => ({
					path: control.dataset.path ?? '',
					kind: control.dataset.kind as Kind, // `SpecField.astro` wrote it
					value: isCheckbox(control) ? control.checked : control.value,
					isRequired: ['number', 'whole'].includes(control.dataset.kind ?? '') && control.dataset.opening !== '',
				})),
		);
	}

	/** Shows another spec. */
	fill(spec: RunSpecInput): void {
		const values = valuesOf(spec);
		for (const control of this.#controls()) {
			if (control.dataset.kind === 'variants') {
				const path = (control.dataset.path ?? '').replace(/\.(kind|by)$/, '');
				const name = values.get(kindPath(path));
				if (typeof name === 'string') control.value = name;
				this.#showVariant(control.dataset.path ?? '', control.value, false);
			}
		}
		for (const control of this.#controls()) put(control, values);
		for (const control of this.#controls()) if (control.dataset.kind === 'optional') this.#showOptional(control);
	}

	/** Says each problem at its field; those of no field are returned. */
	say(errors: readonly FieldError[]): FieldError[] {
		const said = new Set<FieldError>();
		for (const control of this.#controls()) {
			const path = control.dataset.path ?? '';
			const own = control.matches(':disabled') ? undefined : errors.find((error) => belongs(error.path, path));
			if (own) said.add(own);
			if (own) control.setAttribute('aria-invalid', 'true');
			else control.removeAttribute('aria-invalid');
			const place = control.closest('.field')?.querySelector('.field-error');
			if (place && place.textContent !== (own?.message ?? '')) place.textContent = own?.message ?? '';
			if (own) control.closest('details')?.setAttribute('open', '');
		}
		return errors.filter((error) => !said.has(error));
	}

	/** Shows the fields of the chosen variant. @param carries whether values of the same name go over */
	#showVariant(path: string, name: string, carries: boolean): void {
		const groups = [...this.#form.querySelectorAll<HTMLFieldSetElement>(`fieldset[data-variant="${path}"]`)];
		const before = groups.find(({ disabled }) => !disabled);
		const after = groups.find(({ dataset }) => dataset.names?.split(' ').includes(name));
		if (carries && before && after && before !== after) carry(before, after);
		for (const group of groups) {
			group.disabled = group !== after;
			group.hidden = group !== after || group.elements.length === 0;
		}
	}

	#showOptional(control: Control): void {
		const group = this.#form.querySelector<HTMLFieldSetElement>(
			`fieldset[id="${control.getAttribute('aria-controls')}"]`,
		);
		if (!group || !isCheckbox(control)) return;
		group.disabled = !control.checked;
		group.hidden = !control.checked;
	}

	#controls(): Control[] {
		return [...this.#form.querySelectorAll<Control>('[data-path]')];
	}
}

/** An error of `init.W.0.1` is said at `init.W`. */
const belongs = (error: string, path: string) =>
	error === path || (error !== '' && error.startsWith(`${path}.`)) || path === `${error}.kind`;

function carry(before: HTMLFieldSetElement, after: HTMLFieldSetElement): void {
	for (const from of before.querySelectorAll<Control>('[data-path]')) {
		const to = after.querySelector<Control>(`[data-path="${from.dataset.path}"]`);
		if (!to) continue;
		if (isCheckbox(from) && isCheckbox(to)) to.checked = from.checked;
		else to.value = from.value;
	}
}

function put(control: Control, values: Values): void {
	const value = values.get(control.dataset.path ?? '');
	if (isCheckbox(control)) control.checked = value === undefined ? control.defaultChecked : value === true;
	else if (control.dataset.kind !== 'variants') {
		control.value = typeof value === 'string' ? value : (control.dataset.opening ?? '');
	}
}

const isCheckbox = (control: Control): control is HTMLInputElement =>
	control instanceof HTMLInputElement && control.type === 'checkbox';

const isControl = (target: EventTarget | null): target is Control =>
	target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
