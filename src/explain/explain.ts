import type { ResolvedSpec } from '../engine/resolve.ts';
import type { Derived } from '../schema/run.ts';
import { SEVERITIES } from '../schema/severity.ts';
import { decayRules } from './decay.ts';
import { evaluationRules } from './evaluation.ts';
import type { Finding } from './finding.ts';
import { moreDataRules } from './moreData.ts';
import { sizeRules } from './size.ts';
import { spellingRules } from './spelling.ts';

/**
 * What a spec implies, before anything trains: the quantities of `penalty.ts` and what follows from
 * them, the worst first.
 */
export function explain({ spec, derived, facts }: ResolvedSpec): { derived: Derived; findings: Finding[] } {
	const findings = [...decayRules, ...spellingRules, ...evaluationRules, ...sizeRules, ...moreDataRules]
		.flatMap((rule) => rule(spec, derived, facts) ?? [])
		.filter(({ value }) => Number.isFinite(value)); // of 1/η at η = 1e-320 nothing can be said
	return {
		derived,
		findings: findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
	};
}
