import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { allScopes } from "../src/webex/scopes.ts";
import { projectFolder } from "./support/run-program.ts";

it("the way to the first customer names every scope that an import needs, and no other", async () => {
  const text = await readFile(`${projectFolder}docs/first-customer.md`, "utf8");
  const named = text.match(/`(?:spark|identity)[\w:-]+`/g)?.map((scope) => scope.slice(1, -1));
  expect([...new Set(named)].toSorted()).toEqual(allScopes().toSorted());
});
