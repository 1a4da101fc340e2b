import type { Language } from '../../../src/language.ts';

/** The test losses of the three networks, and what they were trained with. */
interface Told {
	lambda: string;
	copies: string;
	jitter: string;
	m: string;
	few: string;
	copied: string;
	fresh: string;
}

interface RowsText {
	title: string;
	captionOnce: (told: Told) => string;
	captionCopies: (told: Told) => string;
	/** Copies that help, because λ was too strong for the thirty. */
	captionTooStrong: (told: Told) => string;
	/** Copies that help by luck, or change nothing. */
	captionLucky: (told: Told) => string;
	captionNoChange: (told: Told) => string;
	captionJitter: (told: Told) => string;
	few: (m: string) => string;
	/** Of so many moons. */
	copied: (few: string, copies: string, isOnce: boolean) => string;
	fresh: (m: string) => string;
	result: (loss: string) => string;
	boundary: (panel: string, lambda: string, loss: string) => string;
	lambda: string;
	copies: string;
	jitter: string;
}

export const ROWS_TEXT: Record<Language, RowsText> = {
	en: {
		title: 'λ/2m counts rows. It cannot tell whether they say anything new.',
		captionOnce: ({ lambda, few }) =>
			`With each moon there once, all three networks learn the same thirty rows: with λ = ${lambda} their test loss is ${few}.`,
		captionCopies: ({ lambda, copies, m, few, copied, fresh }) =>
			`With ${copies} copies of each, the same thirty moons tell the network nothing new, yet λ/2m counts ${m} rows and weakens: at λ = ${lambda} the test loss goes from ${few} to ${copied}, where ${m} different moons bring it to ${fresh}.`,
		captionTooStrong: ({ lambda, copies, m, few, copied, fresh }) =>
			`λ = ${lambda} was too strong for thirty points; counting each ${copies} times weakens it, and the test loss falls from ${few} to ${copied}. With ${m} different moons it is ${fresh}.`,
		captionLucky: ({ lambda, copies, m, few, copied, fresh }) =>
			`With ${copies} copies of each, the same thirty moons tell the network nothing new, yet λ/2m counts ${m} rows and weakens. At λ = ${lambda} this one training happens to gain by it: its test loss goes from ${few} to ${copied}, and with ${m} different moons to ${fresh}.`,
		captionNoChange: ({ lambda, copies, m, copied, fresh }) =>
			`With ${copies} copies of each, the same thirty moons tell the network nothing new, yet λ/2m counts ${m} rows and weakens. At λ = ${lambda} that hardly matters: the test loss stays at ${copied}, where ${m} different moons bring it to ${fresh}.`,
		captionJitter: ({ lambda, jitter, m, few, copied, fresh }) =>
			`Copies that are moved by noise of size ${jitter} act as a penalty of their own: with λ = ${lambda} the test loss is ${copied}, beside ${few} for the thirty moons and ${fresh} for ${m} different ones.`,
		few: (m) => `${m} moons`,
		copied: (few, copies, isOnce) => (isOnce ? `${few} moons, each once` : `${few} moons, each ${copies} times`),
		fresh: (m) => `${m} different moons`,
		result: (loss) => `test loss ${loss}`,
		boundary: (panel, lambda, loss) => `Decision boundary of ${panel} under λ/2m with λ = ${lambda}; test loss ${loss}`,
		lambda: 'strength λ',
		copies: 'copies',
		jitter: 'noise of the copies',
	},
	zh: {
		title: 'λ/2m 只数行数，分不清这些行有没有说新东西',
		captionOnce: ({ lambda, few }) =>
			`每个月牙点只出现一次，三个网络学的就是同样的 30 行：λ = ${lambda} 时测试损失都是 ${few}。`,
		captionCopies: ({ lambda, copies, m, few, copied, fresh }) =>
			`同样 30 个点重复 ${copies} 遍，什么新东西也没说，λ/2m 却数出 ${m} 行，于是退让：λ = ${lambda} 时测试损失从 ${few} 变成 ${copied}；换成 ${m} 个不同的点，则是 ${fresh}。`,
		captionTooStrong: ({ lambda, copies, m, few, copied, fresh }) =>
			`λ = ${lambda} 对 30 个点来说太强；每点重复 ${copies} 遍，惩罚变弱，测试损失从 ${few} 降到 ${copied}。换成 ${m} 个不同的点，则是 ${fresh}。`,
		captionLucky: ({ lambda, copies, m, few, copied, fresh }) =>
			`同样 30 个点重复 ${copies} 遍，什么新东西也没说，λ/2m 却数出 ${m} 行，于是退让。λ = ${lambda} 时，这一次训练碰巧因此得益：测试损失从 ${few} 变成 ${copied}；换成 ${m} 个不同的点，则是 ${fresh}。`,
		captionNoChange: ({ lambda, copies, m, copied, fresh }) =>
			`同样 30 个点重复 ${copies} 遍，什么新东西也没说，λ/2m 却数出 ${m} 行，于是退让。λ = ${lambda} 时，这几乎没有影响：测试损失仍是 ${copied}；换成 ${m} 个不同的点，则是 ${fresh}。`,
		captionJitter: ({ lambda, jitter, m, few, copied, fresh }) =>
			`给副本加一点扰动（大小为 ${jitter}），它们自己就成了一种惩罚：λ = ${lambda} 时测试损失是 ${copied}；只用 30 个点是 ${few}，用 ${m} 个不同的点是 ${fresh}。`,
		few: (m) => `${m} 个月牙点`,
		copied: (few, copies, isOnce) => (isOnce ? `${few} 个月牙点，每点一遍` : `${few} 个月牙点，每点 ${copies} 遍`),
		fresh: (m) => `${m} 个不同的月牙点`,
		result: (loss) => `测试损失 ${loss}`,
		boundary: (panel, lambda, loss) => `${panel}，惩罚为 λ/2m，λ = ${lambda} 时的决策边界；测试损失为 ${loss}`,
		lambda: '强度 λ',
		copies: '副本数',
		jitter: '副本的扰动',
	},
};
