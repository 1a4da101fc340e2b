import { countDecided } from '../../../src/experiments/judge.ts';
import type { Language } from '../../../src/language.ts';
import type { ClaimVerdict, Rule, Verdict } from '../../../src/schema/judged.ts';
import type { KINDS } from './provenance.ts';

/** How many rows there are, and how many of them come out in which way. */
type Counts = Record<Verdict | 'rows', number>;

/** How many come out in which way; of `none` nothing is expected with a reader's choice. */
type Verdicts = Record<Verdict, number> & { none?: number };

/** The words of the page on which every claim can be computed again. */
interface ReplicationText {
	title: string;
	description: string;
	introHtml: readonly string[];
	/** Folds what statuses and verdicts mean. */
	rules: string;
	statusesHtml: string;
	/** What a row is, and how many there are. */
	counted: (rows: number, controls: number, experiments: number, claims: number) => string;
	/** The table of how many come out in which way, by what gave the expectation and by when its range was set. */
	counts: {
		caption: string;
		bySource: string;
		byTime: string;
		sources: Record<(typeof KINDS)[number], string>;
		before: string;
		after: string;
		all: string;
		/** The heading of the controls, and their row. */
		apart: string;
		controls: string;
		columns: Record<'rows' | Verdict, string>;
	};
	/** The rules of verdicts. */
	rulesHtml: readonly string[];
	/** Which of them decides of a row. */
	decides: Record<Rule, string>;
	/** How a claim comes out of its rows. */
	claimVerdict: Record<ClaimVerdict, string>;
	/** A claim's verdict, with its count where it is held in part: `held in part: 2 of 6`. @param counts of its rows */
	badge: (verdict: ClaimVerdict, counts: Verdicts) => string;
	/** Heads of how claims come out, each by the rows of all its experiments; of how experiments do; of how rows do. */
	tally: { byClaim: (total: number) => string; byExperiment: (total: number) => string; byRow: string };
	/** One way, how many come out in it, and links to them. */
	tallied: (verdict: string, count: number, links: readonly string[]) => string;
	/** Results of others or of an earlier run, rows whose range was set before any result, and those without a verdict: a line a count. */
	tallyOfRows: (found: Counts, before: Counts, identities: Counts, all: Counts) => string[];
	/** The line of a claim that was computed with other parameters than the published ones. @param passing of `passing` @param published of `claimVerdict` */
	withChoice: (passing: string, published: string) => string;
	/** Where the code is. @param file of the claim in camel case @param name of the experiment */
	source: (file: string, name: string) => string;
	/** How the rows of one experiment come out, and apart from them its controls. */
	passing: (counts: Verdicts, controls: Verdicts) => string;
	/** @param outcome a word of `outcome` @param passing its rows that pass @param decided those that have a verdict */
	outcomeWith: (outcome: string, passing: number, decided: number) => string;
	outcome: Record<'same' | 'other' | 'failed', string>;
	none: (total: number) => string;
	/** What computing all of them does. @param counted those that count the study's committed cases */
	recomputedHtml: (trained: number, counted: number) => string;
	/** @param counts of the same, of others, of those that did not run, and how many of all only count the study's cases again */
	done: (total: number, counts: Record<'same' | 'other' | 'failed' | 'recounted', number>) => string;
	/** A button that computes all, or those that are left of them. */
	all: (left: number, total: number) => string;
	computing: string;
	stop: string;
	forget: string;
	/** Of an address on the page. */
	unknown: (name: string) => string;
	valuesHtml: (count: number, worst: string) => string;
	claim: (numbers: readonly number[]) => string;
	expected: string;
	/** The same where the numbers beside it are of other parameters than the published ones. */
	expectedPublished: string;
	measured: string;
	interval: string;
	/** The heading of what bears an expectation out, and that. */
	passes: string;
	passesPublished: string;
	/** Which rule decides, and by which a range was set. */
	ruled: (decides: string, rule: string) => string;
	/** @param control the field that must pass before the row says anything, as it is expected */
	controlled: (control: string) => string;
	/** Of a row that is a control. */
	control: string;
	/** @param range that its 95% interval must touch, or in which all of it must lie */
	inInterval: Record<'interval' | 'whole', (range: string) => string>;
	/** An interval must reach down to a number, too. */
	reaching: (reaches: string) => string;
	/** The heading of whether it passes. */
	verdict: string;
	range: (from: string, to: string) => string;
	field: string;
	further: (count: number) => string;
}

