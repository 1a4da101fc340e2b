const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Lets messages that have come be heard first. A timer would do, but browsers make it wait for four milliseconds. */
export const turn = (): Promise<void> =>
	new Promise((done) => {
		waiting.push(done);
		port2.postMessage(null);
	});
