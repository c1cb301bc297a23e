/** What every engine must do with a plan, whatever carries it out. The themes stand in `contract/`. */
import { describe } from "vitest";
import type { EngineInTest } from "../support/engine-in-test.ts";
import { describeDoubt } from "./contract/doubt.ts";
import { describeFailures } from "./contract/failures.ts";
import { describeFound } from "./contract/found.ts";
import { describeLimits } from "./contract/limits.ts";
import { describeOrder } from "./contract/order.ts";
import { describeResuming } from "./contract/resuming.ts";
import { describeSettling } from "./contract/settling.ts";
import { describeStopping } from "./contract/stopping.ts";
import { describeWaiting } from "./contract/waiting.ts";

export function engineContract(name: string, engine: EngineInTest): void {
  describe(`the engine ${name}`, () => {
    describeOrder(engine);
    describeFailures(engine);
    describeDoubt(engine);
    describeFound(engine);
    describeSettling(engine);
    describeWaiting(engine);
    describeResuming(engine);
    describeStopping(engine);
    describeLimits(engine);
  });
}
