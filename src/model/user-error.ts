/** The command cannot go on, and a person can do something about it. Thrown; shown as one paragraph without a stack. */

export class UserError extends Error {
  override readonly name = "UserError";
  constructor(
    readonly code: string,
    /** What and why. */
    message: string,
    /** What to do next. */
    readonly hint?: string,
    /** Exit code, see spec of results: 2 could not do its job, 1 stopped by a guard on errors. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
  }
}
