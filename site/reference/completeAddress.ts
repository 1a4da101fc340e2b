/**
 * An address as a reader may write it, as what follows `/api/v1`, which stands before the field: `datasets` and `/api/v1/datasets` are `/datasets`, and so is the whole
 * address on this server.
 */
export function completeAddress(written: string, origin: string): string {
	const address = written.trim();
	const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
	const rest = path.replace(/^\/?api\/v1(?=[/?]|$)/, '');
	return rest === '' || rest.startsWith('/') ? rest : `/${rest}`;
}
