import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { type Frame, projection } from '../../pictures/boundary/frame.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import type { rowsOf } from './rows.ts';

/** The ring that lies on one of the examples: it has the focus, takes the keys, and says which example it is on. */
export class Grip {
	readonly element = document.createElement('div');
	readonly #language: Language;

	constructor(language: Language) {
		this.#language = language;
		Object.assign(this.element, { className: 'point-grip', tabIndex: 0 });
		this.element.setAttribute('role', 'slider');
		this.element.setAttribute('aria-label', LAB_TEXT[language].points.grip);
	}

	/** Puts it on an example in a picture of that part of the plane. */
	put(picture: Element, frame: Frame, { X, y }: NonNullable<ReturnType<typeof rowsOf>>, index: number): void {
		const { element } = this;
		if (element.parentElement !== picture) picture.append(element);
		const place = X[index] ?? [];
		const [a = 0, b = 0] = place;
		const plane = projection(frame);
		const [left, top] = plane.project(a, b);
		element.style.left = `${(100 * left) / plane.width}%`;
		element.style.top = `${(100 * top) / plane.height}%`;
		const said = [a, b].map((value) => formatInProse(value, { language: this.#language })).join(', ');
		const label = y[index] === 1 ? 1 : 0;
		element.setAttribute('aria-valuemin', '1');
		element.setAttribute('aria-valuemax', String(X.length));
		element.setAttribute('aria-valuenow', String(index + 1));
		element.setAttribute('aria-valuetext', LAB_TEXT[this.#language].points.point(index + 1, label, said));
	}
}
