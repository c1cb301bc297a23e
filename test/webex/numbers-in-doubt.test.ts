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

describe("numbers that may or may not have arrived", () => {
  it("are found when all are in the location", async () => {
    const found = await (await target(phoneNumbers)).find(operation, ids, never);
    expect(found).toMatchObject({ result: { status: "done", effect: "created" } });
  });

  it("are to be sent when one is missing", async () => {
    expect(await (await target(phoneNumbers.slice(1))).find(operation, ids, never)).toBeUndefined();
  });

  it("are not refused for being in the location already: only those that are not", async () => {
    const result = await (await target(phoneNumbers.slice(1))).apply(operation, ids, never);
    expect(result).toMatchObject({ status: "failed", refused: [{ part: "+31201234500", errorCode: "8361" }] });
  });

  it("are there if each refused one is in the location, and then this run has not added them", async () => {
    const result = await (await target(phoneNumbers)).apply(operation, ids, never);
    expect(result).toMatchObject({ status: "done", effect: "unchanged" });
  });

  it("are the same with and without a plus, and a refused one has the spelling of the sheet", async () => {
    const spelledOtherwise = phoneNumbers.map((number) => number.slice(1));
    expect(await (await target(spelledOtherwise)).find(operation, ids, never)).toMatchObject({
      result: { status: "done" },
    });
    const { http } = await served(({ method }) =>
      method === "GET"
        ? { body: { phoneNumbers: [] } }
        : { status: 400, body: [{ errors: [{ number: "31 20 123-4501", errorCode: "8361", errorMessage: "taken" }] }] },
    );
    const result = await webexTarget(http, "webex").apply(operation, ids, never);
    expect(result).toMatchObject({ status: "failed", refused: [{ part: "+31201234501" }] });
  });
});

/** All of a request refused because of one number: a live Webex does so for the main number of the very location. */
const conflicts = [
  ["409 with code and detail", 409, { code: 8363, message: "Conflict", detail: "25223" }],
  ["409 with errors", 409, { errors: [{ errorCode: "8363", description: "[Error 25223] There already." }] }],
  ["409 with the text alone", 409, { message: "[Error 25223] The number is there already." }],
  ["400 with the code", 400, { error: { key: "400", message: [{ code: "8363", description: "There already." }] } }],
] as const;

describe.each(conflicts)("numbers that Webex calls there already (%s)", (_, status, body) => {
  /** `held`: in this location; others are refused, with the whole request, as long as one of `known` is sent. */
  async function conflicting(held: readonly string[], known = held) {
    const had = new Set(held);
    const { http, asked } = await served(({ method, body: sent }) => {
      if (method === "GET")
        return { body: { phoneNumbers: [...had].map((phoneNumber) => ({ phoneNumber, location: { id: "loc" } })) } };
      const { phoneNumbers: numbers } = sent as { readonly phoneNumbers: readonly string[] }; // the request under test
      if (numbers.some((number) => known.includes(number))) return { status, body };
      for (const number of numbers) had.add(number);
      return { status: 201 };
    });
    const result = await webexTarget(http, "webex").apply(operation, ids, never);
    const posts = asked.filter(({ method }) => method === "POST").map(({ body: sent }) => sent);
    return { result, posts, had };
  }

  it("are unchanged when the location has all of them", async () => {
    const { result, posts } = await conflicting(phoneNumbers);
    expect(result).toMatchObject({ status: "done", effect: "unchanged" });
    expect(posts).toHaveLength(1);
  });

  it("are added without those that it has", async () => {
    const { result, posts, had } = await conflicting(phoneNumbers.slice(0, 1));
    expect(result).toMatchObject({ status: "done", effect: "created" });
    expect(posts.at(-1)).toMatchObject({ phoneNumbers: phoneNumbers.slice(1) });
    expect([...had].toSorted()).toEqual(phoneNumbers);
  });

  it("are refused in their column when another location has them", async () => {
    const { result, posts } = await conflicting([], phoneNumbers);
    expect(result).toMatchObject({
      status: "failed",
      failure: { status, column: "phone_numbers", message: expect.stringMatching(/already|Conflict|25223/) },
    });
    expect(posts).toHaveLength(1);
  });
});
