import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { DERIVATION_TEXT } from '../../text/figures/derivation.ts';
import { LiveFigure } from '../kit/LiveFigure.ts';
import { FACTORS, type Kind } from './factors.ts';
import { LINES } from './lines.ts';
import { onSwipe } from './onSwipe.ts';
import { specOf } from './specs.ts';

/** Keys that step along the lines. */
const KEYS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface DerivationState {
	kind: Kind;
}

/** `<derivation-figure>`: a line of the derivation is looked at, and a factor is followed through all of them. */
class DerivationFigure extends LiveFigure<DerivationState> {
	protected readonly published: DerivationState = { kind: 'gaussian' };
	#step = 0;
	/** The factor that was tapped; one that is pointed at is shown in its place for as long. */
	#followed: string | null = null;

	protected override connect(): void {
		super.connect();
		const signal = this.lifetime;
		this.findPart('factors').hidden = false;
		this.findPart('back-step').addEventListener('click', () => this.#go(-1), { signal });
		this.findPart('on-step').addEventListener('click', () => this.#go(1), { signal });
		const lines = this.findPart('lines');
		lines.tabIndex = 0;
		lines.addEventListener('keydown', (event) => this.#press(event), { signal });
		onSwipe(lines, (direction) => this.#go(direction), signal);
		this.#followPointer(signal);
		this.#show();
	}

	#followPointer(signal: AbortSignal): void {
		const light = ({ target }: Event) => this.#light(factorAt(target) ?? this.#resting());
		for (const event of ['pointerover', 'focusin']) this.addEventListener(event, light, { signal });
		this.addEventListener('pointerleave', () => this.#light(this.#resting()), { signal });
		this.addEventListener('focusout', () => this.#light(this.#followed), { signal });
		this.addEventListener(
			'click',
			({ target }) => {
				const factor = factorAt(target);
				if (factor) this.#follow(factor === this.#followed ? null : factor);
				else this.#goTo(target);
			},
			{ signal },
		);
	}

	#press(event: KeyboardEvent): void {
		const direction = KEYS[event.key];
		if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		this.#go(direction);
	}

	protected override draw(): boolean {
		this.#show();
		return true;
	}

	protected override specs({ kind }: DerivationState): RunSpecInput[] {
		return [specOf(kind)];
	}

	protected override rows({ kind }: DerivationState): string[][] {
		const steps = DERIVATION_TEXT[this.language].steps[kind];
		return [['step', 'TeX'], ...LINES[kind].map(({ tex }, i) => [steps[i] ?? '', tex])];
	}

	#go(direction: number): void {
		this.#step = Math.min(this.#lines().length - 1, Math.max(0, this.#step + direction));
		this.#show();
	}

	/** Looks at the line that was tapped. */
	#goTo(target: EventTarget | null): void {
		const index = this.#lines().findIndex((line) => target instanceof Node && line.contains(target));
		if (index < 0) return;
		this.#step = index;
		this.#show();
	}

	#lines(): Element[] {
		return [...this.querySelectorAll(`[data-lines="${this.state.kind}"] > li`)];
	}

	#show(): void {
		this.dataset.kind = this.state.kind;
		for (const list of this.querySelectorAll<HTMLElement>('[data-lines]'))
			list.hidden = list.dataset.lines !== this.state.kind;
		const lines = this.#lines();
		for (const [index, line] of lines.entries()) {
			line.toggleAttribute('data-ahead', index > this.#step);
			if (index === this.#step) line.setAttribute('aria-current', 'step');
			else line.removeAttribute('aria-current');
		}
		const text = DERIVATION_TEXT[this.language];
		this.findPart('caption').textContent = text.captions[this.state.kind];
		this.findPart('at').textContent = text.at(this.#step + 1, lines.length);
		this.#enable('back-step', this.#step > 0);
		this.#enable('on-step', this.#step < lines.length - 1);
	}

	/** A button at its end keeps the focus. */
	#enable(part: string, isOn: boolean): void {
		this.findPart(part).setAttribute('aria-disabled', String(!isOn));
	}

	#follow(factor: string | null): void {
		this.#followed = factor;
		for (const button of this.querySelectorAll<HTMLElement>('[data-follow]'))
			button.setAttribute('aria-pressed', String(button.dataset.follow === factor));
		this.#light(this.#resting());
	}

	/** What is lit while nothing is pointed at. */
	#resting(): string | null {
		const focused = this.ownerDocument.activeElement;
		return (this.contains(focused) ? factorAt(focused) : null) ?? this.#followed;
	}

	#light(factor: string | null): void {
		if (factor === null) delete this.dataset.lit;
		else this.dataset.lit = factor;
	}
}

/** The factor that something is a part of, in a formula or among the buttons. */
function factorAt(target: EventTarget | null): string | null {
	const element = target instanceof Element ? target.closest('[data-factor], [data-follow]') : null;
	const name = element?.getAttribute('data-factor') ?? element?.getAttribute('data-follow');
	return FACTORS.find((factor) => factor === name) ?? null;
}

customElements.define('derivation-figure', DerivationFigure);
