import * as z from 'zod';

/**
 * Schemas that only describe answers, in place of them: `wrangler.toml` has the aliases, by the names under which the contract
 * imports them. The Worker parses what it is sent, and never what it answers; the tests hold its answers against the schemas
 * themselves, outside of it. Where something is missing here, the Worker's bundle names it and does not build.
 */
const answer = z.unknown();
/** What makes such a schema of words, which go from the bundle together with the call of an empty function. */
function answerInWords(_words: string): undefined {}

export {
	answer as codeAnswerSchema,
	answer as comparisonResultSchema,
	answer as conversionSchema,
	answer as dataSetListSchema,
	answer as dataSetSchema,
	answer as experimentListSchema,
	answer as experimentResultSchema,
	answer as explanationSchema,
	answer as healthSchema,
	answer as indexSchema,
	answer as limitsSchema,
	answer as predictionsSchema,
	answer as runSchema,
	answer as sweepAnalysisSchema,
	answer as sweepBegunSchema,
	answer as sweepDocumentSchema,
	answer as sweepWithdrawnSchema,
	answer as weightsSchema,
	answerInWords as csv,
	answerInWords as trainingEvents,
};
