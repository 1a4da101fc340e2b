import { Arguments } from './calls.ts';
import type { Source } from './reading.ts';
import { TARGET } from './seenData.ts';

/** How many numbers a network says of an example: the columns of targets that are made, or the units of the last layer. Null where nothing says it. */
export function readOutputs({ calls, program, scope }: Source): number | null {
	for (const binding of program.bindings) {
		const { target, value } = binding;
		if (target.kind !== 'name' || !TARGET.test(target.name) || value?.kind !== 'call') continue;
		const shape = value.args.map((one) => scope.resolve(one.value, binding));
		const axes = shape[0]?.kind === 'list' ? shape[0].items : shape.filter((one) => one?.kind === 'number');
		const columns = axes[1] && scope.number(axes[1], binding).value;
		const isMade = /^(torch|np|jnp)(\.random)?\.(rand|randn|zeros|ones|normal)$/.test(scope.written(value.callee));
		if (isMade && columns) return columns;
	}
	const last = calls.findLast(({ name }) => /^(Linear|Dense)$/.test(name));
	const units = last && new Arguments(last, scope).get(['out_features', 'units'], last.name === 'Dense' ? 0 : 1);
	return units ? scope.number(units, last.use).value : null;
}
