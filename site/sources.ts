/** Where readers report mistakes, FEEDBACK_URL of the build; without it no page asks for them. */
export const FEEDBACK: string | undefined = import.meta.env.FEEDBACK_URL;

/** The origin in examples of a build that does not know its own (SITE_URL): that of `npm start`. */
export const EXAMPLE_ORIGIN = 'http://localhost:8787';

/** When the text was last changed. */
export const UPDATED = '2026-11-30';
