/** The words beside a decision boundary. */
export interface BoundaryKeyText {
	classes: readonly [string, string];
	line: string;
}

/** Every string that a visitor can see or hear; those that end in Html hold inline markup. */
export interface Text {
	siteName: string;
	pageTitle: string;
	description: string;
	skip: string;
	languageNavigation: string;
	theme: { legend: string; system: string; light: string; dark: string };
	titleHtml: string;
	deckHtml: string;
	equation: { label: string; number: string; symbolsHtml: string };
	/** What the marks and the shading of a boundary mean. */
	boundaryKey: BoundaryKeyText;
	footer: { licenceHtml: string; sourcesTitle: string; article: string; notebook: string; apiTitle: string };
	problem: {
		kind: string;
		description: (title: string) => string;
		remedyTitle: string;
		typeTitle: string;
		requestTitle: string;
		/** Of the request that does what that one meant. */
		repairedTitle: string;
	};
	notFound: { title: string; body: string; home: string };
}
