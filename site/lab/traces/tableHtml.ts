import type { Language } from '../../../src/language.ts';
import { formatCount, formatInProse } from '../../../src/numberFormat.ts';
import { MEASUREMENTS } from '../../../src/schema/measurements.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { LiveRun } from '../training/liveRun.ts';

/** What every run measures at the epoch that it is looked at, whether its trace has a row there or not. */
export function tableHtml(runs: readonly Pick<LiveRun, 'key' | 'look'>[], language: Language): string {
	const text = LAB_TEXT[language];
	const number = (value: number | null | undefined) =>
		typeof value === 'number' ? formatInProse(value, { language }) : '–';
	const head = MEASUREMENTS.map((name) => `<th scope="col">${text.columns[name]}</th>`).join('');
	const rows = runs.map(({ key, look }) => {
		const cells = MEASUREMENTS.map((name) => `<td>${number(look?.measured[name])}</td>`).join('');
		const epoch = look ? formatCount(look.epoch, language) : '–';
		return `<tr><th scope="row"><span class="badge" data-own="${key}">${key}</span></th><td>${epoch}</td>${cells}</tr>`;
	});
	return `<thead><tr><th scope="col">${text.columns.run}</th><th scope="col">${text.epoch}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody>`;
}
