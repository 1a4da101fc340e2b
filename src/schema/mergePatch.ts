/** A JSON value (RFC 8259). */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
	[key: string]: Json;
}

/**
 * The target with a JSON merge patch applied (RFC 7396): objects merge member by member, a null removes its
 * member, and everything else replaces what was there.
 */
export function mergePatch(target: Json, patch: Json): Json {
	if (!isJsonObject(patch)) return patch;
	const merged = new Map(Object.entries(isJsonObject(target) ? target : {}));
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) merged.delete(key);
		else merged.set(key, mergePatch(merged.get(key) ?? null, value));
	}
	return Object.fromEntries(merged);
}

/** The smallest merge patch that makes `to` of `from`. What `to` has as null must be so in `from`: a patch removes it. */
export function patchBetween(from: Json, to: Json): Json {
	if (!isJsonObject(from) || !isJsonObject(to)) return to;
	const changed = Object.entries(to).filter(([key, value]) => !isEqual(from[key], value));
	const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
	return Object.fromEntries([
		...changed.map(([key, value]) => [key, patchBetween(from[key] ?? null, value)] as const),
		...removed.map((key) => [key, null] as const),
	]);
}

const isEqual = (a: Json | undefined, b: Json) => JSON.stringify(a) === JSON.stringify(b);

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

type PlainObject<T> = T extends readonly unknown[] ? never : T extends object ? T : never;
type KeyOfAny<T> = T extends unknown ? keyof T : never;
type MemberOfAny<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never;

/**
 * A JSON merge patch of a `T` (RFC 7396): any of its members, those of any member of a union, or null to remove one.
 * Without `Removal` it is any part of a `T`.
 */
export type MergePatch<T, Removal = null> =
	| Exclude<T, PlainObject<T>>
	| ([PlainObject<T>] extends [never]
			? never
			: { [Key in KeyOfAny<PlainObject<T>>]?: MergePatch<MemberOfAny<PlainObject<T>, Key>, Removal> | Removal });
