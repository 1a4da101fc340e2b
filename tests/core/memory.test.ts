import { expect, test } from 'vitest';
import { Memory } from '../../functions/results/memory.ts';

test('keeps the most recently used texts within its bytes', () => {
	const memory = new Memory(100);
	for (const key of ['a', 'b', 'c', 'd']) memory.set(key, 'x'.repeat(11)); // 24 bytes each
	expect(memory.get('a')).not.toBeNull();
	memory.set('e', 'x'.repeat(11));
	expect(['a', 'b', 'c', 'd', 'e'].filter((key) => memory.get(key) !== null)).toEqual(['a', 'c', 'd', 'e']);
	expect(memory.bytes).toBeLessThanOrEqual(100);
	memory.set('f', 'x'.repeat(40));
	expect(memory.get('f')).toBeNull();
	memory.set('a', 'y');
	expect(memory.get('a')).toBe('y');
	memory.clear();
	expect(memory.bytes).toBe(0);
});
