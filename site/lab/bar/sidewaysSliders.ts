/** So far a finger goes before it says where it is going, in pixels. */
const DECIDED = 6;

/** A finger on a slider that has not yet said whether it drags the slider or scrolls the page. */
interface Pending {
	slider: HTMLInputElement;
	pointerId: number;
	x: number;
	y: number;
	/** Where the slider stood, and where the browser would have put it at the first touch. */
	before: string;
	wanted: string;
}

/**
 * A finger moves a slider by going sideways or by a tap: one that goes up or down scrolls the page, and leaves every slider where
 * it is. A browser puts the thumb under a finger at the first touch, before it knows which of these it will be.
 *
 * @param place has sliders, now or later
 */
export function keepSlidersSideways(place: HTMLElement, signal: AbortSignal): void {
	let pending: Pending | null = null;
	const options = { signal, capture: true };
	const isOf = ({ pointerId }: PointerEvent): boolean => pending?.pointerId === pointerId;
	const forget = () => {
		pending = null;
	};

	place.addEventListener(
		'pointerdown',
		({ target, pointerType, pointerId, clientX, clientY }) => {
			if (pointerType !== 'touch' || !isSlider(target)) return;
			const { value } = target;
			pending = { slider: target, pointerId, x: clientX, y: clientY, before: value, wanted: value };
		},
		options,
	);
	for (const name of ['input', 'change'])
		place.addEventListener(
			name,
			(event) => {
				if (event.target !== pending?.slider || !pending) return;
				event.stopImmediatePropagation();
				if (pending.slider.value === pending.before) return;
				pending.wanted = pending.slider.value;
				pending.slider.value = pending.before;
			},
			options,
		);
	place.addEventListener(
		'pointermove',
		(event) => {
			if (!pending || !isOf(event)) return;
			const [across, down] = [Math.abs(event.clientX - pending.x), Math.abs(event.clientY - pending.y)];
			if (across > DECIDED && across > down) forget();
		},
		options,
	);
	place.addEventListener(
		'pointerup',
		(event) => {
			if (!pending || !isOf(event)) return;
			const { slider, wanted, before, y } = pending;
			forget();
			if (wanted === before || Math.abs(event.clientY - y) > DECIDED) return;
			slider.value = wanted;
			slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
		},
		options,
	);
	// The page scrolls.
	place.addEventListener('pointercancel', (event) => isOf(event) && forget(), options);
}

const isSlider = (target: EventTarget | null): target is HTMLInputElement =>
	target instanceof HTMLInputElement && target.type === 'range';
