import type { Level } from './configLevels.ts';
import { byDefault, type Decay, note, type Source } from './reading.ts';
import { settle } from './settle.ts';

/** LIBLINEAR's command line: `-c` is C beside a sum, `-s` which of its problems it solves, `-B` a bias that it decays as well. */
export function liblinearDecay({ entries, from, to }: Level, scope: Source['scope']): Decay | null {
	const program = entries.get('liblinear');
	if (!program) return null;
	const numberOf = (name: string) => {
		const said = entries.get(name);
		return said ? scope.number(said.value, { from: said.from, blocks: [] }) : undefined;
	};
	const problem = numberOf('s')?.value ?? 1;
	const isLogistic = problem === 0 || problem === 7;
	const given = numberOf('c');
	const decay = settle(
		{ path: program.written, call: { from, to } },
		{ row: isLogistic ? 'liblinear' : null, parameter: '-c', loss: 'binary-cross-entropy' },
		{ value: given ?? byDefault(1, from), isDefault: !given },
		[],
	);
	const isAll = (numberOf('bias')?.value ?? -1) >= 0;
	if (!isLogistic) decay.notes = [note('no-row', decay, { name: `liblinear -s ${problem}` })];
	return isAll ? { ...decay, covers: 'everything', notes: [...decay.notes, note('decays-biases', decay)] } : decay;
}