const totalOf = (counts: Verdicts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

export const REPLICATION_TEXT: Record<Language, ReplicationText> = {
	en: {
		title: 'Replication',
		description:
			'Every claim of the article with its status, its figure, its interval and a button that computes it again; the 66 published values of the notebook beside ours.',
		introHtml: [
			'Every claim of the article: what we expected, what came out, and a button that computes it again, in your browser or on the server.',
		],
		rules: 'How a row passes, and what the evidence is called',
		statusesHtml:
			'<b>Evidence</b> is what a claim rests on, not whether its rows pass. In brackets is its word in the API. <b>derived and checked</b> (<code>proved</code>): a theorem or identity that the experiment checks, on one draw or many; <b>measured</b> (<code>measured</code>): our own result in the stated setting; <b>reproduced</b> (<code>reproduced</code>): a published number, obtained again; <b>conditional</b> (<code>contested</code>): true only under stated assumptions. Intervals span 95% of 1,000 bootstrap resamples.',
		counted: (rows, controls, experiments, claims) =>
			`A row is one number that was expected: ${rows}, in ${experiments} experiments for ${claims} claims. ${controls} controls are counted apart: they only say whether an experiment could have shown something else. An identity that comes out is no result that is replicated, so they are counted apart.`,
		counts: {
			caption: 'How the rows come out',
			bySource: 'by what was expected',
			byTime: 'by when the range was set',
			sources: {
				derived: 'closed form, identity or theorem',
				found: 'a result of others, or of an earlier run',
				ours: 'a limit or direction of our own',
			},
			before: 'in an earlier commit than any result',
			after: 'with a result, or after a run of ours',
			all: 'all',
			apart: 'counted apart',
			controls: 'controls',
			columns: {
				rows: 'rows',
				passes: 'pass',
				fails: 'do not pass',
				'not-replicated': 'not replicated',
				open: 'open',
				'control-failed': 'void',
			},
		},
		rulesHtml: [
			'<b>The number.</b> Where it has no interval, it must lie in the range itself.',
			'<b>The same.</b> One value counts, such as a count, or a λ picked from a grid: it is that value again or it is not.',
			'<b>The interval.</b> Our 95% interval must touch what is expected, where that is one value: that of a closed form, the mean of an earlier run on other samples, or “no difference”. No mean over samples gives it again to the digit.',
			'<b>The whole interval.</b> Where a limit or a direction is expected (“between 0 and ½”, “it falls”), or a closed form is carried over to a network, where it is not exact (“to within a factor of 1.25”), all of it must lie in the range, so that chance does not pass for it; “no more help” must also reach down to 0. With values on both sides of an end the row is open.',
			'<b>A claim</b> is held where every row passes, held in part where some do, not held where none does, and open where no row has a verdict. Counts are of the rows that have one: “2 of 6” leaves out what is open or void.',
			'<b>A control</b> says whether the experiment could have shown something else. It is no row of a claim, in no count of rows, and counted apart. A row whose control fails is <b>void</b>: it has no verdict, whether it would pass or not.',
			'<b>Not replicated</b> is a result of others, or of an earlier run of ours, that did not come out again. Any other row that fails <b>does not pass</b>. The earlier number has no interval of its own, since its draws are not kept: ours is all there is, the chance in the earlier one is not counted, and so “not replicated” may be said too easily.',
			'<b>When a range was set.</b> What can be checked is the history of the source, file by file: <code>git log --follow</code> of a claim’s file and of its result has the range in an earlier commit, or does not. What was run without being committed no history tells. That limits and directions ask for the whole interval, not for the number alone, came later, and is stricter.',
			'Some rows are also held by automatic tests to a range wider than the one shown; a number beyond that does not pass either.',
		],
		decides: { number: 'The number:', same: 'The same:', interval: 'The interval:', whole: 'The whole interval:' },
		claimVerdict: { held: 'held', 'in-part': 'held in part', not: 'not held', open: 'open' },
		badge: (verdict, counts) => {
			const [decided, { passes, open }] = [countDecided(counts), counts];
			if (verdict !== 'in-part') return REPLICATION_TEXT.en.claimVerdict[verdict];
			return `held in part: ${passes} of ${decided}${passes === decided && open > 0 ? `, ${open} open` : ''}`;
		},
		tally: {
			byClaim: (total) => `${total} claims, as published, each with the rows of all its experiments`,
			byExperiment: (total) => `${total} experiments`,
			byRow: 'row by row',
		},
		tallied: (verdict, count, links) => `${count} ${verdict}${links.length > 0 ? `: ${links.join(', ')}` : ''}`,
		tallyOfRows: (found, before, identities, all) => [
			`${found.passes} of the ${countDecided(found)} decided results of others or of an earlier run came out again`,
			`${before.passes} of the ${before.rows} ranges set in an earlier commit than any result pass, ${identities.rows} of them closed forms or identities`,
			`${all.open} open: the interval has values on both sides of an end`,
			`${all['control-failed']} void: their control failed`,
		],
		withChoice: (passing, published) => `with your choice: ${passing} (published: ${published})`,
		source: (file, name) =>
			`In the source this site was built from: the experiment and what is expected of it, src/experiments/claims/${file}.ts; its result, src/experiments/results/${name}.json; again there: npm run experiment -- ${name}`,
		passing: (counts, controls) => {
			const {
				passes,
				fails,
				'not-replicated': notReplicated,
				open,
				'control-failed': controlFailed,
				none = 0,
			} = counts;
			const [decided, total, all] = [countDecided(counts), totalOf(counts), countDecided(controls)];
			const rows = decided === total ? '' : ` decided ${decided === 1 ? 'row' : 'rows'}`;
			const ofDecided = [
				decided === 0 ? 'no row is decided' : `${passes} of ${decided}${rows} ${passes === 1 ? 'passes' : 'pass'}`,
				...(fails > 0 ? [`${fails} ${fails === 1 ? 'does' : 'do'} not`] : []),
				...(notReplicated > 0 ? [`${notReplicated} not replicated`] : []),
			];
			return [
				ofDecided.join(', '),
				...(controlFailed > 0
					? [`${controlFailed} void, ${controlFailed === 1 ? 'its' : 'their'} control failed`]
					: []),
				...(open > 0 ? [`${open} open`] : []),
				...(none > 0 ? [`${none} without an expectation`] : []),
				...(all > 0
					? [
							`apart, ${controls.passes} of ${all} ${all === 1 ? 'control' : 'controls'} ${all === 1 || controls.passes === 1 ? 'passes' : 'pass'}`,
						]
					: []),
			].join('; ');
		},
		outcomeWith: (outcome, passing, decided) =>
			`${outcome}, ${passing} of ${decided} ${passing === 1 ? 'passes' : 'pass'}`,
		outcome: {
			same: 'recomputed by you: same numbers',
			other: 'recomputed by you: different numbers',
			failed: 'did not run here',
		},
		none: (total) => `You have recomputed 0 of ${total}.`,
		recomputedHtml: (computed, counted) =>
			`All of them are ${computed} recomputed and ${counted} recounted: those of the study count its committed cases (<code>docs/study/cells.json</code> in the source this site was built from) and train nothing. <code>npm run study</code> there trains it again.`,
		done: (total, { same, other, failed, recounted }) =>
			[
				`You have recomputed ${same + other} of ${total}`,
				recounted > 0 ? ` (${recounted} of them only recounted)` : '',
				other > 0
					? `: ${same} with the same numbers, ${other} with different ones`
					: same > 0
						? `, ${same === 1 ? 'with' : 'all with'} the same numbers`
						: '',
				failed > 0 ? `; ${failed} did not run` : '',
				'.',
			].join(''),
		all: (left, total) => (left === total ? `Recompute all ${total} here` : `Recompute the remaining ${left} here`),
		computing: 'computing …',
		stop: 'Stop',
		forget: 'Clear my results',
		unknown: (name) => `Nothing on this page is named “${name}”.`,
		valuesHtml: (count, worst) =>
			`The article that asked our question rests on six 30,000-epoch runs in <a href="https://github.com/grez911/machine-learning/blob/master/l2.ipynb">a notebook</a>, which prints the objective eleven times per run. Of these ${count} values, the one farthest from ours differs by ${worst} (relative): the notebook computes in 64 bits, our engine in 32.`,
		claim: (numbers) => `${numbers.length > 1 ? 'Claims' : 'Claim'} ${numbers.join(' and ')}`,
		expected: 'expected',
		expectedPublished: 'expected of the published parameters',
		measured: 'measured',
		interval: '95% interval',
		passes: 'passes at',
		passesPublished: 'where that passes',
		ruled: (decides, rule) => `${decides} ${rule}.`,
		control: 'A control, counted apart.',
		controlled: (control) => `Says something only where its control passes (${control}).`,
		inInterval: {
			interval: (range) => `interval touches ${range}`,
			whole: (range) => `all of it in ${range}`,
		},
		reaching: (reaches) => `its lower end at most ${reaches}`,
		verdict: 'verdict',
		range: (from, to) => (from === to ? from : `${from} to ${to}`),
		field: 'field in the API',
		further: (count) => (count === 1 ? 'One more number' : `${count} more numbers`),
	},
	zh: {
		title: '复现',
		description: '文章的每条论断附状态、图、区间，以及重新计算的按钮；笔记本中 66 个已发表的数值与我们的结果并列。',
		introHtml: ['文章的每条论断都在这里：我们预期什么，测得什么。按一下按钮就能重算一遍，用你的浏览器，或在服务器上。'],
		rules: '一行怎样算通过，依据各是什么意思',
		statusesHtml:
			'<b>依据</b>说的是论断靠什么成立，不是各行是否通过；括号里是接口所用的词。<b>推导并验证</b>（<code>proved</code>）：定理或恒等式，实验用多次抽样或一次抽样加以验证；<b>实测</b>（<code>measured</code>）：在所述设置下得到的结果；<b>已复现</b>（<code>reproduced</code>）：已发表的数字再次得到；<b>有条件</b>（<code>contested</code>）：只在写明的假设下成立。区间包含自助法（bootstrap）1,000 次重抽样的 95%。',
		counted: (rows, controls, experiments, claims) =>
			`一行就是一个有预期的数字：共 ${rows} 行，来自 ${experiments} 个实验，对应 ${claims} 条论断。另有 ${controls} 个对照单独计数：它们只说明实验本可以得出别的结果。恒等式算对了，并不等于复现了一个结果，所以分开计数。`,
		counts: {
			caption: '各行的结果',
			bySource: '按预期的来源',
			byTime: '按范围何时定下',
			sources: {
				derived: '闭式解、恒等式或定理',
				found: '他人的结果，或较早一次运行的结果',
				ours: '我们自己定的界限或方向',
			},
			before: '所在的提交早于任何结果',
			after: '与结果同时，或在一次运行之后',
			all: '合计',
			apart: '单独计数',
			controls: '对照',
			columns: {
				rows: '行',
				passes: '通过',
				fails: '未通过',
				'not-replicated': '未能复现',
				open: '未定',
				'control-failed': '作废',
			},
		},
		rulesHtml: [
			'<b>看数字。</b>没有区间时，数字本身须落在范围内。',
			'<b>看是否相同。</b>只认一个值，例如一个计数，或从网格里选出的 λ：要么又是它，要么不是。',
			'<b>看区间。</b>预期是单个值时，我们的 95% 区间须触及它：闭式解的值、较早一次运行在其他样本上的均值，或“没有差别”。样本上的均值不会与它位位相同。',
			'<b>看整个区间。</b>预期是界限或方向时（“介于 0 与 ½ 之间”、“下降”），或把闭式解用到它并不精确成立的网络上时（“相差不超过 1.25 倍”），区间须全部落在范围内，以免偶然算数；“不再有帮助”还须下端到达 0。区间跨过一端，该行就是未定。',
			'<b>论断</b>：每行都通过为成立，部分通过为部分成立，都不通过为不成立，没有一行有判定为未定。计数只算有判定的行：“6 行中 2 行”不含未定与作废的。',
			'<b>对照</b>说明实验本可以得出别的结果。它不算论断的行，不计入任何行数，单独计数。对照未通过的行<b>作废</b>：不论本来通过与否，都不作判定。',
			'<b>未能复现</b>指他人的结果，或我们较早一次运行的结果，这次没有再得到；其他不合预期的行记为<b>未通过</b>。先前的数字没有自己的区间，因为它的抽样没有保存：只有我们的区间可用，先前那次的偶然没有算进去，所以“未能复现”可能说得太轻易。',
			'<b>范围何时定下。</b>能查证的是源码的历史，逐个文件：对论断的文件及其结果用 <code>git log --follow</code>，范围所在的提交或早于结果，或不早。运行了却没有提交的，任何历史都查不到。界限与方向须看整个区间，不再只看数字，这是后来定的，也更严。',
			'有些行还受自动测试约束，其范围比所示的宽；超出那个范围，同样不通过。',
		],
		decides: { number: '看数字：', same: '看是否相同：', interval: '看区间：', whole: '看整个区间：' },
		claimVerdict: { held: '成立', 'in-part': '部分成立', not: '不成立', open: '未定' },
		badge: (verdict, counts) => {
			const [decided, { passes, open }] = [countDecided(counts), counts];
			if (verdict !== 'in-part') return REPLICATION_TEXT.zh.claimVerdict[verdict];
			return `部分成立：${decided} 行中 ${passes} 行${passes === decided && open > 0 ? `，${open} 行未定` : ''}`;
		},
		tally: {
			byClaim: (total) => `${total} 条论断，按已发布的结果，各取其全部实验的行`,
			byExperiment: (total) => `${total} 个实验`,
			byRow: '逐行',
		},
		tallied: (verdict, count, links) => `${verdict} ${count}${links.length > 0 ? `：${links.join('、')}` : ''}`,
		tallyOfRows: (found, before, identities, all) => [
			`他人或较早一次运行的结果，有判定的 ${countDecided(found)} 个，再次得到 ${found.passes} 个`,
			`范围所在的提交早于任何结果的 ${before.rows} 行，通过 ${before.passes} 行，其中闭式解或恒等式 ${identities.rows} 行`,
			`未定 ${all.open} 行：区间跨过一端`,
			`作废 ${all['control-failed']} 行：对照未通过`,
		],
		withChoice: (passing, published) => `按你的选择：${passing}（已发布的结果：${published}）`,
		source: (file, name) =>
			`在生成本站的源码里：实验及其预期见 src/experiments/claims/${file}.ts，结果见 src/experiments/results/${name}.json；在那里重算：npm run experiment -- ${name}`,
		passing: (counts, controls) => {
			const {
				passes,
				fails,
				'not-replicated': notReplicated,
				open,
				'control-failed': controlFailed,
				none = 0,
			} = counts;
			const [decided, total, all] = [countDecided(counts), totalOf(counts), countDecided(controls)];
			const ofDecided = [
				decided === 0 ? '没有一行有判定' : `${decided === total ? '' : '有判定的 '}${decided} 行中 ${passes} 行通过`,
				...(fails > 0 ? [`${fails} 行未通过`] : []),
				...(notReplicated > 0 ? [`${notReplicated} 行未能复现`] : []),
			];
			return [
				ofDecided.join('，'),
				...(controlFailed > 0 ? [`${controlFailed} 行因对照未通过而作废`] : []),
				...(open > 0 ? [`${open} 行未定`] : []),
				...(none > 0 ? [`${none} 行没有预期`] : []),
				...(all > 0 ? [`另有 ${all} 个对照，${controls.passes} 个通过`] : []),
			].join('；');
		},
		outcomeWith: (outcome, passing, decided) => `${outcome}，${decided} 行中 ${passing} 行通过`,
		outcome: { same: '你的重算：数字相同', other: '你的重算：数字不同', failed: '在这里没有算成' },
		none: (total) => `${total} 个中，你已重算 0 个。`,
		recomputedHtml: (computed, counted) =>
			`全部即重算 ${computed} 个、重新统计 ${counted} 个：研究的那几个只统计已提交的情形（见生成本站的源码里的 <code>docs/study/cells.json</code>），不训练。在那里用 <code>npm run study</code> 重新训练整个研究。`,
		done: (total, { same, other, failed, recounted }) =>
			[
				`${total} 个中你已重算 ${same + other} 个`,
				recounted > 0 ? `（其中 ${recounted} 个只是重新统计）` : '',
				other > 0 ? `：${same} 个数字相同，${other} 个不同` : same > 0 ? '，数字全部相同' : '',
				failed > 0 ? `；另有 ${failed} 个没有算成` : '',
				'。',
			].join(''),
		all: (left, total) => (left === total ? `在这里重算全部 ${total} 个` : `在这里重算其余 ${left} 个`),
		computing: '计算中……',
		stop: '停止',
		forget: '清除这些记录',
		unknown: (name) => `本页没有名为“${name}”的内容。`,
		valuesHtml: (count, worst) =>
			`提出这个问题的文章，依据的是<a href="https://github.com/grez911/machine-learning/blob/master/l2.ipynb">一个笔记本</a>里六次 30,000 轮的训练，每次打印十一个目标函数值。${count} 个数值里，与我们相差最多的一个相对偏差为 ${worst}：笔记本用 64 位计算，我们的引擎用 32 位。`,
		claim: (numbers) => `论断 ${numbers.join('、')}`,
		expected: '预期',
		expectedPublished: '对已发布参数的预期',
		measured: '测得',
		interval: '95% 区间',
		passes: '通过范围',
		passesPublished: '该预期的通过范围',
		ruled: (decides, rule) => `${decides}${rule}。`,
		control: '这是对照，单独计数。',
		controlled: (control) => `只在其对照（${control}）通过时才作判定。`,
		inInterval: {
			interval: (range) => `区间触及 ${range}`,
			whole: (range) => `区间全在 ${range}`,
		},
		reaching: (reaches) => `且下端不高于 ${reaches}`,
		verdict: '判定',
		range: (from, to) => (from === to ? from : `${from} 至 ${to}`),
		field: '接口字段',
		further: (count) => `另外 ${count} 个数字`,
	},
};
