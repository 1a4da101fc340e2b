/** What the text of the article (`site/content/article/`) may name. */
import BeliefFigure from '../figures/belief/BeliefFigure.astro';
import BowlFigure from '../figures/bowl/BowlFigure.astro';
import ByHeartFigure from '../figures/byHeart/ByHeartFigure.astro';
import DerivationFigure from '../figures/derivation/DerivationFigure.astro';
import MovingFigure from '../figures/moving/MovingFigure.astro';
import PenaltyFigure from '../figures/penalty/PenaltyFigure.astro';
import RowsFigure from '../figures/rows/RowsFigure.astro';
import ShrinkFigure from '../figures/shrinkOrCut/ShrinkFigure.astro';
import SpellingsFigure from '../figures/spellings/SpellingsFigure.astro';
import StoppingFigure from '../figures/stopping/StoppingFigure.astro';
import DecayFigure from '../figures/tooMuch/DecayFigure.astro';
import ValleyFigure from '../figures/valley/ValleyFigure.astro';
import WitnessesFigure from '../figures/witnesses/WitnessesFigure.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import EquationOne from './EquationOne.astro';
import N from './N.astro';
import Note from './Note.astro';
import RecipeBox from './RecipeBox.astro';
import Scoreboard from './Scoreboard.astro';

export const components = {
	BeliefFigure,
	BowlFigure,
	ByHeartFigure,
	Cite,
	Claim,
	DerivationFigure,
	EquationOne,
	MovingFigure,
	N,
	Note,
	PenaltyFigure,
	RecipeBox,
	RowsFigure,
	Scoreboard,
	ShrinkFigure,
	SpellingsFigure,
	StoppingFigure,
	DecayFigure,
	ValleyFigure,
	WitnessesFigure,
};
