import type { Note } from '../codeReading/reading.ts';

/** Schedules that fall to 0 by the end of a run, after a warmup or without: the mean of η is half the one that is written. */
const TO_ZERO = /^(linear|cosine|get_(linear|cosine)_schedule_with_warmup)$/;

/**
 * The mean of η over a run of t epochs, as a share of the η that is written: ½(1 + ε) + ½(1 − ε)·sin(x)/x of a cosine of period P
 * down to ε·η, x = πt/P, and Σγ^⌊k/s⌋/t of steps of s epochs.
 *
 * @returns null where the schedule is not known so far, or counts what are no epochs
 */
export function meanRate({ params }: Note, epochs: number, learningRate: number): number | null {
	const [period, least, every, factor] = [params.period, params.least, params.every, params.factor].map(Number);
	if (TO_ZERO.test(String(params.name))) return 0.5;
	if (period && least !== undefined && period <= 2 * epochs) {
		const [angle, end] = [(Math.PI * epochs) / period, least / learningRate];
		return (1 + end) / 2 + ((1 - end) * Math.sin(angle)) / angle / 2;
	}
	if (!every || !factor || every > epochs) return null;
	const whole = Math.floor(epochs / every);
	const steps = Array.from({ length: Math.min(whole, 1000) }, (_, step) => factor ** step);
	const rest = (epochs - whole * every) * factor ** whole;
	return (every * steps.reduce((sum, one) => sum + one, 0) + rest) / epochs;
}
