/** zod's errors as lists of what is wrong, in place of those that arrange it and take more of it: `wrangler.toml` has the alias. */
export class ZodError extends Error {
	readonly issues: readonly unknown[];

	constructor(issues: readonly unknown[]) {
		super();
		this.issues = issues;
	}

	override get message(): string {
		return JSON.stringify(this.issues);
	}
}

export { ZodError as $ZodError, ZodError as $ZodRealError, ZodError as ZodRealError };
