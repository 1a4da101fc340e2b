import { SIZE } from '../../pictures/network/networkSvgs.ts';

/** Where there is room, the network of the chosen run is so many of its own units wide, `SIZE` high. */
const WIDE = 420;
const room = typeof matchMedia === 'undefined' ? null : matchMedia('(min-width: 48rem)');

/** How wide a network is drawn. */
export const widthOfNetwork = (isChosen: boolean): number => (isChosen && room?.matches ? WIDE : SIZE);

/** How wide one is drawn already. */
export const drawnWidth = (svg: SVGSVGElement | null): number => svg?.viewBox.baseVal.width || SIZE;
