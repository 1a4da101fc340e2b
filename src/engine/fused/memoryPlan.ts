import { at } from '../../at.ts';
import { layerSizes } from '../layerSizes.ts';
import { countSlots } from '../optimizerSlots.ts';
import type { ResolvedSpec } from '../resolve.ts';
import { FLOAT64_BYTES, INT32_BYTES, LAYER_FIELDS, RANGE_FIELDS, RUN_FIELDS } from './kernelRecords.ts';

/** Examples of one panel of the kernel. */
export const PANEL_EXAMPLES = 16;
const FLOAT = 4;
const LINE = 64;
const PAGE = 65_536;
/** The kernel's own constants lie below. */
const FIRST_FREE = 1024;

/** Rows that go through the network together: few enough for a cache, many enough that starting is nothing. */
const CHUNK_ROWS = 4 * PANEL_EXAMPLES;

/** Unit counts of one layer in memory: even, so that the kernel's loops take two units at a time. */
const even = (units: number) => units + (units % 2);
const panels = (rows: number) => Math.ceil(rows / PANEL_EXAMPLES);
const four = (count: number) => Math.ceil(count / 4) * 4;

/** Where everything of a run lies in the kernel's memory, in bytes: known from the spec alone. */
export interface MemoryPlan {
	widths: readonly number[];
	/** The same, each filled up to an even number. */
	evenWidths: readonly number[];
	/** Rows that go through the network together, a multiple of 16. */
	chunk: number;
	/** Rows of the batch panels: m under full batches, otherwise B. */
	batchRows: number;
	/** Whether a step takes some rows in an order of its own, instead of all as they come. */
	minibatches: boolean;
	/** Numbers of all weights and of all biases, filled up to a multiple of 4. */
	weightCount: number;
	biasCount: number;
	/** Optimizer state beside the parameters: 0, 1 (velocity) or 2 (two moments) vectors as long. */
	slots: 0 | 1 | 2;
	addresses: {
		run: number;
		layers: number;
		ranges: number;
		X: number;
		y: number;
		testX: number;
		testY: number;
		order: number;
		inputs: number;
		targets: number;
		scratchInputs: number;
		scratchTargets: number;
		/** Parameters, gradient and slots, each weightCount + biasCount numbers. */
		parameters: number;
		gradient: number;
		first: number;
		second: number;
		/** Activations and deltas of each layer from the first hidden one on. */
		activations: number[];
		deltas: number[];
	};
	/** Size of the whole memory, a multiple of 64 KiB. */
	bytes: number;
}

/** @param points rows that the network is to be evaluated on beside its data, such as the grid of a boundary */
export function planMemory({ spec, facts, widths, sizes }: ResolvedSpec, points = 0): MemoryPlan {
	const { testRows, features } = facts;
	const { m, batchSize } = sizes;
	const evenWidths = widths.map(even);
	const explicit = 'batches' in spec.training ? spec.training.batches : null;
	const batchRows = explicit ? explicit.reduce((most, rows) => Math.max(most, rows.length), 0) : batchSize;
	// A batch size of m is shuffled all the same; only "full" keeps the order of the rows.
	const minibatches = explicit !== null || ('batchSize' in spec.training && spec.training.batchSize !== 'full');

	const chunk = Math.min(CHUNK_ROWS, panels(batchRows) * PANEL_EXAMPLES);

	const weightCount = four(layerSizes(evenWidths).reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0));
	const biasCount = four(evenWidths.slice(1).reduce((sum, outputs) => sum + outputs, 0));
	const slots = countSlots(spec.optimizer);

	let top = FIRST_FREE;
	const reserve = (bytes: number) => {
		const start = top;
		top += Math.ceil(bytes / LINE) * LINE;
		return start;
	};
	const floats = (count: number) => reserve(count * FLOAT);
	const panelsOf = (rows: number, units: number) => floats(panels(rows) * PANEL_EXAMPLES * units);
	const parameters = weightCount + biasCount;
	const inputWidth = at(evenWidths, 0);
	const addresses: MemoryPlan['addresses'] = {
		run: reserve(RUN_FIELDS.length * FLOAT64_BYTES),
		layers: reserve((widths.length - 1) * LAYER_FIELDS.length * INT32_BYTES),
		ranges: reserve(2 * RANGE_FIELDS.length * FLOAT64_BYTES),
		X: floats(m * features),
		y: floats(m),
		testX: floats(Math.max(testRows, points) * features),
		testY: floats(Math.max(testRows, points)),
		order: floats(Math.max(m, batchRows)),
		inputs: panelsOf(batchRows, inputWidth),
		targets: panelsOf(batchRows, 2),
		scratchInputs: panelsOf(chunk, inputWidth),
		scratchTargets: panelsOf(chunk, 2),
		parameters: floats(parameters),
		gradient: floats(parameters),
		first: slots >= 1 ? floats(parameters) : 0,
		second: slots === 2 ? floats(parameters) : 0,
		activations: evenWidths.slice(1).map((units) => panelsOf(chunk, units)),
		deltas: evenWidths.slice(1).map((units) => panelsOf(chunk, units)),
	};
	return {
		widths,
		evenWidths,
		chunk,
		batchRows,
		minibatches,
		weightCount,
		biasCount,
		slots,
		addresses,
		bytes: Math.ceil(top / PAGE) * PAGE,
	};
}
