import { at } from '../../at.ts';
import { argmin, bootstrap, mean, meanOf } from '../../statistics.ts';
import { range, tabulate } from './combinations.ts';
import { choicesOf, type HeldOutLosses, JITTERS, type Task } from './jitteredNets.ts';

const PERCENT = 100;

/**
 * What a task's runs say: gains of what validation chose without jitter, beside the jitter that it chose, and beside the largest.
 *
 * @param losses by jitter, choice and seed
 */
export function gainsBesideJitter(task: Task, losses: readonly HeldOutLosses[], seeds: number) {
	const choices = choicesOf(task);
	const decays = range(choices.length).filter((choice) => at(choices, choice).dropout === 0);
	const dropouts = range(choices.length).filter((choice) => at(choices, choice).lambda === 0);
	const shape = [JITTERS[task].length, choices.length, seeds] as const;
	const table = (part: keyof HeldOutLosses) =>
		tabulate(losses, shape, (each) => each?.[part] ?? Number.POSITIVE_INFINITY);
	const [validation, test] = [table('validation'), table('test')]; // [jitter][choice][seed]
	const lossAt = (of: number[][][], jitter: number, choice: number, seed: number) =>
		at(at(at(of, jitter), choice), seed);
	const choose = (jitter: number, among: readonly number[], seed: number) =>
		argmin(
			among,
			among.map((choice) => lossAt(validation, jitter, choice, seed)),
		);
	const eachSeed = (value: (seed: number) => number) => range(seeds).map(value);
	const bestJitter = eachSeed((seed) => {
		const all = range(JITTERS[task].length);
		return argmin(
			all,
			all.map((jitter) => lossAt(validation, jitter, 0, seed)),
		);
	});
	const without = (jitter: (seed: number) => number) => eachSeed((seed) => lossAt(test, jitter(seed), 0, seed));
	const withChosen = (jitter: (seed: number) => number, among: readonly number[]) =>
		eachSeed((seed) => lossAt(test, jitter(seed), choose(jitter(seed), among, seed), seed));
	const gain = (jitter: (seed: number) => number, among: readonly number[]) => {
		const chosen = withChosen(jitter, among);
		return meanOf(without(jitter).map((loss, seed) => loss - at(chosen, seed)));
	};
	const lambdas = (jitter: (seed: number) => number) =>
		eachSeed((seed) => at(choices, choose(jitter(seed), decays, seed)).lambda);
	const saved = (among: readonly number[]) =>
		JITTERS[task].map((_, jitter) => {
			const [free, chosen] = [without(() => jitter), withChosen(() => jitter, among)];
			return bootstrap(seeds, (sample) => {
				const average = (losses: readonly number[]) => mean(sample.map((seed) => at(losses, seed)));
				return PERCENT * (1 - average(chosen) / average(free));
			});
		});
	const none = () => 0;
	const beside = (seed: number) => at(bestJitter, seed);
	const beyond = () => JITTERS[task].length - 1;
	return {
		measured: {
			decayGainAlone: gain(none, decays),
			decayGainBeside: gain(beside, decays),
			decayGainBeyond: gain(beyond, decays),
			dropoutGainAlone: gain(none, dropouts),
			dropoutGainBeside: gain(beside, dropouts),
			dropoutGainBeyond: gain(beyond, dropouts),
			lambdaAlone: meanOf(lambdas(none)),
			lambdaBeside: meanOf(lambdas(beside)),
			lambdaBeyond: meanOf(lambdas(beyond)),
			lambdaChange: meanOf(lambdas(beyond).map((value, seed) => value - at(lambdas(none), seed))),
			lambdaChangeBeside: meanOf(lambdas(beside).map((value, seed) => value - at(lambdas(none), seed))),
			chosenJitter: meanOf(bestJitter.map((jitter) => at(JITTERS[task], jitter))),
			lossWithJitterAlone: meanOf(without(beside)),
			lossWithDecayAlone: meanOf(withChosen(none, decays)),
			lossBeyond: meanOf(without(beyond)),
			lossRiseBeyond: meanOf(without(beyond).map((loss, seed) => loss - at(without(beside), seed))),
		},
		savedByDecay: saved(decays),
		savedByDropout: saved(dropouts),
	};
}
