import type { Language } from '../../../src/language.ts';
import { settle } from '../../../src/schema/canonical.ts';
import { parseBounded } from '../../../src/schema/parseBounded.ts';
import { type RunSpecInput, runSpecSchema } from '../../../src/schema/runSpec.ts';
import { fieldErrorsIn } from '../../text/fieldErrorsIn.ts';
import { type Reading, readWith } from './checkSpec.ts';

/** A spec held against the schema. */
function readSpec(input: RunSpecInput): Reading {
	const parsed = parseBounded(runSpecSchema, input);
	if (parsed.success) return { ok: true, spec: settle(parsed.data) };
	const { error } = parsed;
	return {
		ok: false,
		errorsIn: (language: Language) => fieldErrorsIn(language, error, { input, schema: runSpecSchema }),
	};
}

readWith(readSpec);
