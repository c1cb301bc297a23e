/** The undo of changes of a customer that was there before: address, packages, limits and name are again what they were. */
import { describe, expect, it } from "vitest";
import { comparableState } from "../support/comparable-state.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const firm = {
  packages: "webex_calling;webex_meetings",
  package_limits: "webex_calling=50",
  address_line2: "Floor 2",
  language: "nl_NL",
};
const first: Batch = { templates: [{}], customers: [firm], users: [{}] };

const stateOf = async ({ webex }: Awaited<ReturnType<typeof operator>>) => comparableState(await webex.state());

describe("undo of changes of a customer", () => {
  it("gives back name, address and packages, after the users who had them", async () => {
    const at = await operator();
    await at.apply(first);
    const was = await stateOf(at);
    const { runId, exitCode } = await at.apply({
      customers: [
        {
          ...{ ...firm, name: "Renamed", address_line1: "Coolsingel 1", address_line2: "", city: "Rotterdam" },
          packages: `${firm.packages};webex_suite`,
        },
      ],
      users: [{ package: "webex_suite", location: "", extension: "" }],
    });
    expect(exitCode).toBe(0);
    expect(await stateOf(at)).not.toEqual(was);
    const undone = await at.undo(runId);
    expect(undone.rows).toEqual(["customers.csv:2 update succeeded", "users.csv:2 update succeeded"]);
    expect(await stateOf(at)).toEqual(was);
    expect((await at.undo(runId)).rows).toEqual(["customers.csv:2 none unchanged", "users.csv:2 none unchanged"]);
  });

  it("leaves to a person what Webex does not tell, and says what it was", async () => {
    const at = await operator();
    await at.apply(first);
    const { runId } = await at.apply({ customers: [{ ...firm, city: "Rotterdam", ...{ language: "en_US" } }] });
    const { status, message } = (await at.undo(runId)).rowAt("customers.csv:2");
    expect(status).toBe("failed");
    expect(message).toMatch(/it changed language from nl_NL to en_US\.$/);
    expect((await stateOf(at)).join("\n")).not.toContain("Rotterdam");
  });

  it("is refused where somebody has changed it since", async () => {
    const at = await operator();
    await at.apply(first);
    const { runId } = await at.apply({ customers: [{ ...firm, city: "Rotterdam" }] });
    await at.apply({ customers: [{ ...firm, city: "Utrecht" }] });
    const undone = await at.undo(runId);
    expect(undone.rowAt("customers.csv:2")).toMatchObject({ status: "failed", error_code: "changed_since" });
    expect(undone.rowAt("customers.csv:2").message).toContain("city is Utrecht instead of Rotterdam");
  });
});
