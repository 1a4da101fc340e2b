import type { FieldError } from '../schema/fieldErrors.ts';

/** Thrown when a valid spec asks for something that the chosen engine cannot do yet; nothing has been trained. */
export class UnsupportedSpec extends Error {
	readonly errors: FieldError[];

	constructor(errors: FieldError[]) {
		super(errors.map(({ path, message }) => `${path}: ${message}`).join('; '));
		this.name = 'UnsupportedSpec';
		this.errors = errors;
	}
}
