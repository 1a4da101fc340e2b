/** What the API says of sweeps, in Chinese, by its English. */
export const SWEEPS_IN_CHINESE: Record<string, string> = {
	'The same grid is the same sweep. One that was stopped goes on, and failed cells are tried again. `stopToken` withdraws this caller’s interest.':
		'同样的网格就是同一次扫描。停止了的会继续，失败的格子会重试。`stopToken` 用来撤回这位调用者的需求。',
	'The spec of every cell but for what the axes set. It is checked with the axes applied: the first cell whole, then every m and every scaling':
		'每个格子的设定，各轴所设的除外。加上各轴的值再检查：第一个格子完整检查，然后是每个 m 和每个 scaling',
	'What varies; every combination is trained': '变化的各项；每种组合都训练',
	'Values of penalty.lambda': 'penalty.lambda 的取值',
	'Values of data.m; inline data have their own m': 'data.m 的取值；inline 数据有自己的 m',
	'Values of penalty.scaling': 'penalty.scaling 的取值',
	'Values of data.seed and init.seed at once: another training sample and other initial weights. The held-out sample (data.test.seed), the order of minibatches and the masks of dropout stay those of the base':
		'同时是 data.seed 和 init.seed 的取值：换一份训练样本和一组初始权重。留出样本（data.test.seed）、小批量的顺序和 dropout 的掩码仍与 base 相同',
	'Content hash of the grid and the engine’s version': '网格与引擎版本的内容散列值',
	'done: every cell is over; stopped: all who wanted it have withdrawn':
		'done：所有格子都已结束；stopped：需要它的人都已撤回',
	'How many cells there are, and how they stand': '有多少格子，进展如何',
	'Cells of the grid': '网格的格子数',
	'Cells that have a result': '已有结果的格子数',
	'Cells that were given up': '已放弃的格子数',
	'Trainings that this sweep needed: the other cells that are done were known before':
		'这次扫描需要的训练次数：其余已完成的格子，结果早已有了',
	'Arithmetic of all cells, known before any trains': '所有格子的运算量，训练之前就已知道',
	GFLOP: 'GFLOP（十亿次浮点运算）',
	'When the sweep is forgotten (RFC 3339); its runs stay': '扫描何时被删除（RFC 3339）；其中的训练仍会保留',
	'Where to go on, from the root of this deployment': '接下来去哪里，从本部署的根算起',
	'The sweep with its results': '这次扫描及其结果',
	'Its events as they happen': '依次发生的事件',
	'What its results say in numbers': '结果说明了什么，以数字表示',
	'Withdraws this caller’s interest by DELETE; told only here. null where as many are counted already as may be (`schema.sweepInterests` of /limits)':
		'用 DELETE 撤回这位调用者的需求；只在这里给出。计入的需求已达上限（/limits 的 `schema.sweepInterests`）时为 null',
	'Id of the sweep': '扫描的编号',
	'The axes, what is not swept with the one value of the base': '各轴；不变化的项只有 base 的一个值',
	'Values of data.m': 'data.m 的取值',
	'[null] without a seed axis: the seeds of the base': '没有种子轴时为 [null]，即用 base 的种子',
	'Cells that are over, in grid order: seed slowest, then m, scaling, λ':
		'已结束的格子，按网格顺序：种子变得最慢，然后是 m、scaling、λ',
	'λ of the cell': '格子的 λ',
	'Training examples of the cell': '格子的训练样本数',
	'Scaling of the cell': '格子的 scaling',
	'Seed of the cell; null without a seed axis': '格子的种子；没有种子轴时为 null',
	'GET /runs/{runId} is the whole run; null for a cell that failed':
		'GET /runs/{runId} 给出完整的训练；失败的格子为 null',
	'As in the run; failed: given up after three attempts': '与训练中相同；failed：试了三次后放弃',
	'As in the run, but for its metrics; null for a cell that failed':
		'与训练中相同，但没有评价用的量；失败的格子为 null',
	'Why a cell failed three times': '格子三次失败的原因',
	'It stops when nobody who has begun it wants it any more, else it goes on, and `interests` says for how many. Withdrawing again changes nothing, and is answered alike. What is trained stays; the same POST goes on.':
		'启动过它的人都不再需要时，它才停止；否则继续，`interests` 说明还有几个人需要。再次撤回不改变任何东西，回答也相同。已训练的会保留；再发同样的 POST 就继续。',
	'Bearer and {}': 'Bearer 加上{}',
	'`stopToken` of an answer of POST /sweeps': ' POST /sweeps 的回答中的 `stopToken`',
	'Callers who still want it: it stops when there are none': '还有几位调用者需要它：没有了就停止',
	'`cell` holds a cell that is over, as in `results` of the sweep; its id numbers the cells. `progress` and `done` hold `status` and `cells` of the sweep. Last-Event-ID resumes.':
		'`cell` 是一个已结束的格子，与扫描的 `results` 中相同；事件的 id 是格子的序号。`progress` 和 `done` 含有扫描的 `status` 和 `cells`。用 Last-Event-ID 可以接着收。',
	'As the header Last-Event-ID, for callers that cannot send headers; anything but a number is ignored':
		'与请求头 Last-Event-ID 相同，供无法发送请求头的调用者使用；不是数的会被忽略',
	'Number of the last cell that is known': '已经收到的最后一个格子的序号',
	'Best λ of each m, exponent p of λ* ∝ m^p and transfer regret of each scaling, with bootstrap intervals over the seeds that are whole so far. While a sweep runs it may be ten seconds old.':
		'每种 scaling 下：各个 m 的最佳 λ、λ* ∝ m^p 的指数 p，以及把 λ 用到别的 m 上的代价，附对目前已完整的种子作自助法（bootstrap）得到的区间。扫描进行时，这些数可能是十秒之前的。',
	'What chooses λ and is averaged over the seeds: the loss after the last update of the examples that data.validation of the base sets apart, else of all that are held out. A diverged run counts as +∞':
		'用来选 λ、并对种子取平均的量：最后一次更新之后，base 的 data.validation 划出的样本的损失；没有划出的，则为全部留出样本的损失。发散的训练算作 +∞',
	'The numbers of each scaling': '每种 scaling 的各个数',
	'What stands before Ω, as in the spec': 'Ω 前面的系数，与设定中相同',
	'Seeds whose cells of this scaling are all over and none failed: only these count':
		'这种 scaling 的格子全部结束且没有失败的种子：只有它们算数',
	'For each m': '每个 m 一项',
	'The λ > 0 of the grid with the least mean of `metric`; what 0 does beside it is `noPenaltyRegret`. `value` is null where no λ > 0 has a mean, as `reason` says':
		'网格中 `metric` 均值最小的 λ > 0；与 λ = 0 相比见 `noPenaltyRegret`。没有哪个 λ > 0 有均值时 `value` 为 null，原因见 `reason`',
	'Seeds with less loss at λ = 0': 'λ = 0 时损失更低的种子数',
	'Seeds with more loss at λ = 0': 'λ = 0 时损失更高的种子数',
	'How many seeds are on either side of that: of fewer than 6, which have no interval, only all together favor one; null when 0 is not on the axis':
		'上述差在两侧各有几个种子：不到 6 个时没有区间，全部一致才说明哪个更好；轴上没有 0 时为 null',
	'Why there is no best λ; not there where there is one': '没有最佳 λ 的原因；有时不出现',
	'Why `exponent` is null, the first that holds: an m without a best λ; one m, or fewer than three λ > 0; an m where λ = 0 has less loss; a best λ at an end; steps too wide':
		'`exponent` 为 null 的原因，取第一个成立的：有的 m 没有最佳 λ；只有一个 m，或 λ > 0 不到三个；有的 m 在 λ = 0 时损失更低；有的最佳 λ 在一端；步长太大',
	'The number, of all seeds': '由全部种子得到的数',
	'2.5% of the resamples are below; null where `seeds` is below 6, too few for 95%':
		'2.5% 的重抽样在此之下；`seeds` 不到 6 时为 null：不足以得出 95% 的区间',
	'2.5% of the resamples are above; null as `low`': '2.5% 的重抽样在此之上；为 null 的情形同 `low`',
	'That mean': '那个均值',
	'Mean test loss with that λ, in whose choice it had no part; only where the metric is validationLoss':
		'用那个 λ 时的平均测试损失，选 λ 时没有用到它；metric 为 validationLoss 时才有',
	'Mean of `metric` at λ = 0; null when that is not on the axis': 'λ = 0 时 `metric` 的均值；轴上没有 0 时为 null',
	'That less the loss with the best λ > 0, seed by seed: only an interval below 0 says that no penalty is best; null when 0 is not on the axis':
		'它减去最佳 λ > 0 的损失，逐个种子相减：区间全在 0 以下才说明不加惩罚最好；轴上没有 0 时为 null',
	'It is the least or the largest λ > 0 of the grid: a better one may lie beyond':
		'它是网格中最小或最大的 λ > 0：更好的可能在它之外',
	'p of λ* ∝ m^p: the slope of log λ* over log m by least squares, λ* between the values of the grid by a parabola through the best and its neighbors. Its interval also holds what the steps of the grid leave open; null with one m, fewer than three λ > 0, where a best λ is 0 or at an end, or where the steps alone leave p open by more than ¼ either way':
		'λ* ∝ m^p 的 p：log λ* 对 log m 的最小二乘斜率；λ* 由过最佳值及其相邻两点的抛物线取在网格值之间。区间也计入网格步长分不清的部分。只有一个 m、λ > 0 不到三个、有的最佳 λ 为 0 或在一端，或仅步长一项就使 p 上下各有超过 ¼ 的出入时为 null',
	'What it costs to take the best λ of one m to another m': '把一个 m 的最佳 λ 用到另一个 m 上的代价',
	'The m whose best λ is taken': '取哪个 m 的最佳 λ',
	'The m that it is used at': '用在哪个 m 上',
	'Mean of `metric` with that λ, less that with the best λ > 0 of `to`':
		'用那个 λ 时 `metric` 的均值，减去用 `to` 的最佳 λ > 0 时的均值',
	'Why nothing can be compared although cells are over; not there where it can':
		'格子已结束却无法比较的原因；可以比较时不出现',
};
