import { connect, createServer } from 'node:net';

/**
 * Whether somebody listens on a port of this machine, on IPv4 or on IPv6, or holds it for himself.
 *
 * @param {number} port
 */
export async function isPortTaken(port) {
	for (const host of ['127.0.0.1', '::1']) {
		if ((await isAnswered(host, port)) || !(await isBindable(host, port))) return true;
	}
	return false;
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function isAnswered(host, port) {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 500 });
		const answer = (/** @type {boolean} */ value) => {
			socket.destroy();
			resolve(value);
		};
		socket.once('connect', () => answer(true));
		socket.once('error', () => answer(false));
		socket.once('timeout', () => answer(false));
	});
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function isBindable(host, port) {
	return new Promise((resolve) => {
		const server = createServer();
		// A machine without IPv6 has no ::1; that is not a taken port.
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
			resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
		);
		server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
	});
}
