import { log } from './exactMath.ts';

const WORDS = 624;
const SHIFT = 397;

/**
 * NumPy's legacy generator `numpy.random.RandomState`, to the last bit: MT19937 (Matsumoto &
 * Nishimura 1998), seeded as `init_genrand`, with NumPy's 53-bit doubles, its polar Gaussian and
 * its masked rejection for integers (numpy/random/src/mt19937, src/legacy, mtrand.pyx).
 */
export class RandomState {
	private readonly state = new Uint32Array(WORDS);
	private position = WORDS;
	private spareGaussian: number | null = null;

	/** @param seed a whole number from 0 to 2³² − 1 */
	constructor(seed: number) {
		let word = seed >>> 0;
		for (let i = 0; i < WORDS; i++) {
			this.state[i] = word;
			word = (Math.imul(1812433253, word ^ (word >>> 30)) + i + 1) >>> 0;
		}
	}

	/** A generator that goes on from here by itself. */
	copy(): RandomState {
		const copy = new RandomState(0);
		copy.become(this);
		return copy;
	}

	/** Goes on from where `other` is. */
	become(other: RandomState): void {
		this.state.set(other.state);
		this.position = other.position;
		this.spareGaussian = other.spareGaussian;
	}

	/** `random_sample()`: uniform on [0, 1) with 53 bits. */
	random(): number {
		const high = this.next() >>> 5;
		const low = this.next() >>> 6;
		return (high * 67108864 + low) / 9007199254740992;
	}

	/** `uniform(low, high)`. */
	uniform(low: number, high: number): number {
		return low + (high - low) * this.random();
	}

	/** `randn()`: standard normal, by the polar method; the pair's second number is kept for the next call. */
	gaussian(): number {
		if (this.spareGaussian !== null) {
			const spare = this.spareGaussian;
			this.spareGaussian = null;
			return spare;
		}
		let x: number;
		let y: number;
		let square: number;
		do {
			x = 2 * this.random() - 1;
			y = 2 * this.random() - 1;
			square = x * x + y * y;
		} while (square >= 1 || square === 0);
		const scale = Math.sqrt((-2 * log(square)) / square);
		this.spareGaussian = scale * x;
		return scale * y;
	}

	/** `shuffle(array)`: Fisher–Yates from the end, in place. */
	shuffle<T>(array: T[] | Int32Array): void {
		const items = array as { [index: number]: T; length: number }; // both are indexable by number, and T fits both
		for (let i = items.length - 1; i > 0; i--) {
			const j = this.below(i);
			const held = items[i] as T; // 0 < i < length
			items[i] = items[j] as T; // 0 ≤ j ≤ i
			items[j] = held;
		}
	}

	/** `permutation(n)`: 0 … n−1, shuffled. */
	permutation(n: number): number[] {
		const order = Array.from({ length: n }, (_, i) => i);
		this.shuffle(order);
		return order;
	}

	/** A whole number from 0 to `most`, both included: bits beyond its mask are cut, what is still too large is drawn again. */
	private below(most: number): number {
		const cut = Math.clz32(most); // 0 < most here, so that the shift is less than 32
		let value: number;
		do value = this.next() & (0xffffffff >>> cut);
		while (value > most);
		return value;
	}

	private next(): number {
		if (this.position === WORDS) this.twist();
		let y = this.word(this.position++);
		y ^= y >>> 11;
		y ^= (y << 7) & 0x9d2c5680;
		y ^= (y << 15) & 0xefc60000;
		return (y ^ (y >>> 18)) >>> 0;
	}

	private twist(): void {
		const turn = WORDS - SHIFT;
		for (let i = 0; i < turn; i++) this.twistWord(i, i + 1, i + SHIFT);
		for (let i = turn; i < WORDS - 1; i++) this.twistWord(i, i + 1, i - turn);
		this.twistWord(WORDS - 1, 0, SHIFT - 1);
		this.position = 0;
	}

	private twistWord(i: number, after: number, far: number): void {
		const y = (this.word(i) & 0x80000000) | (this.word(after) & 0x7fffffff);
		this.state[i] = this.word(far) ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
	}

	private word(i: number): number {
		return this.state[i] as number; // 0 ≤ i < WORDS everywhere above
	}
}
