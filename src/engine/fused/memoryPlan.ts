import { at } from '../../at.ts';
import { FLOAT32_BYTES, FLOAT64_BYTES, INT32_BYTES, WASM_PAGE_BYTES } from '../byteSizes.ts';
import { layerSizes } from '../layerSizes.ts';
import { countSlots } from '../optimizerSlots.ts';
import type { ResolvedSpec } from '../resolve.ts';
import { isFullBatch } from '../schedule.ts';
import { LAYER_FIELDS, RANGE_FIELDS, RUN_FIELDS } from './recordFields.ts';

/** Examples of one panel of the kernel. */
export const PANEL_EXAMPLES = 16;
const CACHE_LINE_BYTES = 64;
/** The first address that a run may use: the kernel's own constants lie below it. */
const FIRST_FREE_ADDRESS = 1024;

/** Rows that go through the network together: few enough to stay in the cache, enough to make the start of a pass negligible. */
const CHUNK_ROWS = 4 * PANEL_EXAMPLES;

/** Unit counts of one layer in memory: even, so that the kernel's loops take two units at a time. */
const roundUpToEven = (units: number) => units + (units % 2);
const countPanels = (rows: number) => Math.ceil(rows / PANEL_EXAMPLES);
const roundUpToFour = (count: number) => Math.ceil(count / 4) * 4;

/** Where everything of a run lies in the kernel's memory, in bytes: known from the spec alone. */
export interface MemoryPlan {
	widths: readonly number[];
	/** The same, each filled up to an even number. */
	evenWidths: readonly number[];
	/** Rows that go through the network together, a multiple of 16. */
	chunk: number;
	/** Rows of the batch panels: m under full batches, otherwise B. */
	batchRows: number;
	/** Whether each step has its own rows in its own order, instead of all rows as they come. */
	usesMinibatches: boolean;
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

/**
 * @param points rows that the network is to be evaluated on beside its data, such as the grid of a boundary
 * @param areOutputs whether each of them gives all outputs, and not one probability
 */
export function planMemory({ spec, facts, widths, sizes }: ResolvedSpec, points = 0, areOutputs = false): MemoryPlan {
	const { heldOutRows, features } = facts;
	const { m, batchSize } = sizes;
	const evenWidths = widths.map(roundUpToEven);
	const explicit = 'batches' in spec.training ? spec.training.batches : null;
	const batchRows = explicit ? explicit.reduce((most, rows) => Math.max(most, rows.length), 0) : batchSize;
	const usesMinibatches = !isFullBatch(spec.training);

	const chunk = Math.min(CHUNK_ROWS, countPanels(batchRows) * PANEL_EXAMPLES);

	const weightCount = roundUpToFour(
		layerSizes(evenWidths).reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0),
	);
	const biasCount = roundUpToFour(evenWidths.slice(1).reduce((sum, outputs) => sum + outputs, 0));
	const slots = countSlots(spec.optimizer);

	let top = FIRST_FREE_ADDRESS;
	const reserve = (bytes: number) => {
		const start = top;
		top += Math.ceil(bytes / CACHE_LINE_BYTES) * CACHE_LINE_BYTES;
		return start;
	};
	const floats = (count: number) => reserve(count * FLOAT32_BYTES);
	const panelsOf = (rows: number, units: number) => floats(countPanels(rows) * PANEL_EXAMPLES * units);
	const parameters = weightCount + biasCount;
	const inputWidth = at(evenWidths, 0);
	const addresses: MemoryPlan['addresses'] = {
		run: reserve(RUN_FIELDS.length * FLOAT64_BYTES),
		layers: reserve((widths.length - 1) * LAYER_FIELDS.length * INT32_BYTES),
		ranges: reserve(2 * RANGE_FIELDS.length * FLOAT64_BYTES),
		X: floats(m * features),
		y: floats(m),
		testX: floats(Math.max(heldOutRows, points) * features),
		testY: floats(Math.max(heldOutRows, points * (areOutputs ? at(widths, widths.length - 1) : 1))),
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
		usesMinibatches,
		weightCount,
		biasCount,
		slots,
		addresses,
		bytes: Math.ceil(top / WASM_PAGE_BYTES) * WASM_PAGE_BYTES,
	};
}
