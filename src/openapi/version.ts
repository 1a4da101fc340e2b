export const API_TITLE = 'lambda-over-2m';
/** Version of the contract: later versions may add fields, but never change one. */
export const API_VERSION = '1.0.0';
