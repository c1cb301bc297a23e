/** apply: read, plan, confirm, carry out, report. */

import type { RunEnd } from "../outcome/end-run.ts";
import type { RunContext } from "../run/context.ts";
import { type ApplyOptions, type ApplyRequest, planOptionsSchema, type RunWishes } from "../run/options.ts";
import { startRun } from "./start-run.ts";

/** Plans the batch and carries it out. Throws UserError when it cannot begin. */
export async function apply(request: ApplyRequest, context: RunContext): Promise<RunEnd> {
  const { batch, options, connect, command = "apply", retryOf } = request;
  await using run = await startRun(context, { command, batch, options: asSigned(options), connect, retryOf });
  await run.stage(); // read, check, link, rules across rows
  await run.plan({ ...options.limits, ...(options.signedPlan ? { signedPlan: options.signedPlan } : {}) }); // look what exists, leave out what is unchanged, build
  await run.confirm(options); // guards, then the person
  await run.carryOut(options); // engine
  return await run.end(options); // results, what to remember
}

/** A signed plan is carried out as it was made, whatever is asked now. */
function asSigned({ signedPlan, ...options }: ApplyOptions): RunWishes {
  return signedPlan ? { ...options, ...planOptionsSchema.parse(signedPlan) } : options;
}
