/**
 * Rows of the data as panels: X arrives as [rows][features], and the loops want sixteen examples of
 * one feature side by side. Places that no row fills hold zeros and weigh nothing.
 */
import { PANEL, ROW } from './layout';

/**
 * @param order int32 row numbers, or 0 for `from`, `from` + 1, …
 * @param weight what each row counts in the loss: 1/B in training, 1 in measuring
 */
export function fill(X: usize, y: usize, features: i32, order: usize, from: i32, count: i32, weight: f32, inputs: usize, targets: usize): void {
	const width = (features + 1) & ~1;
	const panels = (count + PANEL - 1) / PANEL;
	for (let place = 0; place < panels * PANEL; place++) {
		const panel = <usize>(place / PANEL);
		const lane = (<usize>(place % PANEL)) << 2;
		let input = inputs + panel * (<usize>width) * ROW + lane;
		const target = targets + panel * 2 * ROW + lane;
		if (place < count) {
			const row = order != 0 ? load<i32>(order + ((<usize>(from + place)) << 2)) : from + place;
			let x = X + ((<usize>row * <usize>features) << 2);
			for (let feature = 0; feature < features; feature++) {
				store<f32>(input, load<f32>(x));
				x += 4;
				input += ROW;
			}
			store<f32>(target, load<f32>(y + ((<usize>row) << 2)));
			store<f32>(target, weight, 64);
		} else {
			for (let feature = 0; feature < features; feature++) {
				store<f32>(input, 0);
				input += ROW;
			}
			store<f32>(target, 0);
			store<f32>(target, 0, 64);
		}
	}
}
