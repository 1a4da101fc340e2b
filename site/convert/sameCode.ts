import type { Language } from '../../src/language.ts';
import { type CodeFields, readBox } from './codeState.ts';

/** What a reader has entered beside a code, and which code that was. */
export interface Answered {
	code: string;
	fields: CodeFields;
}

/**
 * What is left of a reader's answers beside a code: all that the code still asks, where it is the one that was answered or an edit of
 * it; nothing beside another code, which asks anew.
 */
export function answersFor(code: string, { code: before, fields }: Answered, language: Language): CodeFields {
	if (!isSameCode(before, code, language)) return {};
	const { optimizer } = fields; // more may be asked once it is known
	const asked = [{}, optimizer === undefined ? {} : { optimizer }].flatMap(
		(known) => readBox(code, known, language).answer.missing,
	);
	return Object.fromEntries(Object.entries(fields).filter(([name]) => asked.some((one) => one === name)));
}

/**
 * Whether a code is an edit of another: the same decays of the same optimizers, and names of which none has been replaced, those of
 * its data among them. Numbers may be others, and lines more or fewer.
 */
function isSameCode(before: string, now: string, language: Language): boolean {
	if (before === now) return true;
	const [one, other] = [before, now].map((code) => decaysIn(code, language));
	if (one !== other) return false;
	const [had, has] = [namesIn(before), namesIn(now)];
	const isWithin = (some: Set<string>, others: Set<string>) => [...some].every((name) => others.has(name));
	return isWithin(had, has) || isWithin(has, had);
}

const decaysIn = (code: string, language: Language): string =>
	JSON.stringify(
		readBox(code, {}, language).answer.decays.map(({ name, library, optimizer }) => [name, library, optimizer?.kind]),
	);

const namesIn = (code: string): Set<string> => new Set(code.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
