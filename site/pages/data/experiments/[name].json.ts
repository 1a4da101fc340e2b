/** The committed results as files of the site, from which the API answers `GET /experiments/{name}`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { committedResult } from '../../../../src/experiments/committed.ts';
import { EXPERIMENTS } from '../../../../src/experiments/registry.ts';

export const getStaticPaths = (() =>
	EXPERIMENTS.map(({ name }) => ({
		params: { name },
		props: { result: committedResult(name) },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.result));
