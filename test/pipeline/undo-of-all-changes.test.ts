/** The undo of a run with every change, move and removal: what comes back, and what is listed because it does not. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAllChanges } from "../support/all-changes.ts";
import { comparableState } from "../support/comparable-state.ts";
import { operator } from "../support/operator.ts";

const allowing = {
  isAdopting: true,
  isRemovingCustomers: true,
  isDeletingOrganizations: true,
  isAcceptingImpacts: true,
  isAllowingOutage: true,
  isRemovingNumbers: true,
};

/** A name that is shown as it would be anyhow, and a blank second line of an address, are no difference. */
function plainly(line: string): string {
  return line.replace(/"displayName":"[\w-]+ Visser[^"]*"/, '"displayName":null').replace(',"address2":""', "");
}

const byHand = ["customers.csv:2 update failed undo_by_hand", "customers.csv:4 create failed undo_by_hand"];

/** What these rows are about: a customer's limits and language, which Webex does not tell, and a customer that is gone. */
const leftToPeople = /^customers .*"externalId":"C[13]"|^organizations |organization C3|user@c3\.example/;

describe("the undo of a run with every operation of the days after the first", () => {
  it("brings back what it can, and lists the rest", async () => {
    const at = await operator();
    const { before, changes } = await writeAllChanges(join(at.folder, "batches"));
    expect((await at.apply(before)).exitCode).toBe(0);
    const was = comparableState(await at.webex.state()).map(plainly);
    const { runId, exitCode } = await at.apply(changes, allowing);
    expect(exitCode).toBe(0);
    const { rows, exitCode: undone, rowAt } = await at.undo(runId);
    expect(rows.filter((row) => !/ (succeeded|unchanged)$/.test(row))).toEqual(byHand);
    expect(undone).toBe(1);
    expect(rowAt("customers.csv:2").message).toContain(
      "did here: it changed package_limits from webex_calling=50 to webex_calling=60; it changed language from blank to en_US.",
    );
    const is = comparableState(await at.webex.state()).map(plainly);
    const different = [...was.filter((line) => !is.includes(line)), ...is.filter((line) => !was.includes(line))];
    expect(different.filter((line) => !leftToPeople.test(line))).toEqual([]);
    console.log(`${was.length} things before; ${different.length} lines differ, all of them of rows that are listed`);
  });
});
