import { unitPlaces } from '../../pictures/network/networkSvgs.ts';
import type { Picture } from '../../pictures/network/picture.ts';

/** What of a network is looked at: a unit of a column (0: the input), or the weight from a unit of a column to one of the next. */
export type Target =
	| { kind: 'unit'; column: number; unit: number }
	| { kind: 'weight'; column: number; from: number; to: number };

/** So near a unit or a line is pointed at, in the picture's own units. */
const NEAR = { unit: 7, weight: 3.5 };

/** The unit, or else the weight, that lies under a place of the picture; null where there is none. @param wide of the picture */
export function targetAt(picture: Picture, x: number, y: number, wide?: number): Target | null {
	const columns = unitPlaces(picture, wide);
	for (const [column, { units }] of columns.entries()) {
		const unit = units.findIndex((place) => Math.hypot(place.x - x, place.y - y) < NEAR.unit);
		if (unit >= 0) return { kind: 'unit', column, unit };
	}
	let nearest: Target | null = null;
	let least = NEAR.weight;
	for (const [column, { units }] of columns.entries()) {
		for (const [from, start] of units.entries()) {
			for (const [to, end] of (columns[column + 1]?.units ?? []).entries()) {
				const distance = distanceToLine([x, y], [start.x, start.y], [end.x, end.y]);
				if (distance >= least) continue;
				[least, nearest] = [distance, { kind: 'weight', column, from, to }];
			}
		}
	}
	return nearest;
}

type Point = readonly [number, number];

/** From a point to the nearest one between two ends. */
function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
	return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

/** Where keys go from a target: arrows from unit to unit, Page keys through the weights into one; null for other keys. */
export function nextTarget({ layers, widths }: Picture, now: Target | null, key: string): Target | null {
	const counts = unitPlaces({ layers, widths }).map(({ units }) => units.length);
	const column = now === null ? 1 : now.kind === 'unit' ? now.column : now.column + 1;
	const unit = now === null ? 0 : now.kind === 'unit' ? now.unit : now.to;
	const within = (value: number, count: number) => (value + count) % Math.max(1, count);
	const unitAt = (at: number, index: number): Target => {
		const next = within(at, counts.length);
		return { kind: 'unit', column: next, unit: Math.min(index, (counts[next] ?? 1) - 1) };
	};
	switch (key) {
		case 'ArrowRight':
			return unitAt(now === null ? column : column + 1, unit);
		case 'ArrowLeft':
			return unitAt(column - 1, unit);
		case 'ArrowDown':
			return unitAt(column, within(unit + 1, counts[column] ?? 1));
		case 'ArrowUp':
			return unitAt(column, within(unit - 1, counts[column] ?? 1));
		case 'PageDown':
		case 'PageUp': {
			if (column === 0) return null;
			const count = counts[column - 1] ?? 1;
			const step = key === 'PageDown' ? 1 : -1;
			const from = now?.kind === 'weight' ? within(now.from + step, count) : 0;
			return { kind: 'weight', column: column - 1, from, to: unit };
		}
		default:
			return null;
	}
}
