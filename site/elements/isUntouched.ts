/** Whether a form without lists to choose from holds what its page was written with. */
export const isUntouched = (form: HTMLFormElement): boolean =>
	[...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].every((control) =>
		control instanceof HTMLInputElement && control.type === 'checkbox'
			? control.checked === control.defaultChecked
			: control.value === control.defaultValue,
	);
