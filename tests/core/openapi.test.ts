import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { OPERATIONS, openApiDocument } from '../../src/openapi/document.ts';

test('the document is valid OpenAPI 3.1', async () => {
	const validator = new Validator();
	const result = await validator.validate(structuredClone(openApiDocument()));
	expect(result.errors).toBeUndefined();
	expect(result.valid).toBe(true);
	expect(validator.version).toBe('3.1');
});

test('operations have names of their own', () => {
	const { paths } = openApiDocument() as { paths: Record<string, Record<string, { operationId: string }>> };
	const names = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
	expect(new Set(names).size).toBe(OPERATIONS.length);
});
