import { runLocally } from "../../src/engine/local-engine.ts";
import { virtualClock } from "../support/virtual-clock.ts";
import { engineContract } from "./engine-contract.ts";

engineContract("in this process", {
  engineOf: () => runLocally,
  startClock: virtualClock,
  many: (locally) => locally,
  overrun: 0,
  settlingMs: 60_000,
  exceptions: {},
});
