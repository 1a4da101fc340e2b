import type { Language } from '../../../src/language.ts';
import { HERO_TEXT } from '../../text/figures/hero.ts';
import { handleOver } from './handleOver.ts';
import { HERO_STOPS, type HeroState, PUBLISHED_HERO } from './tasks.ts';

/** Puts the handles where the state has them. */
type Show = (state: HeroState) => void;

/** Pixels of a drag from one stop to the next. */
const PIXELS = 8;

/**
 * Makes the λ, the 2 and the m of Eq 1 handles of the hero: λ and m are dragged sideways or moved by arrow keys, the 2 is
 * taken out and put back.
 */
export function bindEquation(
	page: ParentNode,
	language: Language,
	change: (patch: Partial<HeroState>, event: Event) => void,
	signal: AbortSignal,
): Show {
	const words = HERO_TEXT[language].equation;
	const find = (name: string) => {
		const letter = page.querySelector<HTMLElement>(`.handle[data-equation-handle="${name}"]`);
		return letter && handleOver(letter, signal);
	};
	const shows = (['lambda', 'm'] as const).map((name) => {
		const handle = find(name);
		return handle && slide(handle, name, words[name], change, signal);
	});
	const two = find('two');
	shows.push(two && toggle(two, words.two, change, signal));
	return (state) => {
		for (const show of shows) show?.(state);
	};
}

function slide(
	handle: HTMLElement,
	name: 'lambda' | 'm',
	label: string,
	change: (patch: Partial<HeroState>, event: Event) => void,
	signal: AbortSignal,
): Show {
	const stops: readonly number[] = HERO_STOPS[name];
	let index = stops.indexOf(PUBLISHED_HERO[name]);
	let from = { x: 0, index };
	const go = (to: number, event: Event) => {
		const next = Math.min(stops.length - 1, Math.max(0, to));
		if (next !== index) change({ [name]: stops[next] ?? PUBLISHED_HERO[name] }, event);
	};
	const show = (state: HeroState) => {
		index = stops.indexOf(state[name]);
		handle.setAttribute('aria-valuenow', String(index));
		handle.setAttribute('aria-valuetext', String(state[name]));
	};
	become(handle, 'slider', label);
	handle.setAttribute('aria-valuemin', '0');
	handle.setAttribute('aria-valuemax', String(stops.length - 1));
	show(PUBLISHED_HERO);
	handle.addEventListener(
		'pointerdown',
		(event) => {
			event.preventDefault();
			handle.setPointerCapture(event.pointerId);
			handle.focus({ preventScroll: true });
			from = { x: event.clientX, index };
		},
		{ signal },
	);
	handle.addEventListener(
		'pointermove',
		(event) => {
			if (handle.hasPointerCapture(event.pointerId)) {
				go(from.index + Math.round((event.clientX - from.x) / PIXELS), event);
			}
		},
		{ signal },
	);
	handle.addEventListener(
		'keydown',
		(event) => {
			const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
			if (step === undefined) return;
			event.preventDefault();
			go(index + step, event);
		},
		{ signal },
	);
	return show;
}

function toggle(
	handle: HTMLElement,
	label: string,
	change: (patch: Partial<HeroState>, event: Event) => void,
	signal: AbortSignal,
): Show {
	let two = PUBLISHED_HERO.two;
	const press = (event: Event) => change({ two: two === 'with' ? 'without' : 'with' }, event);
	const show = (state: HeroState) => {
		two = state.two;
		handle.setAttribute('aria-checked', String(two === 'with'));
	};
	become(handle, 'switch', label);
	show(PUBLISHED_HERO);
	handle.addEventListener('click', press, { signal });
	handle.addEventListener(
		'keydown',
		(event) => {
			if (event.key !== 'Enter' && event.key !== ' ') return;
			event.preventDefault();
			press(event);
		},
		{ signal },
	);
	return show;
}

function become(handle: HTMLElement, role: string, label: string): void {
	handle.tabIndex = 0;
	handle.setAttribute('role', role);
	handle.setAttribute('aria-label', label);
	handle.dataset.alive = '';
}
