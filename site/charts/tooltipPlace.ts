import { Tooltip, type TooltipPositionerFunction } from 'chart.js';

declare module 'chart.js' {
	interface TooltipPositionerMap {
		across: TooltipPositionerFunction<'line'>;
	}
}

/** Where a tooltip of curves is: at the edge of the plot that is farther from what is pointed at, so that it covers none of it. */
export function tooltipPlace(y: number, { top, bottom }: { top: number; bottom: number }) {
	return y > (top + bottom) / 2 ? ({ y: top, yAlign: 'top' } as const) : ({ y: bottom, yAlign: 'bottom' } as const);
}

/** Has charts know that place as `across`. */
export function registerAcross(): void {
	Tooltip.positioners.across = function across([item], _event) {
		if (!item) return false;
		const { x, y } = item.element;
		const { top, bottom } = this.chart.chartArea;
		return { x, xAlign: 'center', ...tooltipPlace(y, { top, bottom }) };
	};
}
