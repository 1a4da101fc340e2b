import { derived as derive } from '../engine/derived.ts';
import { SEVERITIES } from '../schema/explanation.ts';
import type { Derived } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { decayRules } from './decay.ts';
import { evaluationRules } from './evaluation.ts';
import type { Finding } from './finding.ts';
import { spellingRules } from './spelling.ts';

/**
 * What a spec implies, before anything trains: the quantities of `penalty.ts` and what follows from
 * them, the worst first.
 *
 * @param spec in canonical form
 */
export function explain(spec: RunSpec): { derived: Derived; findings: Finding[] } {
	const derived = derive(spec);
	const findings = [...decayRules, ...spellingRules, ...evaluationRules].flatMap((rule) => rule(spec, derived) ?? []);
	return {
		derived,
		findings: findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
	};
}
