import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { earlyScript } from './site/html/earlyScript.mjs';
import { lateParts } from './site/html/lateParts.mjs';
import { rehypeMathematics } from './site/html/mathematics/rehypeMathematics.ts';
import { unbrokenPages } from './site/html/unbrokenPages.ts';
import { offline } from './site/offline/integration.mjs';

/** Every browser that knows `:has`, subgrid and `light-dark()`: nothing of it is written down to older ones. */
const BROWSERS = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

/** Where the API is that `npm run dev` serves beside the pages. */
const API = process.env.API_ORIGIN;

/** What most pages share is small and comes as two files: a phone that waits for dozens is busy with nothing else. */
const SHARED = [
	{ name: 'shared', test: /[\\/]site[\\/](elements|theme|html)[\\/]|preload-helper|numberFormat|WorkerFailed/ },
	{ name: 'pictures', test: /[\\/]site[\\/](pictures[\\/]boundary|training[\\/]live|figures[\\/]kit)[\\/]/ },
].map((group) => ({ ...group, minShareCount: 3, maxModuleSize: 8000 }));

export default defineConfig({
	// The origin of a deployment, for canonical links, which are left out without it.
	...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
	srcDir: './site',
	publicDir: './site/public',
	outDir: './dist',
	output: 'static',
	trailingSlash: API ? 'ignore' : 'always', // addresses of the API have none
	devToolbar: { enabled: false },
	// A dozen kilobytes in the page itself, instead of up to five files that it would wait for.
	build: { inlineStylesheets: 'always' },
	// A scoped selector weighs what it would weigh unscoped.
	scopedStyleStrategy: 'where',
	markdown: {
		syntaxHighlight: false,
		processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeMathematics] }),
	},
	integrations: [mdx(), earlyScript(), unbrokenPages(), offline()],
	security: {
		csp: {
			directives: [
				"default-src 'self'",
				"img-src 'self' data:",
				// The text face stands in its style sheet, so that no page is painted without it.
				"font-src 'self' data:",
				"object-src 'none'",
				"base-uri 'none'",
				"form-action 'none'",
			],
			// Compiling WebAssembly in the page is what the laboratory's engine will need.
			scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
			styleDirective: { resources: ["'self'"] },
		},
	},
	vite: {
		worker: { format: 'es' },
		plugins: [lateParts()],
		// `npm run dev` serves the pages and the API's document from here, the API and its tools from the Worker beside.
		...(API ? { server: { proxy: { '^/api/v1(?!/openapi)': API, '/mcp': API, '/.well-known': API } } } : {}),
		build: {
			assetsInlineLimit: 0,
			target: BROWSERS,
			cssTarget: BROWSERS,
			rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
		},
	},
});
