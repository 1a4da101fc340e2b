/**
 * `npm pack` here: builds `dist/`, the client as JavaScript without dependencies, with its types. The program is
 * `src/client/`, bundled; its declarations are those of these files, over types that are made from the API's own document.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { type OpenApiDocument, openApiDocument } from '../../src/openapi/document.ts';

const here = import.meta.dirname;
const client = join(here, '../../src/client');
const dist = join(here, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const { metafile } = await build({
	entryPoints: [join(client, 'index.ts')],
	outfile: join(dist, 'index.js'),
	bundle: true,
	format: 'esm',
	platform: 'neutral',
	target: 'es2022',
	metafile: true,
	absWorkingDir: client,
	logLevel: 'warning',
});
const files = Object.keys(metafile.inputs).filter((file) => !file.startsWith('..'));
for (const file of new Set(['index.ts', 'types.ts', ...files])) await declare(join(client, file), file);
await copyFile(join(here, 'routes.d.ts'), join(dist, 'routes.d.ts'));
await copyFile(join(here, '../../LICENSE'), join(here, 'LICENSE')); // npm packs the one of the package's own folder
const types = await openapiTS(forCallers(openApiDocument()) as unknown as Parameters<typeof openapiTS>[0] & object);
await writeFile(join(dist, 'openapi.d.ts'), astToString(types));

/** Writes the declarations of a file: what the repository's contract says, the package's routes say. */
async function declare(source: string, file: string): Promise<void> {
	const { outputText } = ts.transpileDeclaration(await readFile(source, 'utf8'), {
		fileName: file,
		compilerOptions: { target: ts.ScriptTarget.ES2022, strict: true },
		reportDiagnostics: true,
	});
	const text = outputText
		.replace(/(['"])\.\.\/(?:contract|schema)\/\w+\.ts\1/g, "'./routes.js'")
		.replace(/(['"]\.\/\w+)\.ts(['"])/g, '$1.js$2');
	await writeFile(join(dist, file.replace(/\.ts$/, '.d.ts')), text);
}

/** The document without what the client turns into errors, and without what only a reader needs. */
function forCallers(document: OpenApiDocument): OpenApiDocument {
	const paths = Object.fromEntries(
		Object.entries(document.paths).map(([path, operations]) => [
			path,
			Object.fromEntries(
				Object.entries(operations).map(([method, operation]) => [
					method,
					{
						...operation,
						responses: Object.fromEntries(
							Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
						),
					},
				]),
			),
		]),
	);
	return { ...document, paths };
}
