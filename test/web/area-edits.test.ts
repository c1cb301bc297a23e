/** Edits of any number of rows, as the page sends them: nothing is left out without a word, and all of it can be taken back. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { type Served, serve } from "./served.ts";

/** More than one answer of the server holds. */
const users = 600;

async function json(page: Served, path: string, method = "GET", body?: object) {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const reply = await page.askAsPage(path, { method, ...sent });
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body);
}

/** Every user at an office whose name is spelled wrong, and without the plus of a number. */
async function serveBatch() {
  const folder = await makeTemporaryFolder();
  const batch = await writeBatch(folder, "batch", {
    templates: [{}],
    customers: [{ hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201230000-+31201239999" }],
    locations: [{}],
    users: Array.from({ length: users }, (_, index) => ({
      location: "Hed Office",
      extension: "",
      phone_number: `3120123${String(index).padStart(4, "0")}`,
    })),
  });
  const page = await serve(folder);
  const { id } = await json(page, "/api/batches", "POST");
  for (const sheet of ["templates", "customers", "locations", "users"]) {
    const body = await readFile(join(batch, `${sheet}.csv`));
    await page.askAsPage(`/api/batches/${id}/files?name=${sheet}.csv`, { method: "PUT", body });
  }
  const path = `/api/batches/${id}`;
  const ask = (part: string, body?: object) => json(page, `${path}/${part}`, body ? "POST" : "GET", body);
  await ask("settled");
  const column = async (name: string) => {
    await ask("settled");
    const texts: string[] = [];
    for (let from = 0; ; from += 500) {
      const { rows, total } = await ask(`rows?sheet=users&from=${from}&count=500`);
      const { files } = (await ask("settled")).check;
      const position = files.find(({ sheet }: { sheet: string }) => sheet === "users").columns.indexOf(name);
      texts.push(...rows.map(({ cells }: { cells: string[] }) => cells[position]));
      if (from + 500 >= total) return texts;
    }
  };
  return { ask, column };
}

const from = (row: number) => ({ file: "users.csv", row });
const filter = { sheet: "users" };

describe("an edit of many rows", { timeout: 60_000 }, () => {
  it("pastes every row, adds those below the last, and is taken back and done again as one", async () => {
    const { ask, column } = await serveBatch();
    const texts = Array.from({ length: users + 3 }, (_, index) => [`Name ${index}`]);
    const area = { kind: "paste", filter, from: from(2), to: "users.csv", rows: 0, columns: ["first_name"], texts };
    const pasted = await ask("area", area);
    expect(pasted).toMatchObject({
      added: 3,
      leftOver: 0,
      did: { kind: "paste", column: "first_name", rows: users + 3 },
    });
    expect(await column("first_name")).toEqual(texts.flat());
    expect((await ask("undo", {})).did).toMatchObject({ kind: "paste", row: 2 });
    expect(new Set(await column("first_name"))).toEqual(new Set(["Ann"]));
    await ask("redo", {});
    expect((await column("first_name")).at(-1)).toBe(`Name ${users + 2}`);
  });

  it("says how many pasted rows a filter has no room for", async () => {
    const { ask } = await serveBatch();
    const area = { kind: "paste", filter: { ...filter, text: `visser ${users - 1}` }, from: from(users), rows: 0 };
    const pasted = await ask("area", { ...area, columns: ["first_name"], texts: [["Eva"], ["Bo"], ["Cas"]] });
    expect(pasted).toMatchObject({ leftOver: 2, added: 0, did: { cells: 1 } });
  });

  it("fills, clears and deletes as many rows as are selected", async () => {
    const { ask, column } = await serveBatch();
    const rows = users - 1;
    await ask("area", { kind: "fill", filter, from: from(2), rows, columns: ["last_name"] });
    const names = await column("last_name");
    expect(names.slice(0, -1).every((name) => name === "Visser 1")).toBe(true);
    expect(names.at(-1)).toBe(`Visser ${users}`);
    await ask("area", { kind: "clear", filter, from: from(2), rows, columns: ["location"] });
    expect((await column("location")).filter((cell) => cell === "")).toHaveLength(rows);
    await ask("area", { kind: "delete", filter, from: from(2), rows, columns: [] });
    expect(await column("last_name")).toEqual([`Visser ${users}`]);
    await ask("undo", {});
    expect(await column("last_name")).toHaveLength(users);
  });

  it("repairs all that is certain, and writes what is suggested into all cells with the same text", async () => {
    const { ask, column } = await serveBatch();
    expect((await ask("repairs", {})).did).toMatchObject({ kind: "repair", cells: users });
    const { check } = await ask("settled");
    expect(check.swaps).toEqual([
      expect.objectContaining({
        sheet: "users",
        column: "location",
        from: "Hed Office",
        to: "Head Office",
        cells: users,
      }),
    ]);
    const { sheet, code, column: name, from: before, to } = check.swaps[0];
    const swapped = await ask("repairs", { sheet, code, column: name, from: before, to });
    expect(swapped.did).toMatchObject({ kind: "replace", cells: users });
    expect(new Set(await column("location"))).toEqual(new Set(["Head Office"]));
    expect((await ask("settled")).check.summary.total.statuses.invalid).toBe(0);
  });

  it("is refused with what to do where it is too large", async () => {
    const { ask } = await serveBatch();
    const columns = Array.from({ length: 10 }, () => [
      "email",
      "first_name",
      "last_name",
      "package",
      "location",
    ]).flat();
    const texts = Array.from({ length: 10_100 }, (_, index) => columns.map((_, cell) => `${index} ${cell}`));
    const area = { kind: "paste", filter, from: from(2), to: "users.csv", rows: 0, columns, texts };
    await expect(ask("area", area)).rejects.toThrow(/edit_too_large/);
  });
});
