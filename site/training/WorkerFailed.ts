/** The training in the browser failed, or cannot start here. */
export class WorkerFailed extends Error {
	override name = 'WorkerFailed';
}
