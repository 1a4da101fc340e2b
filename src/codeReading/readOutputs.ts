import { Arguments } from './calls.ts';
import type { Source } from './reading.ts';
import { TARGET } from './seenData.ts';

/** How many numbers a network says of an example: the columns of targets that are made, or the units of the last layer. Null where nothing says it. */
export function readOutputs({ calls, program, scope }: Source): number | null {
	const bound = program.bindings.flatMap(({ target, value, from, blocks }) =>
		target.kind === 'name' && TARGET.test(target.name) && value ? [{ made: value, use: { from, blocks } }] : [],
	);
	const held = calls.flatMap(({ name, call, use }) => {
		const made = name === 'TensorDataset' ? call.args[1]?.value : undefined; // `TensorDataset(torch.randn(1000, 10), torch.randn(1000, 3))`
		return made ? [{ made, use }] : [];
	});
	for (const { made, use } of [...bound, ...held]) {
		if (made.kind !== 'call') continue;
		const shape = made.args.map((one) => scope.resolve(one.value, use));
		const axes = shape[0]?.kind === 'list' ? shape[0].items : shape.filter((one) => one?.kind === 'number');
		const columns = axes[1] && scope.number(axes[1], use).value;
		const isMade = /^(torch|np|jnp)(\.random)?\.(rand|randn|zeros|ones|normal)$/.test(scope.written(made.callee));
		if (isMade && columns) return columns;
	}
	const last = calls.findLast(({ name }) => /^(Linear|Dense)$/.test(name));
	const units = last && new Arguments(last, scope).get(['out_features', 'units'], last.name === 'Dense' ? 0 : 1);
	return units ? scope.number(units, last.use).value : null;
}
