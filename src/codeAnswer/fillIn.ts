import type { Text } from '../language.ts';

/** A sentence with its parameters: `{name}` is one, and what stands in brackets is left out where its parameter is empty. */
export const fillIn = ({ en, zh }: Text, params: Readonly<Record<string, string | number>>): Text => {
	const fill = (template: string) =>
		template
			.replace(/\[[^\]]*\{(\w+)\}[^\]]*\]/g, (part, name: string) => (params[name] ? part.slice(1, -1) : ''))
			.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
	return { en: fill(en), zh: fill(zh) };
};
