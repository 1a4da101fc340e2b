import { isReal } from '../../../src/data/realTables.ts';
import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import { BOUNDS } from '../../../src/schema/bounds.ts';
import { settle } from '../../../src/schema/canonical.ts';
import { parseBounded } from '../../../src/schema/parseBounded.ts';
import { type RunSpec, type RunSpecInput, runSpecSchema } from '../../../src/schema/runSpec.ts';
import { fieldErrorsIn } from '../../text/fieldErrorsIn.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { ruleInChinese } from '../../text/ruleInChinese.ts';
import { Newest } from '../runs/Newest.ts';
import { testOf, trainOf } from '../runs/samples.ts';
import { copiesOf, noteDrawn, uncopied } from '../state/copies.ts';
import { type Reading, readWith } from './checkSpec.ts';

/** Rows that were written out: λ is dragged on the same ones. */
const written = new Newest<RunSpec['data']>(6);

/** A spec held against the schema, its rows written out as often as the Lab has each. */
function readSpec(given: RunSpecInput): Reading {
	const input = uncopied(given);
	const parsed = parseBounded(runSpecSchema, input);
	if (parsed.success) return copied(settle(parsed.data), copiesOf(given));
	const { error } = parsed;
	return {
		ok: false,
		errorsIn: (language: Language) => fieldErrorsIn(language, error, { input, schema: runSpecSchema }, ruleInChinese),
	};
}

/** The same run on each of its rows so many times; measured ones are no page's to copy. */
function copied(spec: RunSpec, copies: number): Reading {
	const { data } = spec;
	const rows = copies > 1 && !isReal(data) ? trainOf(data) : null;
	if (!rows) return { ok: true, spec };
	const count = copies * rows.X.length;
	if (count > BOUNDS.examples) {
		const errorsIn = (language: Language) => {
			const [many, most] = [count, BOUNDS.examples].map((one) => formatCount(one, language));
			return [{ path: 'data.m', message: LAB_TEXT[language].tooManyCopies(many ?? '', most ?? '') }];
		};
		return { ok: false, errorsIn };
	}
	const all = written.of(JSON.stringify([copies, data]), () => {
		const times = <Row>(some: readonly Row[]): Row[] => Array.from({ length: copies }, () => some).flat();
		const { validation } = data;
		return {
			kind: 'inline',
			X: times(rows.X),
			y: times(rows.y),
			test: testOf(data),
			...(validation !== undefined && { validation }),
		};
	});
	noteDrawn(all, data, copies);
	return { ok: true, spec: { ...spec, data: all } };
}

readWith(readSpec);
