// Runs before the Lab is painted, and long before its script.
(() => {
	// A link, or what this tab has kept, brings other runs: what the build has drawn of the opening ones is not shown as theirs.
	let keepsOthers = false;
	try {
		keepsOthers = (sessionStorage.getItem('lab') ?? '').includes('"isOpening":false');
	} catch {
		// Storage may be forbidden: then nothing is kept.
	}
	const isState = location.hash.length > 1 && location.hash !== '#content';
	document.documentElement.toggleAttribute('data-other-runs', isState || keepsOthers);

	// What is pressed or moved before the Lab listens waits for it.
	const waiting = [];
	for (const type of ['click', 'input', 'change'])
		addEventListener(
			type,
			(event) => {
				const { target } = event;
				if (!(target instanceof Element) || !target.closest('lambda-lab:not([data-ready])')) return;
				const control = type === 'click' ? target.closest('button') : target;
				if (!control) return;
				event.stopImmediatePropagation();
				control.toggleAttribute('data-waiting', true);
				const { value, checked } = control;
				const last = waiting.at(-1);
				if (type !== 'click' && last?.type === type && last.control === control) waiting.pop();
				waiting.push({ type, control, value, checked });
			},
			true,
		);
	addEventListener('lab-ready', () => {
		for (const { type, control, value, checked } of waiting.splice(0)) {
			control.toggleAttribute('data-waiting', false);
			if (type === 'click') {
				control.click();
				continue;
			}
			if (control.type === 'radio' || control.type === 'checkbox') control.checked = checked;
			else control.value = value;
			control.dispatchEvent(new Event(type, { bubbles: true }));
		}
	});
})();
