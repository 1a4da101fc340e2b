/** A value in SQLite may have 2 MB with its key. */
const PART_BYTES = 1_000_000;
const PREFIX = 'text/';

/**
 * The text that an object keeps, or null: in as many values as it needs, all of them or none.
 *
 * @throws whatever the runtime throws at a value that it cannot decode
 */
export function readText({ kv }: DurableObjectStorage): string | null {
	const parts = [...kv.list<Uint8Array>({ prefix: PREFIX })].map(([, part]) => part);
	if (parts.length === 0) return null;
	const decoder = new TextDecoder();
	return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
}

/** Forgets the text, also one of which a value can no longer be read: values are deleted unread. */
export function forgetText({ kv }: DurableObjectStorage): void {
	for (let part = 0; kv.delete(keyOf(part)); part++);
}

/** Keeps a text, unless one is kept. */
export function keepText(storage: DurableObjectStorage, text: string): void {
	if (storage.kv.get(keyOf(0)) !== undefined) return;
	const bytes = new TextEncoder().encode(text);
	storage.transactionSync(() => {
		for (let part = 0; part * PART_BYTES < bytes.length; part++) {
			storage.kv.put(keyOf(part), bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES));
		}
	});
}

/** Keys sort as their parts do. */
const keyOf = (part: number) => `${PREFIX}${String(part).padStart(4, '0')}`;
