/**
 * Each figure of the article is fetched when it comes near the screen: one script that knows them all, since a phone asks
 * for six files at a time.
 */
import { loadNear } from '../figures/kit/loadNear.ts';

loadNear('by-heart-figure', () => import('../figures/byHeart/ByHeartFigure.ts'));
loadNear('penalty-figure', () => import('../figures/penalty/PenaltyFigure.ts'));
loadNear('stopping-figure', () => import('../figures/stopping/StoppingFigure.ts'));
loadNear('shrink-figure', () => import('../figures/shrinkOrCut/ShrinkFigure.ts'));
loadNear('belief-figure', () => import('../figures/belief/BeliefFigure.ts'));
loadNear('spellings-figure', () => import('../figures/spellings/SpellingsFigure.ts'));
loadNear('decay-figure', () => import('../figures/tooMuch/DecayFigure.ts'));
loadNear('bowl-figure', () => import('../figures/bowl/BowlFigure.ts'));
loadNear('witnesses-figure', () => import('../figures/witnesses/WitnessesFigure.ts'));
loadNear('rows-figure', () => import('../figures/rows/RowsFigure.ts'));
loadNear('valley-figure', () => import('../figures/valley/ValleyFigure.ts'));
loadNear('moving-figure', () => import('../figures/moving/MovingFigure.ts'));
loadNear('derivation-figure', () => import('../figures/derivation/DerivationFigure.ts'));
