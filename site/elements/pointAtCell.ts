/** A cell of a grid, counted from the left and from the top. */
export interface Cell {
	column: number;
	row: number;
}

interface Pointing {
	/** How many cells there are now. */
	grid: () => { columns: number; rows: number };
	/** The reader points at another cell, or at none any more. */
	point: (cell: Cell | null, event: Event) => void;
	/** Where the keys begin. */
	start: () => Cell;
	signal: AbortSignal;
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

/**
 * Makes a box of cells speak: a mouse that hovers, a finger that taps and, while the box has the focus, arrow keys point
 * at a cell. The box is one stop of the tab key.
 */
export function pointAtCell(box: HTMLElement, { grid, point, start, signal }: Pointing): void {
	let last: Cell | null = null;
	const go = (cell: Cell | null, event: Event) => {
		if (cell?.column === last?.column && cell?.row === last?.row) return;
		last = cell;
		point(cell, event);
	};
	const under = ({ clientX, clientY }: PointerEvent): Cell => {
		const { left, top, width, height } = box.getBoundingClientRect();
		const { columns, rows } = grid();
		return {
			column: within(Math.floor(((clientX - left) / width) * columns), columns),
			row: within(Math.floor(((clientY - top) / height) * rows), rows),
		};
	};
	const listen = <Name extends keyof HTMLElementEventMap>(
		name: Name,
		heard: (event: HTMLElementEventMap[Name]) => void,
	) => box.addEventListener(name, heard as EventListener, { signal });
	listen('pointermove', (event) => event.pointerType === 'mouse' && go(under(event), event));
	listen('pointerdown', (event) => {
		last = null; // a press is heard even where the mouse has hovered
		go(under(event), event);
	});
	listen('pointerleave', (event) => event.pointerType === 'mouse' && !box.matches(':focus-visible') && go(null, event));
	listen('focus', (event) => box.matches(':focus-visible') && go(last ?? start(), event));
	listen('blur', (event) => go(null, event));
	listen('keydown', (event) => {
		const arrow = ARROWS[event.key];
		if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		const { columns, rows } = grid();
		const from = last ?? start();
		go({ column: within(from.column + arrow[0], columns), row: within(from.row + arrow[1], rows) }, event);
	});
}

const within = (index: number, count: number) => Math.min(count - 1, Math.max(0, index));
