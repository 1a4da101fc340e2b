import type { RealTables } from '../../../src/data/realTables.ts';
import { loadDataSet } from '../../../src/data/registry.ts';
import type { DataSet, Sample } from '../../../src/data/sample.ts';
import type { Data } from '../../../src/schema/data.ts';

const MOST_KEPT = 16;

/** Keeps the last few samples that were drawn: drawing a thousand points takes as long as training on them. */
export class Samples {
	readonly #tables: RealTables;
	readonly #kept = new Map<string, Promise<DataSet>>();

	constructor(tables: RealTables) {
		this.#tables = tables;
	}

	/** The examples that a spec names; not the caller's to change. @throws what loading measured data throws */
	of(data: Data): Promise<DataSet> {
		if (data.kind === 'inline') return loadDataSet(data, this.#tables);
		return this.#keep(JSON.stringify(data), () => loadDataSet(data, this.#tables));
	}

	/** The same, every coordinate rounded to three decimals: finer than a screen, and short in a link. */
	rounded(data: Data): Promise<DataSet> {
		return this.#keep(`rounded ${JSON.stringify(data)}`, async () => {
			const { train, test } = await this.of(data);
			return { train: round(train), test: test && round(test) };
		});
	}

	#keep(key: string, draw: () => Promise<DataSet>): Promise<DataSet> {
		const known = this.#kept.get(key);
		if (known) return known;
		if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
		const drawn = draw();
		this.#kept.set(key, drawn);
		return drawn;
	}
}

const round = ({ X, y }: Sample): Sample => ({
	X: X.map((row) => row.map((value) => Math.round(value * 1000) / 1000)),
	y,
});
