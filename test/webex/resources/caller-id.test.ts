/** The names in a caller ID after somebody has got another name: the former one gives way, what somebody chose stays. */
import { describe, expect, it } from "vitest";
import { callerIdSchema, encodeCallerId, withNames } from "../../../src/webex/resources/caller-id.wire.ts";

const before = { firstName: "Ann", lastName: "Visser" };
const after = { firstName: "Ann", lastName: "de Vries" };

/** Body that is sent after the rename; undefined: there is nothing to send. */
function sent(told: object) {
  const read = callerIdSchema.parse({ selected: "DIRECT_LINE", ...told });
  const renamed = withNames(read, before, after);
  return renamed === read ? undefined : encodeCallerId(renamed, undefined);
}

describe("the names that a caller ID shows", () => {
  it.each([
    [
      "to those who look somebody up",
      { dialByFirstName: "Ann", dialByLastName: "Visser" },
      { dialByFirstName: "Ann", dialByLastName: "de Vries" },
    ],
    [
      "with the own line",
      { directLineCallerIdName: { selection: "CUSTOM_NAME", customName: "Ann Visser" } },
      { directLineCallerIdName: { selection: "CUSTOM_NAME", customName: "Ann de Vries" } },
    ],
    [
      "in the fields of before, where there are no newer ones",
      { firstName: "Ann", lastName: "Visser" },
      { firstName: "Ann", lastName: "de Vries" },
    ],
  ])("follow a new name %s", (_where, told, names) => {
    expect(sent(told)).toEqual({ selected: "DIRECT_LINE", ...names });
  });

  it.each([
    ["another name was chosen", { directLineCallerIdName: { selection: "CUSTOM_NAME", customName: "Reception" } }],
    ["Webex has let them follow", { dialByFirstName: "Ann", dialByLastName: "de Vries" }],
    ["they are made of the person's", { directLineCallerIdName: { selection: "DISPLAY_NAME" }, lastName: "Visser" }],
  ])("stay where %s", (_why, told) => {
    expect(sent(told)).toBeUndefined();
  });

  it("leave the number that is shown as it was read", () => {
    const told = { selected: "CUSTOM", customNumber: "2025552000", dialByLastName: "Visser" };
    expect(sent(told)).toEqual({ selected: "CUSTOM", customNumber: "2025552000", dialByLastName: "de Vries" });
  });
});
