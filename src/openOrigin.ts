/**
 * The origin that feeds, the site map and llms.txt name where a build does not know its own (no SITE_URL): RFC 2606 keeps it free for
 * ever. The Worker puts that of the request in its place, `functions/ownOrigin.ts`.
 */
export const OPEN_ORIGIN = 'https://origin.invalid';

/** The files that hold it. */
export const FILES_WITH_ORIGIN = ['/feed.xml', '/sitemap.xml', '/robots.txt', '/llms.txt'] as const;
