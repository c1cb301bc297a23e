/** The library: the same functions as the command line. */
export { appliedRows } from "./journal/applied-rows.ts";
export { templateRegistry } from "./journal/template-registry.ts";
export { apply, resume } from "./pipeline/apply.ts";
export type { RunEnd } from "./pipeline/end-run.ts";
export type { ApplyOptions, ApplyRequest, Connect, Surroundings } from "./pipeline/request.ts";
export { defaultLimits } from "./pipeline/request.ts";
export type { BatchInput } from "./pipeline/stage-batch.ts";
export { type Validation, validate } from "./pipeline/validate.ts";
export { connect, openRunLog, systemClock, systemRandom } from "./runtime.ts";
