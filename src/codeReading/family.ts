import type { Family } from './optimizers.ts';
import { lastName } from './path.ts';
import type { Program } from './syntax.ts';

/** Whose optimizer a path names, and whether that was assumed: the path and the imports do not say it. */
export function familyOf(path: string, program: Program): { family: Family; isAssumed: boolean } | null {
	const root = path.split('.').slice(0, -1).join('.');
	const name = lastName(path);
	if (/^optim_/.test(name)) return { family: 'r-torch', isAssumed: false };
	const known = ofRoot(root);
	if (known) return { family: known, isAssumed: false };
	if (root !== '' && !/^(optim|optimizers?|optimisers?|opt|opts|nn|self|K|k|tfk)(\.|$)/.test(root)) return null;
	if (/^optimizer_/.test(name)) return { family: 'keras', isAssumed: false };
	if (root.startsWith('optim') && root !== 'optimizers' && root !== 'optimizer')
		return { family: 'torch', isAssumed: false };
	if (root === 'optimizers' || root === 'tfk') return { family: 'keras', isAssumed: false };
	return assumed(program);
}

/** What is assumed of each text, which many of its calls ask for. */
const ASSUMED = new WeakMap<Program, { family: Family; isAssumed: true }>();

/** Whose optimizers a text has that does not say it: those of the one library that it imports, or whose words it has. */
function assumed(program: Program): { family: Family; isAssumed: true } {
	const known = ASSUMED.get(program);
	if (known) return known;
	const { imports, words } = program;
	const imported = [...new Set(imports.map((one) => ofRoot(one.path)).filter((one) => one !== null))];
	const [only] = imported;
	const has = (...some: string[]) => words.some(({ word }) => some.includes(word));
	const isTorch = has('parameters', 'named_parameters', 'backward', 'zero_grad');
	const isKeras = !isTorch && (has('compile', 'keras', 'Dense') || (has('learning_rate') && !has('lr')));
	const family = only && imported.length === 1 ? only : isKeras ? 'keras' : 'torch';
	ASSUMED.set(program, { family, isAssumed: true });
	return { family, isAssumed: true };
}

function ofRoot(root: string): Family | null {
	if (/^(tensorflow_addons|tfa)(\.|$)/.test(root)) return 'tfa';
	if (/^transformers/.test(root)) return 'transformers';
	if (/(^|\.)keras(\.|$)|^tensorflow|^tf\b/.test(root)) return 'keras';
	if (
		/^(torch|timm|bitsandbytes|bnb|apex|deepspeed|lion_pytorch|schedulefree|torch_optimizer|composer|pytorch_lightning|lightning|torchvision)(\.|$)/.test(
			root,
		)
	) {
		return 'torch';
	}
	if (/^optax/.test(root)) return 'optax';
	if (/^mlx/.test(root)) return 'mlx';
	return /^paddle/.test(root) ? 'paddle' : null;
}
