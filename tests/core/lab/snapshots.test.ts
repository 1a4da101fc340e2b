import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_BYTES, Snapshots } from '../../../site/training/lab/Snapshots.ts';

/** A network whose parameters tell its epoch. */
const networkAt = (length: number, epoch: number) => Float32Array.from({ length }, (_, i) => epoch + i / 1024);

const small = fc.record({
	length: fc.integer({ min: 1, max: 40 }),
	epochs: fc.integer({ min: 0, max: 90 }),
	mostBytes: fc.integer({ min: 1, max: 3000 }),
});

test('what is remembered never takes more than its bound, lies evenly from epoch 0 on, and is what it was', () => {
	fc.assert(
		fc.property(small, ({ length, epochs, mostBytes }) => {
			const snapshots = new Snapshots(length, mostBytes);
			const capacity = Math.max(1, Math.floor(mostBytes / (4 * length)));
			for (let epoch = 0; epoch <= epochs; epoch++) {
				snapshots.add(epoch, () => networkAt(length, epoch));
				expect(snapshots.bytes).toBeLessThanOrEqual(Math.max(mostBytes, 4 * length));
				const remembered = snapshots.epochs;
				const stride = remembered[1] ?? epoch + 1;
				expect(remembered).toEqual(Array.from({ length: Math.ceil((epoch + 1) / stride) }, (_, i) => i * stride));
				// More than a half of the room is used once it was full.
				if (epoch >= capacity) expect(2 * remembered.length).toBeGreaterThanOrEqual(capacity);
				else expect(remembered).toHaveLength(epoch + 1);
			}
			for (const epoch of snapshots.epochs) {
				expect(snapshots.before(epoch)).toEqual({ epoch, parameters: networkAt(length, epoch) });
			}
			for (const parameter of [0, length - 1]) {
				expect(Array.from(snapshots.valuesOf(parameter))).toEqual(
					snapshots.epochs.map((epoch) => networkAt(length, epoch)[parameter]),
				);
			}
		}),
	);
});

test('between two that are remembered it is the one before; before any there is none', () => {
	const snapshots = new Snapshots(1, 4 * 4);
	expect(snapshots.before(0)).toBeNull();
	for (let epoch = 0; epoch <= 9; epoch++) snapshots.add(epoch, () => networkAt(1, epoch));
	expect(snapshots.epochs).toEqual([0, 4, 8]);
	expect([0, 3, 4, 7, 8, 1000].map((epoch) => snapshots.before(epoch)?.epoch)).toEqual([0, 0, 4, 4, 8, 8]);
});

test('what came after the end of a run that diverged is forgotten, and may come again otherwise', () => {
	fc.assert(
		fc.property(small, fc.nat(), ({ length, epochs, mostBytes }, seed) => {
			const snapshots = new Snapshots(length, mostBytes);
			for (let epoch = 0; epoch <= epochs; epoch++) snapshots.add(epoch, () => networkAt(length, epoch));
			const end = seed % (epochs + 1);
			const before = snapshots.epochs.filter((epoch) => epoch <= end);
			snapshots.dropAfter(end);
			expect(snapshots.epochs).toEqual(before);
			for (let epoch = end + 1; epoch <= epochs; epoch++) snapshots.add(epoch, () => networkAt(length, -epoch));
			for (const epoch of snapshots.epochs) {
				expect(snapshots.before(epoch)?.parameters).toEqual(networkAt(length, epoch <= end ? epoch : -epoch));
			}
		}),
	);
});

test('a short run of a small network takes little, and a long one every second epoch', () => {
	const parameters = 193;
	const snapshots = new Snapshots(parameters);
	const network = networkAt(parameters, 0);
	for (let epoch = 0; epoch <= 100; epoch++) snapshots.add(epoch, () => network);
	expect(snapshots.bytes).toBeLessThanOrEqual(2 ** 18);
	for (let epoch = 101; epoch <= 30_000; epoch++) snapshots.add(epoch, () => network);
	expect(snapshots.epochs[1]).toBe(2);
	expect(snapshots.bytes).toBeLessThanOrEqual(MOST_BYTES);
});
