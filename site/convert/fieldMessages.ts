import type { z } from 'zod';
import type { Language } from '../../src/language.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { fieldErrorsIn } from '../text/fieldErrorsIn.ts';

/** What is wrong with a query, by field, in the reader's language. */
export function errorsIn(language: Language, wrong: z.ZodError | FieldError[], input: unknown): FieldError[] {
	if (!Array.isArray(wrong)) {
		return fieldErrorsIn(language, wrong, { input, schema: convertQuerySchema }, ({ path, given }) =>
			ofRule(path, given),
		);
	}
	return language === 'en' ? wrong : wrong.map(({ path }) => ({ path, message: REFUSALS[path] ?? '这个值不行' }));
}

/** What a rule between fields refuses. */
function ofRule(path: string, given: string): string {
	switch (path) {
		case 'newM':
			return `${given} 就是 m，没有什么要换的：请填另一个数，或留空`;
		case 'batchSize':
			return `批里的样本（${given}）比训练样本还多：至多取 m，或留空`;
		default:
			return `${given} 太接近 0，换算时会舍入成 0`;
	}
}

/** What `convert` refuses although each field is well formed. */
const REFUSALS: Readonly<Record<string, string>> = {
	loss: '所选的库不用这个损失训练，请另选一个，或留给它自己的损失',
	value: '换算不出有限的强度；C = 1/λ 这类写法必须大于 0',
};
