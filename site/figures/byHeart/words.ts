import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Trace } from '../../../src/schema/run.ts';
import { BY_HEART_TEXT } from '../../text/figures/byHeart.ts';
import { POINTS } from '../thirtyMoons.ts';

/** What the figure tells of a training, an entry for each moment that was measured. */
export type Told = Pick<Trace, 'epoch' | 'dataLoss' | 'testLoss' | 'trainAccuracy'>;

interface Moment {
	epoch: number;
	/** Of the thirty points, those on their own side. */
	right: number;
	training: number;
	fresh: number;
}

/** A training at a moment; null where it had diverged by then. */
export function momentOf({ epoch, dataLoss, testLoss, trainAccuracy }: Told, at: number): Moment | null {
	const i = epoch.indexOf(at);
	const [training, fresh, share] = [dataLoss[i], testLoss[i], trainAccuracy?.[i]];
	if (typeof training !== 'number' || typeof fresh !== 'number' || typeof share !== 'number') return null;
	return { epoch: at, right: Math.round(share * POINTS), training, fresh };
}

/** The moment with the least loss on fresh points. */
function bestOf(told: Told): { epoch: number; fresh: number } {
	const losses = told.testLoss.map((loss) => loss ?? Number.POSITIVE_INFINITY);
	const fresh = Math.min(...losses);
	return { epoch: told.epoch[losses.indexOf(fresh)] ?? 0, fresh };
}

const say = (value: number, language: Language) => formatInProse(value, { language, digits: 2 });
const sayEpoch = (value: number, language: Language) => formatInProse(value, { language });

/** Where to look, with the numbers of the moment. */
export function byHeartCaption(told: Told, epoch: number, language: Language): string {
	const text = BY_HEART_TEXT[language];
	const moment = momentOf(told, epoch);
	if (!moment) return text.diverged;
	if (epoch === 0) return text.captionStart({ right: moment.right, test: say(moment.fresh, language) });
	const best = bestOf(told);
	const now = {
		epoch: sayEpoch(epoch, language),
		right: text.right(moment.right),
		test: say(moment.fresh, language),
	};
	return epoch <= best.epoch
		? text.captionBefore(now)
		: text.captionAfter({ ...now, best: say(best.fresh, language), bestEpoch: sayEpoch(best.epoch, language) });
}

/** What a screen reader says of the boundary and of the chart. */
export function byHeartLabels(told: Told, epoch: number, language: Language): { boundary: string; losses: string } {
	const text = BY_HEART_TEXT[language];
	const moment = momentOf(told, epoch);
	if (!moment) return { boundary: text.diverged, losses: text.diverged };
	const at = sayEpoch(epoch, language);
	return {
		boundary: text.boundary(at, text.right(moment.right)),
		losses: text.losses(at, say(moment.training, language), say(moment.fresh, language)),
	};
}
