import { findExperiment } from '../../../src/experiments/registry.ts';
import type { Language } from '../../../src/language.ts';
import { encodeState } from '../../lab/state/link.ts';
import { ofSpecs } from '../../lab/state/state.ts';
import { OPENING_VIEW } from '../../lab/state/view.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../text/experimentFigure/experimentFigureText.ts';
import { turn } from '../../training/lab/turn.ts';
import { labRunsOf, lengthOf } from './labRuns.ts';

/** A link into the Lab: the runs that it holds, and what they are. */
export interface LabLink {
	/** After the address of the Lab and `#`. */
	fragment: string;
	text: string;
}

/**
 * Opens runs of an experiment with these parameters; null where the Lab cannot hold any.
 *
 * @throws ZodError when the parameters are not its own
 */
export async function ownLabLink(name: string, parameters: unknown, language: Language): Promise<LabLink | null> {
	const specs = findExperiment(name)?.specs(parameters) ?? [];
	const runs = labRunsOf(name, specs);
	if (runs.length === 0) return null;
	const text = EXPERIMENT_FIGURE_TEXT[language].lab(runs.length, specs.length);
	const view = { ...OPENING_VIEW, epoch: Math.max(...runs.map(lengthOf)), start: name }; // what is published is of the end
	return { fragment: await encodeState(ofSpecs(runs), view, { pause: turn }), text };
}
