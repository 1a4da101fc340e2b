import type { Language } from '../../../src/language.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { copyText, saveText } from '../../elements/save.ts';
import { encodeState } from '../../lab/state/link.ts';
import { ofSpecs } from '../../lab/state/state.ts';
import { KIT_TEXT } from '../../text/figures/kit.ts';
import { addressIn } from '../../text/languages.ts';
import { savePicture } from './savePicture.ts';

interface Figure {
	name: string;
	language: Language;
	specs: () => readonly RunSpecInput[];
	rows: () => readonly (readonly (string | number)[])[];
	picture: HTMLElement;
}

/** Does what the reader chose in a figure's menu, for the state that it shows. @returns what to say of it */
export async function doMenuAction(action: string, figure: Figure): Promise<string> {
	const text = KIT_TEXT[figure.language];
	switch (action) {
		case 'lab':
			location.assign(`${addressIn(figure.language, '/lab/')}#${await encodeState(ofSpecs([...figure.specs()]))}`);
			return '';
		case 'csv':
			saveText(`${figure.name}.csv`, 'text/csv', figure.rows().map(csvLine).join(''));
			return '';
		case 'png':
			await savePicture(`${figure.name}.png`, figure.picture);
			return '';
		default: {
			const command = commandFor(figure.specs());
			return (await copyText(command)) ? text.copied : text.notCopied(command);
		}
	}
}

const csvLine = (row: readonly (string | number)[]) =>
	`${row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

/** A shell's command that trains the runs on this deployment; data with apostrophes there are none. */
function commandFor([first, ...others]: readonly RunSpecInput[]): string {
	const [path, body] =
		others.length === 0
			? ['runs', first]
			: [
					'comparisons',
					{ base: first, variants: [first, ...others].map((patch, i) => ({ label: String(i + 1), patch })) },
				];
	return `curl ${location.origin}/api/v1/${path} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
}
