/** The texts that an isolate has seen lately. When they take too much room, the least recently used goes first. */
export class Memory {
	readonly #texts = new Map<string, string>();
	readonly #maxBytes: number;
	readonly #onForget: (key: string) => void;
	#bytes = 0;

	/**
	 * @param maxBytes of all texts together; one of more than a quarter of it is not kept
	 * @param onForget is told of every key that leaves
	 */
	constructor(maxBytes: number, onForget: (key: string) => void = () => {}) {
		this.#maxBytes = maxBytes;
		this.#onForget = onForget;
	}

	get(key: string): string | null {
		const text = this.#texts.get(key);
		if (text === undefined) return null;
		this.#texts.delete(key); // to the end: a Map keeps the order in which its keys came
		this.#texts.set(key, text);
		return text;
	}

	/** Keeps a text, and says whether it did. */
	set(key: string, text: string): boolean {
		this.delete(key);
		const bytes = bytesOf(key, text);
		if (bytes > this.#maxBytes / 4) return false;
		this.#texts.set(key, text);
		this.#bytes += bytes;
		for (const oldest of this.#texts.keys()) {
			if (this.#bytes <= this.#maxBytes) break;
			this.delete(oldest);
		}
		return true;
	}

	delete(key: string): void {
		const text = this.#texts.get(key);
		if (text === undefined) return;
		this.#bytes -= bytesOf(key, text);
		this.#texts.delete(key);
		this.#onForget(key);
	}

	clear(): void {
		for (const key of [...this.#texts.keys()]) this.delete(key);
	}

	get bytes(): number {
		return this.#bytes;
	}
}

/** Two bytes a character at the most. */
const bytesOf = (key: string, text: string) => 2 * (key.length + text.length);
