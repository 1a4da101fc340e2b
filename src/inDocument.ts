/**
 * What only the API's document and the pages made from it say: words about a field or a route, and examples of it. It comes back as
 * it is given; in the Worker, which has neither document nor pages, nothing is left of it (`functions/zod/noDocument.ts`).
 */
export function inDocument<const Said>(said: Said): Said {
	return said;
}
