/** The tokens that stop sweeps which this browser has begun, until they are over: pages may be closed meanwhile. */
const keyOf = (id: string) => `stop-sweep-${id}`;

/** Remembers a token, if the browser keeps anything. */
export function keepToken(id: string, token: string): void {
	try {
		localStorage.setItem(keyOf(id), JSON.stringify([...tokensOf(id), token]));
	} catch {
		// Then only another token stops it.
	}
}

/** The tokens of a sweep; none of one that another browser has begun. */
export function tokensOf(id: string): string[] {
	try {
		return JSON.parse(localStorage.getItem(keyOf(id)) ?? '[]');
	} catch {
		return [];
	}
}

export function forgetTokens(id: string): void {
	try {
		localStorage.removeItem(keyOf(id));
	} catch {
		// Nothing was kept.
	}
}
