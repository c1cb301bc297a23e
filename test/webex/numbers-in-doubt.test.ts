import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/model/plan.ts";
import { webexTarget } from "../../src/webex/webex-target.ts";
import type { Answering } from "./support/answer-server.ts";
import { never } from "./support/client.ts";
import { served } from "./support/served.ts";

const phoneNumbers = ["+31201234500", "+31201234501"];
const ids = { orgId: "org", locationId: "loc" };
const operation: Operation = {
  id: 1,
  unit: 1,
  row: 1,
  resource: "numbers",
  key: "Amsterdam +31201234500",
  action: "create",
  payload: { phoneNumbers, mustReadConnection: false },
  needs: [],
  ids: {},
};

/** A location that holds these numbers and refuses each that is sent. */
function refusing(held: readonly string[]): Answering {
  const errors = phoneNumbers.map((number) => ({ number, errorCode: "8361", errorMessage: "taken" }));
  return ({ method }) =>
    method === "GET"
      ? {
          body: {
            phoneNumbers: held.map((phoneNumber) => ({ phoneNumber, state: "ACTIVE", location: { id: "loc" } })),
          },
        }
      : { status: 400, body: [{ errors }] };
}

async function target(held: readonly string[]) {
  const { http } = await served(refusing(held));
  return webexTarget(http, "webex");
}

describe("numbers of which nobody knows whether they arrived", () => {
  it("are found when all are in the location", async () => {
    const found = await (await target(phoneNumbers)).find(operation, ids, never);
    expect(found).toMatchObject({ status: "done", effect: "created" });
  });

  it("are to be sent when one is missing", async () => {
    expect(await (await target(phoneNumbers.slice(1))).find(operation, ids, never)).toBeUndefined();
  });

  it("are not refused for being in the location already: only those that are not", async () => {
    const result = await (await target(phoneNumbers.slice(1))).apply(operation, ids, never);
    expect(result).toMatchObject({ status: "failed", refused: [{ part: "+31201234500", errorCode: "8361" }] });
  });

  it("are there when each that was refused is in the location", async () => {
    const result = await (await target(phoneNumbers)).apply(operation, ids, never);
    expect(result).toMatchObject({ status: "done", effect: "created" });
  });
});
