/** What figures draw of the study, as a file of the site. */
import type { APIRoute } from 'astro';
import { PUBLISHED_PICTURES } from '../../figures/study/publishedPictures.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(PUBLISHED_PICTURES));
