/** Where readers report mistakes: a fork sets its own address, here or as FEEDBACK_URL when it builds. */
export const FEEDBACK = import.meta.env.FEEDBACK_URL ?? 'https://github.com/YOUR-NAME/lambda-over-2m/issues';

/** When the text was last changed. */
export const UPDATED = '2026-11-23';
