/** The client as a package: what `clients/typescript` builds to JavaScript, and nothing that is not meant for callers. */
export type { Client } from './client.ts';
export { createClient } from './client.ts';
export { ApiError, UnreachableError } from './errors.ts';
export type { EventOptions, SweepEvent } from './events.ts';
export type { ClientOptions, RequestOptions } from './request.ts';
export type { TrainingEvent } from './trainingEvents.ts';
