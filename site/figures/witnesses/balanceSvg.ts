import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';

/** What lies on the two pans, in examples. */
interface Loads {
	/** On the left. */
	examples: number;
	/** On the right. */
	penalty: number;
}

interface Balance extends Loads {
	/** What a screen reader says. */
	label: string;
	/** What lay on the pans when the figure opened: its beam stays pale behind. */
	published: Loads;
}

const WIDTH = 320;
const HEIGHT = 214;
const PIVOT = { x: WIDTH / 2, y: 42 };
const ARM = 104;
/** From the end of the beam down to its pan, and half the width of a pan. */
const STRING = 98;
const PAN = 48;
const FLOOR = 204;
/** Degrees that a factor of ten between the sides tilts the beam by, and the most that it tilts. */
const DEGREES = 2.8;
const STEEPEST = 20;

/** Marks of a heap: the lowest row has so many, every row above it one less. */
const ROW = 10;
const MARKS = (ROW * (ROW + 1)) / 2;
const PITCH = 9.2;
const RISE = 8.2;
const RADIUS = 4.1;

/** Degrees by which the beam hangs down on the side of the examples; negative where the penalty is heavier. */
export const tiltOf = ({ examples, penalty }: Loads): number =>
	Math.max(-STEEPEST, Math.min(STEEPEST, DEGREES * Math.log10(examples / penalty)));

/** How many marks stand for a weight in examples: one each up to ten, a row; every row more, ten times as many. */
export function marksOf(weight: number): number {
	if (weight <= ROW) return Math.max(1, Math.round(weight));
	const rows = Math.min(ROW, Math.log10(weight));
	const whole = Math.floor(rows);
	const below = MARKS - ((ROW - whole) * (ROW - whole + 1)) / 2;
	return Math.round(below + (rows - whole) * (ROW - whole));
}

/**
 * A balance as the text of an SVG element: examples on the left (`.balance-data`, circles), the penalty on the right
 * (`.balance-penalty`, squares, each worth an example as the circles are). Colours are the style sheet's.
 */
export function balanceSvg({ label, published, ...loads }: Balance): string {
	const [left, right] = endsOf(tiltOf(loads));
	return [
		`<svg class="balance" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">`,
		`<path class="balance-post" d="M${PIVOT.x} ${PIVOT.y}V${FLOOR}M${PIVOT.x - 44} ${FLOOR}h88"/>`,
		`<path class="balance-published ghost" d="${lineOf(endsOf(tiltOf(published)))}"/>`,
		`<path class="balance-strings" d="${stringsOf(left)}${stringsOf(right)}"/>`,
		`<path class="balance-beam" d="${lineOf([left, right])}"/>`,
		`<circle class="balance-pivot" cx="${PIVOT.x}" cy="${PIVOT.y}" r="6"/>`,
		`<path class="balance-data" d="${heap(loads.examples, left, circle)}"/>`,
		`<path class="balance-penalty" d="${heap(loads.penalty, right, square)}"/>`,
		`<path class="balance-pans" d="${panOf(left)}${panOf(right)}"/>`,
		'</svg>',
	].join('');
}

type Place = readonly [x: number, y: number];

/** Both ends of the beam at a tilt. */
function endsOf(degrees: number): [Place, Place] {
	const angle = (degrees * Math.PI) / 180;
	const [across, down] = [tenth(ARM * Math.cos(angle)), tenth(ARM * Math.sin(angle))];
	return [
		[PIVOT.x - across, tenth(PIVOT.y + down)],
		[PIVOT.x + across, tenth(PIVOT.y - down)],
	];
}

const lineOf = ([[ax, ay], [bx, by]]: readonly [Place, Place]): string => `M${ax} ${ay}L${bx} ${by}`;

const stringsOf = ([x, y]: Place): string => `M${x - PAN} ${y + STRING}L${x} ${y}l${PAN} ${STRING}`;

const panOf = ([x, y]: Place): string => `M${x - PAN - 3} ${y + STRING}h${2 * PAN + 6}q-${PAN} 22-${2 * PAN + 6} 0z`;

/** Marks in a heap on the pan below the end of a beam; less than one example is a smaller mark. */
function heap(weight: number, [x, y]: Place, draw: typeof circle): string {
	const radius = RADIUS * Math.min(1, Math.sqrt(Math.max(0.02, weight)));
	let left = marksOf(weight);
	let path = '';
	for (let row = 0; left > 0; row++) {
		const count = Math.min(left, ROW - row);
		for (let i = 0; i < count; i++) {
			path += draw(
				tenth(x + (i - (count - 1) / 2) * PITCH),
				tenth(y + STRING - radius - row * RISE - 1),
				tenth(radius),
			);
		}
		left -= count;
	}
	return path;
}

const circle = (x: number, y: number, r: number): string =>
	`M${tenth(x - r)} ${y}a${r} ${r} 0 1 0 ${tenth(2 * r)} 0a${r} ${r} 0 1 0-${tenth(2 * r)} 0`;

const square = (x: number, y: number, r: number): string => {
	const side = tenth(1.8 * r);
	return `M${tenth(x - side / 2)} ${tenth(y + r - side)}h${side}v${side}h-${side}z`;
};
