import type { z } from 'zod';
import type { Language } from '../../src/language.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import { type FieldError, fieldErrors } from '../../src/schema/fieldErrors.ts';
import { inChinese } from '../text/inChinese.ts';

type Input = Readonly<Record<string, unknown>>;

/** What is wrong with a query. In English these are the words of the API; in Chinese the same, said anew. */
export function errorsIn(language: Language, wrong: z.ZodError | FieldError[], input: Input): FieldError[] {
	const isRefusal = Array.isArray(wrong);
	if (language === 'en') return isRefusal ? wrong : fieldErrors(wrong, input, convertQuerySchema);
	if (isRefusal) return wrong.map(({ path }) => ({ path, message: REFUSALS[path] ?? '这个值不行' }));
	return wrong.issues.map((issue) => {
		const path = issue.path.map(String).join('.');
		return {
			path,
			message: inChinese(issue, input[path], (given) => `批里的样本（${given}）比训练样本还多：至多取 m，或留空`),
		};
	});
}

/** What `convert` refuses although each field is well formed. */
const REFUSALS: Readonly<Record<string, string>> = {
	loss: '所选的库不用这个损失训练，请另选一个，或留给它自己的损失',
	value: '换算不出有限的强度；C = 1/λ 这类写法必须大于 0',
};
