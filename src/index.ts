/** The library: the same functions as the command line. */
export { UserError } from "./model/user-error.ts";
export { apply, resume } from "./pipeline/apply.ts";
export type { RunEnd } from "./pipeline/end-run.ts";
export { type Planned, type PlanRequest, plan } from "./pipeline/plan.ts";
export type { ApplyOptions, ApplyRequest, Connect, Surroundings } from "./pipeline/request.ts";
export { defaultLimits } from "./pipeline/request.ts";
export { retry } from "./pipeline/retry.ts";
export type { BatchInput } from "./pipeline/stage-batch.ts";
export { type SurroundingsOptions, surroundings } from "./pipeline/surroundings.ts";
export { type Validation, validate } from "./pipeline/validate.ts";
export { type Connection, connect, type TargetSettings } from "./runtime.ts";
