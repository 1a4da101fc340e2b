import { wholeSpec } from '../form/checkSpec.ts';
import type { LabState } from './state.ts';

/**
 * The same runs, each that is refused as it was last before: what sliders stand at while something else is typed.
 *
 * @param before the states before this one, the newest first
 */
export function withLastValid(state: LabState, before: readonly LabState[]): LabState {
	const isValid = ({ spec }: LabState['runs'][number]) => wholeSpec(spec) !== null;
	const lastOf = (key: number) => before.flatMap(({ runs }) => runs.filter((run) => run.key === key)).find(isValid);
	return { ...state, runs: state.runs.map((run) => (isValid(run) ? run : (lastOf(run.key) ?? run))) };
}
