import type { Moment } from '../../../src/engine/engine.ts';

/** What the memory of one run may take, in bytes: every epoch of 20,000 of a small network. */
export const MOST_BYTES = 16 * 2 ** 20;
/** Snapshots come in blocks of about this size, so that a short run takes little. */
const BLOCK_BYTES = 2 ** 18;

/**
 * Remembers the parameters of a network along its training, in bounded memory: those after every `stride`-th epoch, from
 * epoch 0 on. When there is no room for another, every second one is forgotten and the stride is twice as long, so that
 * what is remembered always lies evenly, between a half and all of the room.
 */
export class Snapshots {
	readonly #length: number;
	readonly #perBlock: number;
	readonly #most: number;
	readonly #blocks: Float32Array[] = [];
	#count = 0;
	#stride = 1;

	/**
	 * @param length parameters of the network
	 * @param mostBytes what may be kept; one snapshot is, whatever its size
	 */
	constructor(length: number, mostBytes = MOST_BYTES) {
		const bytes = length * Float32Array.BYTES_PER_ELEMENT;
		this.#length = length;
		this.#perBlock = Math.max(1, Math.floor(Math.min(BLOCK_BYTES, mostBytes) / bytes));
		this.#most = Math.max(1, Math.floor(mostBytes / (this.#perBlock * bytes)) * this.#perBlock);
	}

	/** What is held, in bytes. */
	get bytes(): number {
		return this.#blocks.reduce((sum, { byteLength }) => sum + byteLength, 0);
	}

	/** The epochs that are remembered, ascending. */
	get epochs(): number[] {
		return Array.from({ length: this.#count }, (_, i) => i * this.#stride);
	}

	/**
	 * Takes the network after an epoch; they come one after the other, from 0 on.
	 *
	 * @param parameters copied where this epoch is one of those that are remembered, and not asked for otherwise
	 */
	add(epoch: number, parameters: () => Float32Array): void {
		if (epoch !== this.#count * this.#stride) return;
		if (this.#count === this.#most) {
			this.#thin();
			if (epoch !== this.#count * this.#stride) return;
		}
		const block = Math.floor(this.#count / this.#perBlock);
		this.#blocks[block] ??= new Float32Array(this.#perBlock * this.#length);
		this.#at(this.#count).set(parameters());
		this.#count += 1;
	}

	/** Forgets what came after an epoch, at which a run turned out to have ended. */
	dropAfter(epoch: number): void {
		this.#count = Math.min(this.#count, Math.floor(epoch / this.#stride) + 1);
		this.#giveBack();
	}

	/** The last remembered moment that is not after an epoch, or null when there is none; lent until the next `add`. */
	before(epoch: number): Moment | null {
		const index = Math.min(Math.floor(epoch / this.#stride), this.#count - 1);
		return index < 0 ? null : { epoch: index * this.#stride, parameters: this.#at(index) };
	}

	/** One parameter at each of `epochs`. */
	valuesOf(parameter: number): Float32Array<ArrayBuffer> {
		return Float32Array.from({ length: this.#count }, (_, i) => this.#at(i)[parameter] ?? Number.NaN);
	}

	#at(index: number): Float32Array {
		const block = this.#blocks[Math.floor(index / this.#perBlock)];
		if (!block) throw new RangeError(`there is no snapshot ${index} of ${this.#count}`);
		const from = (index % this.#perBlock) * this.#length;
		return block.subarray(from, from + this.#length);
	}

	#thin(): void {
		this.#stride *= 2;
		this.#count = Math.ceil(this.#count / 2);
		for (let i = 1; i < this.#count; i++) this.#at(i).set(this.#at(2 * i));
		this.#giveBack();
	}

	#giveBack(): void {
		this.#blocks.length = Math.min(this.#blocks.length, Math.ceil(this.#count / this.#perBlock));
	}
}
