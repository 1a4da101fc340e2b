/** Languages in which the core speaks to people: messages of `/explain`, caveats of `/convert`, sentences of experiments. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A text in every language of the project. */
export type Text = Record<Language, string>;
