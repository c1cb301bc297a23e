/** The files that customers are handed, as the page gives them away: those of the command. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { connectTo, runContext } from "../../src/index.ts";
import { apply } from "../../src/pipeline/apply.ts";
import { packHandover } from "../../src/pipeline/handover.ts";
import { quickLimits } from "../support/operator.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { unzip } from "../support/zip-files.ts";
import { serve } from "./served.ts";

async function servedAfterRun() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex({ provisioningTimeMs: 10 });
  const batch = await writeBatch(folder, "batch", {
    templates: [{}],
    customers: [{}, { external_id: "B/2", name: "Van Dijk" }],
    users: [{ email: "ann@example.com" }, { email: "eve@example.com", customer: "B/2" }],
  });
  const stateFolder = join(folder, "state");
  const { runId } = await apply(
    {
      batch: { inputs: [batch] },
      connect: connectTo({ name: "simulator", baseUrl: `${webex.origin}/v1` }),
      options: { limits: quickLimits, confirm: async () => true },
    },
    runContext({ stateFolder }),
  );
  const page = await serve(folder, {}, { baseUrl: `${webex.origin}/v1` });
  return { folder, runId, stateFolder, page, path: `/api/runs/${runId}/handover` };
}

it("one customer's page and CSV file are downloads with its data alone, in the language of the page", async () => {
  const { page, path } = await servedAfterRun();
  const [html, csv] = [
    await page.askAsPage(`${path}?customer=C1&language=nl`),
    await page.askAsPage(`${path}?customer=C1&file=csv`),
  ];
  expect(html.headers["content-disposition"]).toBe('attachment; filename="C1.html"');
  expect(html.body).toContain('<html lang="nl">');
  expect(csv.headers["content-disposition"]).toBe('attachment; filename="C1.csv"');
  expect(csv.body).toContain("user,Ann Visser 1,ann@example.com,");
  for (const { body } of [html, csv]) expect(body).not.toMatch(/eve|Van Dijk|B\/2/);
  expect((await page.askAsPage(`${path}?customer=C9`)).body).toContain("no_such_customer");
});

it("those of all customers come as one archive", async () => {
  const { folder, runId, stateFolder, page, path } = await servedAfterRun();
  const { headers, body } = await page.askAsPage(path);
  expect(headers["content-type"]).toBe("application/zip");
  expect(headers["content-disposition"]).toBe(`attachment; filename="handover-${runId}.zip"`);
  expect(body.startsWith("PK")).toBe(true);

  const archive = join(folder, "handover.zip");
  await packHandover({ runId, language: "en" }, archive, runContext({ stateFolder }));
  const files = await unzip(archive);
  expect([...files.keys()]).toEqual([
    ...["C1.html", "C1.csv"],
    ...["html", "csv"].map((ending) => expect.stringMatching(new RegExp(`^customer-B-2-\\w{8}\\.${ending}$`))),
  ]);
  expect(files.get("C1.html")?.toString()).toContain("Customer 1");
});
