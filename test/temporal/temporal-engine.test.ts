import { afterAll, beforeAll, describe } from "vitest";
import { engineContract } from "../engine/engine-contract.ts";
import { type EngineOnTemporal, openEngineOnTemporal, quietenTemporal } from "../support/engine-on-temporal.ts";
import { hurriedClock } from "../support/hurried-clock.ts";
import { haste } from "../support/hurried-workflow.ts";
import { isSoak } from "../support/soak.ts";
import { hasTemporal } from "../support/temporal-server.ts";

const oneByOne = "each customer is a workflow of its own, and asks for itself";

type Settings = Parameters<typeof openEngineOnTemporal>[0];

/** With histories that end after a few events, each workflow goes on in a new one again and again. */
const short = ["whose histories are short", { "limit.historyCount.suggestContinueAsNew": 20 }] as const;

const servers: readonly (readonly [string, Settings])[] = [["as it is", {}], ...(isSoak ? [short] : [])];

describe.runIf(hasTemporal).each(servers)("on a server of Temporal %s", (_, settings) => {
  let place: EngineOnTemporal;
  beforeAll(async () => {
    quietenTemporal();
    place = await openEngineOnTemporal(settings);
  });
  afterAll(() => place[Symbol.asyncDispose]());

  engineContract("of many machines", {
    engineOf: (runId) => place.engineOf(runId),
    startClock: () => hurriedClock(haste),
    many: (locally) => (isSoak ? locally : Math.ceil(locally / 20)),
    overrun: 20,
    settlingMs: 4_000 * haste,
    exceptions: {
      "starts the heaviest units first":
        "customers are handed over together, and which of them a worker has first is not for us to say; the heaviest go before the others in the queue, as a clause on limits has it",
      "has the intent written down before the request leaves":
        "it is written down in Temporal's history, as the beginning of an activity, and stands in the journal when it has been gathered",
      "leaves nothing in doubt when it is interrupted: what had not left need not be looked for":
        "what was handed over may be in the hands of a worker that we do not hear of any more",
      "asks for all of many customers together": oneByOne,
      "asks seldom when Webex takes long, though customers keep coming": oneByOne,
    },
  });
});
