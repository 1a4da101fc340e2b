import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { heroTask, PUBLISHED_HERO, SIDES } from '../figures/hero/tasks.ts';
import { boundarySvg } from '../pictures/boundary/boundarySvg.ts';
import { panelOf, publishedOutcome } from '../training/live/publishedOutcome.ts';

const WIDTH = 1200;
const HEIGHT = 630;

/** The light theme's colours (`styles/tokens.css`): a picture knows no custom properties. */
const STYLE = `
.band-0{fill:#b4cfec}.band-1{fill:#cfe0f3}.band-2{fill:#e6eef8}.band-3{fill:#f8f6f1}.band-4{fill:#fdecdb}.band-5{fill:#fbdcbb}.band-6{fill:#f6c793}
.decision{fill:none;stroke:#1d1f22;stroke-width:2.6}.class-0{fill:#1b4f91}.class-1{fill:#a8480a}`;

/** The picture that other sites show of this one: the question, and the same λ without and with the m. */
export const GET: APIRoute = async () => {
	const panels = SIDES.map((side, index) => {
		const svg = boundarySvg(panelOf(heroTask(side, PUBLISHED_HERO), publishedOutcome('hero', side), ''));
		return svg.replace(
			'<svg ',
			`<svg x="${60 + index * 550}" y="250" width="530" height="340" preserveAspectRatio="xMidYMid slice" `,
		);
	});
	const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><style>${STYLE}</style><rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcf9"/><text x="60" y="130" font-family="Georgia, Liberation Serif, DejaVu Serif, serif" font-size="84" fill="#1d1f22">Why λ over 2m?</text><text x="62" y="200" font-family="Georgia, Liberation Serif, DejaVu Serif, serif" font-size="34" fill="#5b5e63">Same network, same λ, more data.</text>${panels.join('')}</svg>`;
	return new Response(new Uint8Array(await sharp(Buffer.from(picture)).png().toBuffer()), {
		headers: { 'Content-Type': 'image/png' },
	});
};
