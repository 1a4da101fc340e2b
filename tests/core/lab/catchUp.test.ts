import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CatchUp } from '../../../site/training/lab/CatchUp.ts';
import type { Goal, LabFrame } from '../../../site/training/lab/messages.ts';
import type { Hearing, Pool } from '../../../site/training/lab/trainingPool.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const GOAL: Goal = { to: 7, show: 7, view: { resolution: 2, pixels: 2, window: null } };
const specOf = (lambda: number) => canonical({ data: { kind: 'moons' }, penalty: { lambda } });
const frame = {} as LabFrame; // handed on as it is

/** A pool whose trainings catch up when the test says so. */
function watched() {
	const begun: { lambda: number; hearing: Hearing; isEnded: boolean }[] = [];
	const heard: string[] = [];
	const pool: Pool = {
		begin: (_key, { penalty: { lambda } }, _goal, hearing) => {
			const one = { lambda, hearing, isEnded: false };
			begun.push(one);
			const end = () => {
				one.isEnded = true;
			};
			return { advance: () => {}, ask: () => Promise.reject(new Error('nobody asks')), end };
		},
		paintWith: () => {},
		close: () => {},
	};
	const catchUp = new CatchUp(pool, 1, () => GOAL, {
		caughtUp: () => heard.push(`${begun.findLast(({ isEnded }) => !isEnded)?.lambda} caught up`),
		progress: (share) => heard.push(`${share} done`),
		frame: () => heard.push('frame'),
		failure: (message) => heard.push(message),
	});
	return { catchUp, begun, heard, lambdas: () => begun.map(({ lambda, isEnded }) => (isEnded ? -lambda : lambda)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('of the settings of a drag one trains, the newest waits, and those between are never begun', () => {
	const { catchUp, begun, heard, lambdas } = watched();
	for (const lambda of [1, 2, 3, 4]) catchUp.begin(specOf(lambda));
	expect(lambdas()).toEqual([1]);
	begun[0]?.hearing.frame(frame);
	expect(heard).toEqual(['1 caught up']);
	expect(lambdas()).toEqual([1, 4]);
	begun[1]?.hearing.frame(frame);
	expect(catchUp.isUnderWay).toBe(false);
	begun[1]?.hearing.frame(frame);
	expect(heard).toEqual(['1 caught up', '4 caught up', 'frame']);
});

test('a slow one gives way to the newest, whether that is there already or comes later', () => {
	const { catchUp, begun, heard, lambdas } = watched();
	for (const lambda of [1, 2, 3]) catchUp.begin(specOf(lambda));
	vi.advanceTimersByTime(1000);
	expect(lambdas()).toEqual([-1, 3]);
	vi.advanceTimersByTime(1000);
	expect(lambdas()).toEqual([-1, 3]); // nothing newer: it goes on
	catchUp.begin(specOf(4));
	expect(lambdas()).toEqual([-1, -3, 4]);
	begun[2]?.hearing.frame(frame);
	expect(heard).toEqual(['4 caught up']);
});

test('how far one is that takes long is heard until it has caught up', () => {
	const { catchUp, begun, heard } = watched();
	catchUp.begin(specOf(1));
	begun[0]?.hearing.progress(0.25);
	begun[0]?.hearing.progress(0.5);
	begun[0]?.hearing.frame(frame);
	begun[0]?.hearing.progress(0.75); // of a step that it goes further
	expect(heard).toEqual(['0.25 done', '0.5 done', '1 caught up']);
});

test('one that is given up is ended, and so is whatever waits', () => {
	const { catchUp, heard, lambdas } = watched();
	for (const lambda of [1, 2]) catchUp.begin(specOf(lambda));
	catchUp.end();
	vi.advanceTimersByTime(1000);
	expect(lambdas()).toEqual([-1]);
	expect(catchUp.isUnderWay).toBe(false);
	expect(heard).toEqual([]);
});

test('after a failure the newest is tried', () => {
	const { catchUp, begun, heard, lambdas } = watched();
	for (const lambda of [1, 2]) catchUp.begin(specOf(lambda));
	begun[0]?.hearing.failure('no room');
	expect(heard).toEqual(['no room']);
	expect(lambdas()).toEqual([1, 2]);
});
