import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { verbatim } from "../../../src/model/words/text.ts";
import { writePlanCsv } from "../../../src/report/files/plan-csv.ts";
import { changing, lineOf, planOf } from "../../support/signed-plans.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

describe("a plan as a sheet", () => {
  it("has a line for each change, for each other row, and for what is in no sheet", async () => {
    const plan = planOf(
      [
        lineOf("customers", 2, { ...changing("name", "=Korenaar", "Korenaar BV"), key: "C1" }),
        lineOf("locations", 2, { action: "create" }),
        lineOf("users", 2),
        lineOf("users", 3, {
          action: "refused",
          reason: verbatim("No such location."),
          hint: verbatim("Name another."),
          code: "x",
        }),
      ],
      { unlisted: [{ customer: "C1", kind: "user", key: "guest@example.com" }] },
    );
    const path = await writePlanCsv(join(await makeTemporaryFolder(), "plan.csv"), plan, "en");
    const lines: readonly string[][] = parse(await readFile(path), { bom: true });
    expect(lines.map((cells) => cells.join("|"))).toEqual([
      "sheet|file|row|customer|key|action|field|before|after|reason|hint|assigned|from_profiles",
      "customers|customers.csv|2|C1|C1|update|name|'=Korenaar|Korenaar BV||||",
      "locations|locations.csv|2|C1|locations 2|create|||||||",
      "users|users.csv|2|C1|user2@example.com|unchanged|||||||",
      "users|users.csv|3|C1|user3@example.com|refused||||No such location.|Name another.||",
      "users|||C1|guest@example.com|left unchanged||||at Webex and in no sheet|||",
    ]);
  });
});
