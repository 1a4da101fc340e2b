import { everyPart, hasPart } from './calls.ts';
import { plain } from './formParts.ts';
import { calledName, type PenaltyForm, type Placed, productOf } from './products.ts';
import type { Decay, Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { areWeights } from './weights.ts';

/** A decay within a step: what stands before the weights there, and the η that it was multiplied by. */
export interface Step {
	expression: Expression;
	use: Use;
	form: PenaltyForm;
	rate: Placed | null;
}

const RATE = /(^|_)(lr|eta|learning_?rate|step_?size)\d*(_\w)?$/i;
/** A name that η has where nothing else has one of its names. */
const RATE_ELSE = /^alpha$/;
/** What only an optimizer has that divides its steps by the size of gradients: its decay is not that of SGD. */
const ADAPTIVE = /adam|rmsprop|adagrad|^(exp_avg\w*|addcdiv_?|beta_?2|betas|v_?hat)$/i;

/** Whether a text has steps that are none of SGD. */
export const isAdaptive = ({ program: { words } }: Source): boolean => words.some(({ word }) => ADAPTIVE.test(word));

/** What stands before weights, without the η; null where nothing of it is one. */
export function withoutRate(form: PenaltyForm): Pick<Step, 'form' | 'rate'> | null {
	const { above } = form;
	const named = (pattern: RegExp) =>
		above.filter(({ expression: one }) => (one.kind === 'name' || one.kind === 'member') && pattern.test(one.name));
	const [rate, other] = [...named(RATE), ...named(RATE_ELSE)];
	const rest = above.filter((one) => one !== rate);
	if (!rate || rest.length === 0 || (other && RATE.test(calledName(other.expression)))) return null;
	return { form: { ...form, above: rest }, rate };
}

/**
 * Weights that are shrunk beside the step, `w *= 1 - lr * lam`, `(1 - eta * lam / n) * w`, `p.mul_(1 - lr * wd)`, and what is added
 * to their gradients in place, `p.grad.add_(p, alpha=wd)`. What is not read of it has no `form`.
 */
export function stepsOf(source: Source): (Omit<Step, 'form'> & { form: PenaltyForm | null })[] {
	const { program } = source;
	const isUnlike = isAdaptive(source);
	const isOf = (one: Expression, use: Use) => areWeights(one, source, use, one) && !isAverage(one, source);
	const shrunk = (expression: Expression, weights: Expression, by: Expression, use: Use) => {
		const { above, below } = productOf(by, use);
		const step = isUnlike ? null : withoutRate(halved({ above, below, behind: [weights] }));
		return [{ expression, use, form: null, rate: null, ...step }];
	};
	const within = program.expressions.flatMap(({ expression: whole, blocks }) =>
		[...everyPart(whole)].flatMap((expression) => {
			const use = { from: expression.from, blocks };
			if (expression.kind === 'operation' && expression.operator === '*') {
				const [left, right] = expression.operands;
				const by = lessThanOne(left) ?? lessThanOne(right);
				const weights = [left, right].find((one) => one && isOf(one, use));
				const isVariance = by && weights && source.scope.written(by) === source.scope.written(weights); // p(1 − p)
				return by && weights && !isVariance ? shrunk(expression, weights, by, use) : [];
			}
			if (expression.kind !== 'call' || expression.callee.kind !== 'member') return [];
			const { name, of } = expression.callee;
			const [first, ...more] = expression.args;
			const by = name === 'mul_' ? lessThanOne(first?.value) : undefined;
			if (by && isOf(of, use)) return shrunk(expression, of, by, use);
			const alpha = more.find((one) => one.name === 'alpha')?.value;
			const isAdded = name === 'add_' && hasPart(of, (one) => one.kind === 'member' && one.name === 'grad');
			if (!isAdded || !first || !alpha || !isOf(first.value, use) || isUnlike) return [];
			return [{ expression, use, form: halved({ ...productOf(alpha, use), behind: [first.value] }), rate: null }];
		}),
	);
	const changed = program.bindings.flatMap(({ target, by, from, blocks }) => {
		const factor = by && /\*=/.test(program.text.slice(target.to, by.from)) ? lessThanOne(by) : undefined;
		const use = { from, blocks };
		return by && factor && isOf(target, use) ? shrunk({ ...by, from: target.from }, target, factor, use) : [];
	});
	return [...within, ...changed];
}

/** The penalty ½d·‖w‖² of what stands before weights in a gradient. */
export const halved = (form: Pick<PenaltyForm, 'above' | 'below' | 'behind'>): PenaltyForm => ({
	...plain('squares'),
	...form,
	halvings: 1,
});

/** A gradient that is divided by the size of past ones: the step of Adam, beside which a decay is none of a penalty. */
export const isScaled = (one: Expression, { scope }: Source, use: Use): boolean => {
	const [bound] = one.kind === 'name' ? scope.parts(one.name, use) : [];
	return hasPart(
		bound?.value ?? one,
		(part) => part.kind === 'operation' && part.operator === '/' && /sqrt|v_?hat/.test(scope.written(part)),
	);
};

/** Averages and buffers that are moved in place, and are no weights. */
export const isAverage = (one: Expression, { scope }: Source): boolean =>
	/ema|avg|mean|var|buf|momentum|shadow|moment/i.test(scope.written(one));

/** What `1 - x` takes off. */
function lessThanOne(one: Expression | undefined): Expression | undefined {
	const [first, second] = one?.kind === 'operation' && one.operator === '-' ? one.operands : [];
	return first?.kind === 'number' && first.value === 1 ? second : undefined;
}

/** How weights step that are stepped by hand. */
export const steppedBy = (rate: Placed | null, { scope }: Source): Decay['optimizer'] =>
	rate && {
		...{ kind: 'sgd', momentum: 0, nesterov: false },
		learningRate: scope.number(rate.expression, rate.use),
	};
