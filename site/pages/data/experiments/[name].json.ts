/** The committed results, judged, as files of the site, from which the API answers `GET /experiments/{name}`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { committedResult } from '../../../../src/experiments/committed.ts';
import { judgeResult } from '../../../../src/experiments/judgeResult.ts';
import { EXPERIMENTS } from '../../../../src/experiments/registry.ts';

export const getStaticPaths = (() =>
	EXPERIMENTS.map(({ name }) => {
		const result = committedResult(name);
		return { params: { name }, props: { result: result && { ...result, judged: judgeResult(name, result.measured) } } };
	})) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.result));
