import { nameOf } from '../../src/study/design.ts';
import { type OtherExponent, otherSeeds, placeOf } from '../../src/study/otherSeeds.ts';
import type { CaseSummary } from '../../src/study/summary.ts';
import { fixed, interval, range } from './format.ts';

/** Whether what was said of p holds for draws that nobody had seen. */
export function otherSeedsTable(summary: readonly CaseSummary[], others: readonly OtherExponent[]): string {
	const pairs = others.map((other) => {
		const committed = summary.find((each) => nameOf(each) === nameOf(other))?.exponent ?? null;
		return { other, committed, both: committed && other.p !== null ? { committed, p: other.p } : null };
	});
	const both = pairs.flatMap((pair) => pair.both ?? []);
	const predicted = both.filter(({ committed, p }) => isWithin(p, committed.predicted)).length;
	const confident = both.filter(({ committed, p }) => isWithin(p, committed)).length;
	const draws = new Set(others.map(({ task, firstSeed }) => `${task} ${firstSeed}`)).size;
	return [
		'## Other seeds',
		'',
		`Cases of \`src/study/otherSeeds.ts\`, a list by price that was fixed before, trained again on 16 other seeds (\`npm run study -- --others\`): ${others.length} of its ${otherSeeds().length},`,
		'as far as the time went; the rest, the dearest of the list, is not trained yet.',
		`Of the ${both.length} that have a p on both, **${predicted} lie in the interval of prediction** (19 of 20 are to be expected) and ${confident} in the confidence`,
		`interval, which has what the grid leaves open in it; ${others.length - both.length} have a p on one side only, or on none. They are fewer than they look: cases of one task and first seed share`,
		`their draws, ${draws} sets in all, and go astray together.`,
		'',
		'| task, model | optimizer | seeds from | p of the study | another 16 draws | p of these seeds | predicted | in the confidence interval |',
		'|---|---|---|---|---|---|---|---|',
		...pairs.map(({ other, committed, both: found }) => {
			const [task, model, optimizer] = nameOf(other).split(' ');
			const cells = [
				`${task}, ${model}`,
				optimizer,
				other.firstSeed,
				committed ? interval(committed, 1, 2) : '–',
				committed ? range(committed.predicted, 2) : '–',
				other.p === null ? '–' : fixed(other.p, 2),
				found ? sayPlace(found.p, found.committed.predicted) : '–',
				found ? sayPlace(found.p, found.committed) : '–',
			];
			return `| ${cells.join(' | ')} |`;
		}),
		'',
	].join('\n');
}

type Interval = Parameters<typeof placeOf>[1];
const isWithin = (value: number, given: Interval) => placeOf(value, given) === 'within';
const sayPlace = (value: number, given: Interval) => (isWithin(value, given) ? 'yes' : `**${placeOf(value, given)}**`);
