/** A mapping on the page: uploaded with the files that it is for, made of what was matched, and kept for corrections. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { semicolons } from "../support/mapped-batch.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { type Served, serve } from "./served.ts";

const samples = fileURLToPath(new URL("../../samples/from-other-systems", import.meta.url));
const names = ["Account_2026-11-20.csv", "DeZon_Group_Users.csv", "extensions.csv", "templates.csv"];

const newBatch = async (page: Served): Promise<string> =>
  JSON.parse((await page.askAsPage("/api/batches", { method: "POST" })).body).id;

async function upload(page: Served, batch: string, name: string, body: Buffer | string) {
  const path = `/api/batches/${batch}/files?name=${encodeURIComponent(name)}`;
  const { status, body: reply } = await page.askAsPage(path, { method: "PUT", body });
  return { status, reply: JSON.parse(reply) };
}

const settled = async (page: Served, batch: string) =>
  JSON.parse((await page.askAsPage(`/api/batches/${batch}/settled`)).body);

const mappingOf = async (page: Served, batch: string) =>
  JSON.parse((await page.askAsPage(`/api/batches/${batch}/download/mapping.json`)).body);

describe("a mapping that is uploaded", () => {
  it.each([["before the files"], ["after them"]])(
    "says which sheets they hold and what their cells mean: %s",
    async (when) => {
      const page = await serve(await makeTemporaryFolder());
      const batch = await newBatch(page);
      const mapping = await readFile(join(samples, "mapping.json"));
      if (when === "before the files") await upload(page, batch, "crm.json", mapping);
      for (const name of names) await upload(page, batch, name, await readFile(join(samples, name)));
      if (when === "after them") await upload(page, batch, "crm.json", mapping);
      const { check, files } = await settled(page, batch);
      expect([check.summary.total.rows, check.summary.total.statuses.not_attempted]).toEqual([13, 13]);
      expect(files.find(({ isMapping }: { isMapping?: true }) => isMapping)).toMatchObject({
        name: "crm.json",
        parts: [],
      });
      expect((await mappingOf(page, batch)).customers.constants).toMatchObject({ hq_language: "nl_NL" });
    },
  );

  it("is refused with what is wrong with it, and the one before stays", async () => {
    const page = await serve(await makeTemporaryFolder());
    const batch = await newBatch(page);
    await upload(page, batch, "crm.json", await readFile(join(samples, "mapping.json")));
    const { status, reply } = await upload(
      page,
      batch,
      "other.json",
      '{"users": {"headers": {"Toestel": "extention"}}}',
    );
    expect(status).toBe(409);
    expect(JSON.stringify(reply)).toContain("other.json");
    const { files } = await settled(page, batch);
    expect(files.map(({ name }: { name: string }) => name)).toEqual(["crm.json"]);
  });
});

async function json(page: Served, path: string, method = "GET", body: object = {}) {
  const headers = { "content-type": "application/json" };
  const asked = method === "GET" ? {} : { method, headers, body: JSON.stringify(body) };
  return JSON.parse((await page.askAsPage(path, asked)).body);
}

describe("refused rows of files that were mapped", () => {
  it("are corrected on the page by the mapping of their run", async () => {
    const page = await serve(await makeTemporaryFolder());
    const batch = await newBatch(page);
    await upload(page, batch, "mapping.json", await readFile(join(samples, "mapping.json")));
    for (const name of names) {
      const text = await readFile(join(samples, name), "utf8");
      await upload(page, batch, name, text.replace("203,Omar", "2O3,Omar"));
    }
    await settled(page, batch);
    await json(page, `/api/batches/${batch}/plan`, "POST");
    await until(async () => (await json(page, `/api/batches/${batch}`)).hasPlan);
    const { runId } = await json(page, "/api/runs", "POST", { batch });
    await until(async () => !(await json(page, `/api/runs/${runId}`)).isGoing);
    const { id } = await json(page, `/api/runs/${runId}/correct`, "POST");
    const { check, files } = await settled(page, id);
    expect(files.some(({ isMapping }: { isMapping?: true }) => isMapping)).toBe(true);
    expect(check.summary.total.statuses).toMatchObject({ invalid: 1, not_attempted: 0 });
    const { rows } = await json(page, `/api/batches/${id}/rows?sheet=users&from=0&count=1`);
    expect(rows[0].problems[0]).toMatchObject({ column: "extension", value: "2O3" });
  });
});

describe("columns that a person matched", () => {
  it("can be saved as a mapping, which reads the same file again", async () => {
    const page = await serve(await makeTemporaryFolder());
    const batch = await newBatch(page);
    const header = ["Klant", "Mailadres", "Wie", "Familie", "Pakket", "Kort"];
    const text = semicolons(header, ["C1", "ann@example.com", "Ann", "Smit", "webex_calling", "4501"]);
    await upload(page, batch, "users.csv", text);
    const choices = { Wie: "first_name", Familie: "last_name", Kort: "extension" };
    const body = JSON.stringify({ sheet: "users", header, choices });
    const headers = { "content-type": "application/json" };
    await page.askAsPage(`/api/batches/${batch}/headers`, { method: "PUT", body, headers });
    const mapping = await mappingOf(page, batch);
    expect(mapping.users).toEqual({
      files: ["users.csv"],
      headers: {
        Klant: "customer",
        Mailadres: "email",
        Wie: "first_name",
        Familie: "last_name",
        Pakket: "package",
        Kort: "extension",
        "*": "",
      },
    });
  });
});

describe("columns that a person matches on the page", () => {
  const file = "phones.csv";
  const lines = [
    "Who;Mail;Licence;Ext",
    "Ann Visser;ann@example.com;Basic;4001",
    "Eva Smit;eva@example.com;Basic;4002",
  ];
  const section = {
    headers: { Mail: "email", Licence: "package", Ext: "extension" },
    split: [{ header: "Who", at: " ", where: "first", into: ["first_name", "last_name"] }],
    constants: { customer: "C1" },
    values: { package: { Basic: "webex_calling" } },
  };
  const begin = async () => {
    const page = await serve(await makeTemporaryFolder());
    const batch = await newBatch(page);
    const { reply } = await upload(page, batch, file, lines.join("\n"));
    const { number } = reply.files.find(({ name }: { name: string }) => name === file);
    await json(page, `/api/batches/${batch}/sheet`, "PUT", { number, sheet: "users" });
    return { page, batch };
  };

  it("come with proposals from their names and values, and with what only the person knows", async () => {
    const { page, batch } = await begin();
    const found = await json(page, `/api/batches/${batch}/matching?file=${file}`);
    expect(found).toMatchObject({ sheet: "users", section: { headers: { Mail: "email", Ext: "extension" } } });
    expect(found.section.constants).toEqual({ customer: "?" });
    expect(found.texts[2]).toEqual(["Basic"]);
  });

  it("are shown as they will be read, and refused with what is wrong", async () => {
    const { page, batch } = await begin();
    const shown = await json(page, `/api/batches/${batch}/matching/rows`, "POST", { file, section });
    const first = Object.fromEntries(shown.columns.map((name: string, at: number) => [name, shown.rows[0][at]]));
    expect(first).toEqual({
      ...{ customer: "C1", email: "ann@example.com", first_name: "Ann", last_name: "Visser" },
      ...{ package: "webex_calling", extension: "4001" },
    });
    const wrong = { ...section, values: { package: { Basic: "gold" } } };
    const refused = await json(page, `/api/batches/${batch}/matching`, "PUT", { file, section: wrong });
    expect(refused.code).toBe("bad_mapping");
    expect((await settled(page, batch)).files.map(({ name }: { name: string }) => name)).toEqual([file]);
  });

  it("are read by it, and leave the mapping of others as it is", async () => {
    const { page, batch } = await begin();
    await upload(page, batch, "crm.json", await readFile(join(samples, "mapping.json")));
    await json(page, `/api/batches/${batch}/matching`, "PUT", { file, section });
    const { check, files } = await settled(page, batch);
    expect(files.filter(({ isMapping }: { isMapping?: true }) => isMapping)).toHaveLength(1);
    expect(check.summary.sheets.users.rows).toBe(2);
    const { rows } = await json(page, `/api/batches/${batch}/rows?sheet=users&from=0&count=1`);
    expect(rows[0].problems.map(({ code }: { code: string }) => code)).toEqual(["customer_will_be_looked_up"]);
    await upload(page, batch, names[0] ?? "", await readFile(join(samples, names[0] ?? "")));
    expect((await mappingOf(page, batch)).customers.constants).toMatchObject({ hq_language: "nl_NL" });
    expect((await mappingOf(page, batch)).users).toMatchObject({ constants: { customer: "C1" } });
  });
});
