/** What TensorFlow.js keeps for all of its copies, of which the Worker has one: `wrangler.toml` has the alias. */
const kept: Record<string, unknown> = {};

export const getGlobalNamespace = () => kept;

export function getGlobal<Kept>(key: string, make: () => Kept): Kept {
	kept[key] ??= make();
	return kept[key] as Kept;
}
