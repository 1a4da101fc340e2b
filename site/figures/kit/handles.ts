import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { putText } from '../../elements/putText.ts';

export type HandleValue = number | string;

/** What a handle's number is on the page. */
export const sayHandle = (value: number, language: Language): string => formatInProse(value, { language });

/**
 * Hears of every change of the handles in a figure: sliders over a list of values (`data-values`), groups of radio
 * buttons and lists to choose from, each named as a field of the figure's state (`data-handle`).
 */
export function bindHandles(
	figure: Element,
	changed: (name: string, value: HandleValue, event: Event) => void,
	signal: AbortSignal,
): void {
	for (const input of inputsOf(figure)) {
		input.addEventListener('input', (event) => changed(input.dataset.handle ?? '', handleValue(input), event), {
			signal,
		});
	}
}

/** Puts every handle where the state has it; a value between two stops is shown as it is. */
export function showHandles(figure: Element, state: Readonly<Record<string, unknown>>, language: Language): void {
	for (const input of inputsOf(figure)) {
		const value = state[input.dataset.handle ?? ''];
		if (input instanceof HTMLSelectElement) input.value = String(value);
		else if (input.type === 'radio') input.checked = input.value === value;
		else if (typeof value === 'number') showSlider(input, value, language);
	}
}

function showSlider(input: HTMLInputElement, value: number, language: Language): void {
	const values = valuesOf(input);
	const nearest = values.reduce((best, each, i) => {
		const known = values[best] ?? each;
		return Math.abs(each - value) < Math.abs(known - value) ? i : best;
	}, 0);
	if (Number(input.value) !== nearest) input.value = String(nearest);
	const words = JSON.parse(input.dataset.words ?? '[]') as string[]; // Handle.astro wrote them
	const said = words[nearest] ?? sayHandle(value, language);
	input.setAttribute('aria-valuetext', said);
	const output = input.closest('label')?.querySelector('output');
	if (output) putText(output, said);
}

const inputsOf = (figure: Element) => [
	...figure.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':is(input, select)[data-handle]'),
];

const valuesOf = (input: HTMLInputElement): number[] => JSON.parse(input.dataset.values ?? '[]') as number[]; // Handle.astro wrote them

const handleValue = (input: HTMLInputElement | HTMLSelectElement): HandleValue =>
	input instanceof HTMLSelectElement || input.type === 'radio'
		? input.value
		: (valuesOf(input)[Number(input.value)] ?? Number.NaN);
