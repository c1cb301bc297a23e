import { describe, expect, it } from "vitest";
import type { RunFile } from "../../../src/journal/run-file/run-file.ts";
import type { JournalEntry } from "../../../src/model/journal-entry.ts";
import type { Operation } from "../../../src/model/plan.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import { issueOf, newRow, runFileInMemory, sheetFile } from "../../support/run-files.ts";

const at = "2026-11-22T02:00:00.000Z";

function operationOf({ operations }: RunFile, given: Partial<Operation> = {}): Operation {
  const operation = {
    id: operations.nextId(),
    unit: 1,
    row: 1,
    resource: "customer",
    key: "acme",
    action: "create",
    payload: {
      externalId: "acme",
      name: 'Acme "Ünïcode" \u0000',
      packages: [],
      packageLimits: {},
      billingAddress: { line1: "Dam 1", city: "Amsterdam", country: "NL" },
    },
    needs: [{ operation: 1, part: "webex_calling" }],
    ids: { orgId: "org" },
    changes: [{ field: "packages", before: "", after: "webex_calling" }],
    ...given,
  };
  return operation as Operation; // resource and payload are given together
}

describe("operations", () => {
  it("come back as they were planned, with their entries in the order in which they were written", () => {
    const runFile = runFileInMemory();
    const { operations } = runFile;
    const first = operationOf(runFile);
    const second = operationOf(runFile, { row: 2, unit: 2 });
    const third = operationOf(runFile, { row: 2 });
    operations.save([first, second, third]);
    const entries: JournalEntry[] = [
      { kind: "intent", operation: first.id, attempt: 1, at },
      {
        kind: "retry",
        operation: first.id,
        attempt: 1,
        at,
        failure: { kind: "unavailable", sent: true, message: verbatim("503") },
      },
      { kind: "intent", operation: third.id, attempt: 1, at },
      { kind: "intent", operation: first.id, attempt: 2, at },
      {
        kind: "result",
        operation: first.id,
        attempt: 2,
        at,
        result: { status: "done", effect: "created", ids: { customerId: "c" } },
      },
    ];
    for (const entry of entries) operations.append(entry);

    const ofFirst = { operation: first, entries: entries.filter(({ operation }) => operation === first.id) };
    const ofThird = { operation: third, entries: [entries[2]] };
    expect(operations.ofUnit(1)).toEqual([ofFirst, ofThird]);
    expect(operations.ofUnit(2)).toEqual([{ operation: second, entries: [] }]);
    expect(operations.ofRow(2)).toEqual([{ operation: second, entries: [] }, ofThird]);
    expect(operations.get(first.id)).toEqual(ofFirst);
    expect(operations.get(99)).toBeUndefined();
  });

  it("have numbers of their own, also when the file is opened again", () => {
    const runFile = runFileInMemory();
    expect([1, 2, 3].map(() => runFile.operations.nextId())).toEqual([1, 2, 3]);
  });

  it("count valid rows by the kinds of operations that are planned for them", () => {
    const runFile = runFileInMemory();
    const { files, rows, operations } = runFile;
    const file = files.add(sheetFile("customers"));
    rows.stage(file, "customers", [
      ...[2, 3, 4, 5, 6].map((row) => newRow(row)),
      newRow(7, { issues: [issueOf(file)] }),
    ]);
    operations.save([
      operationOf(runFile, { row: 1, action: "create" }),
      operationOf(runFile, { row: 1, action: "read" }),
      operationOf(runFile, { row: 2, action: "update" }),
      operationOf(runFile, { row: 3, action: "none" }),
      operationOf(runFile, {
        row: 3,
        action: "create",
        resource: "directory_entry",
        payload: { roles: ["full_admin"] },
      }),
      operationOf(runFile, { row: 4, action: "none" }),
      operationOf(runFile, { row: 5, action: "delete" }),
    ]);
    expect(operations.alikeRows()).toEqual([
      {
        steps: [
          { resource: "customer", action: "create" },
          { resource: "customer", action: "read" },
        ],
        isRefused: false,
        rows: 1,
      },
      { steps: [{ resource: "customer", action: "delete" }], isRefused: false, rows: 1 },
      { steps: [{ resource: "customer", action: "none" }], isRefused: false, rows: 1 },
      {
        steps: [
          { resource: "customer", action: "none" },
          { resource: "directory_entry", action: "create" },
        ],
        isRefused: false,
        rows: 1,
      },
      { steps: [{ resource: "customer", action: "update" }], isRefused: false, rows: 1 },
    ]);
    // row 3 is there already and gets a role: it has something to do too
    const unit = runFile.units.add({ reference: "C-1" });
    expect(operations.countOpenRows()).toEqual([
      { unit, customer: "C-1", sheet: "customers", rows: 4, done: 0, failed: 0 },
    ]);
  });
});

describe("units", () => {
  it("are found by their references", () => {
    const { units } = runFileInMemory();
    const acme = units.add({
      row: 1,
      reference: "CUST-1",
      externalMatch: "CUST-1",
      nameMatch: "acme",
      fold: "cust1",
      digits: "1",
    });
    const other = units.add({ row: 2, reference: "CUST-2", externalMatch: "CUST-2", nameMatch: "acme" });
    const outside = units.add({ reference: "elsewhere", fold: "cust1", digits: "1" });
    expect(units.byExternalMatch("CUST-1").map(({ id }) => id)).toEqual([acme]);
    expect(units.byNameMatch("acme").map(({ id }) => id)).toEqual([acme, other]);
    expect(units.byFold("cust1").map(({ id }) => id)).toEqual([acme]);
    expect(units.byDigits("1").map(({ id }) => id)).toEqual([acme]);
    expect(units.get(outside)).toEqual({ id: outside, row: null, reference: "elsewhere" });
    expect(() => units.get(99)).toThrow("no unit 99");
    expect([...units.all()].map(({ id }) => id)).toEqual([acme, other, outside]);
  });

  it("are offered the heaviest first, and only those that have something to do", () => {
    const { units } = runFileInMemory();
    const ids = [3, 0, 9, 3].map((weight) => {
      const unit = units.add({ reference: `weight ${weight}` });
      units.setPlanned(unit, weight);
      return unit;
    });
    const unplanned = units.add({ reference: "unplanned" });
    expect(units.byWeight()).toEqual([
      { id: ids[2], weight: 9 },
      { id: ids[0], weight: 3 },
      { id: ids[3], weight: 3 },
    ]);
    expect(units.unplanned().map(({ id }) => id)).toEqual([unplanned]);
  });

  it("are all read, however many there are", () => {
    const runFile = runFileInMemory();
    runFile.together(() => {
      for (let index = 0; index < 2_100; index += 1) runFile.units.add({ reference: `${index}` });
    });
    expect([...runFile.units.all()].map(({ reference }) => reference)).toEqual(
      Array.from({ length: 2_100 }, (_, index) => `${index}`),
    );
  });
});
