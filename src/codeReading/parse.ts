import type { CodeLanguage } from '../schema/codeQuery.ts';
import { parsePython } from './parsePython.ts';
import { parseR } from './parseR.ts';
import { parseShell } from './parseShell.ts';
import { parseYaml } from './parseYaml.ts';
import type { Program } from './syntax.ts';

/** A text as the parser of its language understands it. */
export function parse(code: string, language: CodeLanguage): Program {
	switch (language) {
		case 'r':
			return parseR(code);
		case 'yaml':
			return parseYaml(code);
		case 'shell':
			return parseShell(code);
		case 'python':
		case 'json':
			return parsePython(code);
	}
}
