import { chooseTheme, rememberedTheme, THEMES } from './theme.ts';

/** `<theme-toggle>` around three radio buttons named by theme: shows the remembered one and sets what is chosen. */
class ThemeToggle extends HTMLElement {
	connectedCallback(): void {
		const remembered = rememberedTheme();
		for (const input of this.querySelectorAll('input')) input.checked = input.value === remembered;
		this.addEventListener('change', ({ target }) => {
			const chosen = THEMES.find((theme) => target instanceof HTMLInputElement && target.value === theme);
			if (chosen) chooseTheme(chosen);
		});
	}
}

customElements.define('theme-toggle', ThemeToggle);
