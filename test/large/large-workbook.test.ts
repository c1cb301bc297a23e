import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";
import { serve } from "../web/served.ts";

const columns = ["customer", "email", "first_name", "last_name", "package"];

it("the page responds while an uploaded large workbook is checked", { timeout: 120_000 }, async () => {
  const folder = await makeTemporaryFolder();
  const path = join(folder, "users.xlsx");
  const rows = Array.from({ length: 60_000 }, (_, at) =>
    textRow(at + 2, ["C-1", `user${at}@acme.example`, "Ann", "Vos", "webex_meetings"]),
  );
  await writeWorkbook(path, [{ name: "users", rows: textRow(1, columns) + rows.join("") }]);
  const page = await serve(folder);
  const { id } = JSON.parse((await page.askAsPage("/api/batches", { method: "POST" })).body);
  const put = { method: "PUT", body: await readFile(path) };
  expect((await page.askAsPage(`/api/batches/${id}/files?name=users.xlsx`, put)).status).toBe(200);
  let isSettled = false;
  const settled = page.askAsPage(`/api/batches/${id}/settled`).then((reply) => {
    isSettled = true;
    return reply;
  });
  let answers = 0;
  while (!isSettled) {
    expect((await page.askAsPage("/api/start")).status).toBe(200);
    answers += 1;
  }
  expect((await settled).status).toBe(200);
  expect(answers).toBeGreaterThan(10);
});
