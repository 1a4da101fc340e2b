import { Hono } from 'hono';

/** The least that a Hono app can do: what a cached read is measured against. */
export default new Hono().get('/', (context) => context.text('hello'));
