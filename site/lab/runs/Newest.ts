/** Keeps what was worked out for a name, as long as it is among the newest. */
export class Newest<Value> {
	readonly #most: number;
	readonly #values = new Map<string, Value>();

	constructor(most: number) {
		this.#most = most;
	}

	/** The value of a name; it is made where it is not kept. */
	of(name: string, make: () => Value): Value {
		const value = this.#values.has(name) ? (this.#values.get(name) as Value) : make(); // it is there
		this.#values.delete(name);
		this.#values.set(name, value);
		const [oldest] = this.#values.keys();
		if (this.#values.size > this.#most && oldest !== undefined) this.#values.delete(oldest);
		return value;
	}
}
