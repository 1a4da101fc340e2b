/** What a press on a picture does while examples are edited. */
export const TOOLS = ['move', 'add0', 'add1', 'flip', 'duplicate', 'remove'] as const;
export type Tool = (typeof TOOLS)[number];
