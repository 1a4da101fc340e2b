import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { MEASUREMENTS } from '../../../src/schema/measurements.ts';
import type { Trace } from '../../../src/schema/run.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/** What every run measured at an epoch, or at the last one it recorded before. */
export function tableHtml(runs: readonly { key: number; trace: Trace }[], epoch: number, language: Language): string {
	const text = LAB_TEXT[language];
	const number = (value: number | null | undefined) =>
		typeof value === 'number' ? formatInProse(value, { language }) : '–';
	const head = MEASUREMENTS.map((name) => `<th scope="col">${text.columns[name]}</th>`).join('');
	const rows = runs.map(({ key, trace }) => {
		const at = lastAt(trace.epoch, epoch);
		const cells = MEASUREMENTS.map((name) => `<td>${at < 0 ? '–' : number(trace[name][at])}</td>`).join('');
		const own = at < 0 ? '–' : formatInProse(trace.epoch[at] ?? 0, { language });
		return `<tr><th scope="row"><span class="badge" data-own="${key}">${key}</span></th><td>${own}</td>${cells}</tr>`;
	});
	return `<thead><tr><th scope="col">${text.columns.run}</th><th scope="col">${text.epoch}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody>`;
}

/** Index of the last recorded epoch that is not after `epoch`; −1 where there is none. */
export function lastAt(epochs: readonly number[], epoch: number): number {
	let [low, high] = [0, epochs.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((epochs[middle] ?? 0) <= epoch) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
