import type { Language } from '../../src/language.ts';
import { addressIn } from '../text/languages.ts';

/** A live figure of the article, whose element is `figure-` and this name. */
type ArticleFigure =
	| 'same-lambda-more-data'
	| 'by-heart'
	| 'a-penalty'
	| 'early-stopping'
	| 'shrink-or-cut'
	| 'belief-meets-data'
	| 'derivation'
	| 'six-spellings'
	| 'the-bowl'
	| 'too-much-decay'
	| 'ten-million-witnesses'
	| 'new-or-same-rows'
	| 'the-valley'
	| 'cost-of-moving';

/** The figure that shows what an experiment trains or computes; those of the others are on the replication page. */
export const FIGURE_OF_CLAIM: Readonly<Record<string, ArticleFigure>> = {
	overfitting: 'a-penalty',
	'exact-zeros': 'shrink-or-cut',
	'posterior-is-objective': 'derivation',
	'gradient-factor': 'six-spellings',
	bowl: 'the-bowl',
	'decay-under-adam': 'the-bowl',
	'unstable-decay': 'too-much-decay',
	'weight-of-one-example': 'ten-million-witnesses',
	'lambda-size-map': 'the-valley',
	'lambda-exponent': 'the-valley',
	'moving-lambda': 'cost-of-moving',
};

/** Where a claim of the article leads: to the figure that shows it, else to its row on the replication page. */
export function addressOfClaim(experiment: string, language: Language): string {
	const figure = FIGURE_OF_CLAIM[experiment];
	return figure ? `#figure-${figure}` : `${addressIn(language, '/replication/')}#${experiment}`;
}
