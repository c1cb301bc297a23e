import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { readIn, type Served, serve } from "./served.ts";

const json = { "content-type": "application/json" };

async function newBatch(page: Served): Promise<string> {
  const reply = await page.askAsPage("/api/batches", { method: "POST", headers: json, body: "{}" });
  return JSON.parse(reply.body).id;
}

function upload(page: Served, batch: string, name: string, body: Buffer | string) {
  return page.askAsPage(`/api/batches/${batch}/files?name=${encodeURIComponent(name)}`, { method: "PUT", body });
}

async function settled(page: Served, batch: string) {
  return JSON.parse((await page.askAsPage(`/api/batches/${batch}/settled`)).body);
}

describe("access to the page's server", () => {
  it("is denied without the cookie, for the page and for every request", async () => {
    const page = await serve(await makeTemporaryFolder());
    expect((await page.ask("/")).status).toBe(401);
    for (const path of ["/api/start", "/api/runs", "/api/batches/x", "/assets/index.js"])
      expect((await page.ask(path)).status).toBe(401);
    const headers = { origin: `http://127.0.0.1:${page.port}` };
    expect((await page.ask("/api/batches", { method: "POST", headers, body: "{}" })).status).toBe(401);
  });

  it("is granted once for the one-time token, by a cookie that no script and no other site can use", async () => {
    const page = await serve(await makeTemporaryFolder());
    const { pathname, search } = new URL(page.url);
    expect((await page.ask("/?token=guessed")).status).toBe(403);
    const first = await page.ask(pathname + search);
    const [cookie = ""] = first.headers["set-cookie"] ?? [];
    // the browser may be closed meanwhile
    expect(cookie).toMatch(/^wholesale_import_\d+=[\w-]{43}; Max-Age=[1-9]\d{6,}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(first.body).not.toContain(search.slice(7));

    const second = await page.ask(pathname + search);
    expect(second.status).toBe(403);
    expect(second.headers["set-cookie"]).toBeUndefined();
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    expect((await page.ask("/", { headers })).body).toContain("the page");
    expect((await page.ask("/", { headers: { cookie: `${headers.cookie}x` } })).status).toBe(401);
  });

  it.each(["evil.example.com", "127.0.0.1.evil.example.com", "localhost", "[::1]:80", "127.0.0.1:1"])(
    "nobody who calls it %s, with the cookie or with the token",
    async (host) => {
      const page = await serve(await makeTemporaryFolder());
      expect((await page.askAsPage("/api/start", { headers: { host } })).status).toBe(403);
      const { pathname, search } = new URL(page.url);
      expect((await page.ask(pathname + search, { headers: { host } })).status).toBe(403);
    },
  );

  it.each(["https://evil.example.com", "null", "http://127.0.0.1:1", "http://localhost.evil.example.com"])(
    "no page of %s, though the browser sends the cookie",
    async (origin) => {
      const page = await serve(await makeTemporaryFolder());
      expect((await page.askAsPage("/api/start", { headers: { origin } })).status).toBe(403);
      expect((await page.askAsPage("/api/batches", { method: "POST", headers: { origin }, body: "{}" })).status).toBe(
        403,
      );
    },
  );

  it("is granted with the cookie, even if another port of this machine set one with the same name", async () => {
    const page = await serve(await makeTemporaryFolder());
    const { pathname, search } = new URL(page.url);
    const cookie = (await page.ask(pathname + search)).headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    const foreign = `${cookie.split("=")[0]}=tossed`;
    for (const both of [`${foreign}; ${cookie}`, `${cookie}; ${foreign}`])
      expect((await page.ask("/api/start", { headers: { cookie: both } })).status).toBe(200);
    expect((await page.ask("/api/start", { headers: { cookie: foreign } })).status).toBe(401);
  });

  it("is denied to pages of other sites or ports that hide their origin", async () => {
    const page = await serve(await makeTemporaryFolder());
    for (const site of ["cross-site", "same-site"])
      expect((await page.askAsPage("/api/start", { headers: { "sec-fetch-site": site } })).status).toBe(403);
    const { cookie = "" } = { cookie: await cookieOf(page) };
    expect((await page.ask("/api/batches", { method: "POST", headers: { cookie }, body: "{}" })).status).toBe(403);
  });

  it("is denied to other machines: it listens on loopback only", async () => {
    const page = await serve(await makeTemporaryFolder());
    const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address } of others.filter(({ internal, family }) => !internal && family === "IPv4"))
      await expect(fetch(`http://${address}:${page.port}/`)).rejects.toThrow();
  });

  it("does not include other scripts or frames: only its own scripts run, and no page can frame it", async () => {
    const page = await serve(await makeTemporaryFolder());
    const { headers } = await page.askAsPage("/");
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

async function cookieOf(page: Served): Promise<string> {
  const { pathname, search } = new URL(page.url);
  const reply = await page.ask(pathname + search);
  return reply.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

describe("uploads", () => {
  it("are stored under generated names, whatever they are called", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const batch = await newBatch(page);
    const header = "customer,email,first_name,last_name,package\n";
    for (const name of [
      "../../../users.csv",
      "..\\..\\users-2.csv",
      "/etc/users-3.csv",
      "users\u0000-4.csv",
      "users 5.csv",
    ])
      expect((await upload(page, batch, name, header)).status).toBe(200);
    const names = (await readdir(join(folder, "state", "uploads", batch))).filter((name) => name.endsWith(".csv"));
    expect(names.sort()).toEqual(["1.csv", "2.csv", "3.csv", "4.csv", "5.csv"]);
    const { files } = await settled(page, batch);
    expect(files.map((file: { name: string }) => file.name)).toEqual(
      expect.arrayContaining(["users.csv", "users-2.csv", "users-3.csv", "users-4.csv", "users 5.csv"]),
    );
    expect((await stat(join(folder, "state", "uploads", batch, "1.csv"))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["page", "state"]);
  });

  it("of two gigabytes are refused before they are sent", async () => {
    const page = await serve(await makeTemporaryFolder());
    const batch = await newBatch(page);
    const reply = await page.askAsPage(`/api/batches/${batch}/files?name=users.csv`, {
      method: "PUT",
      claims: 2 * 1024 ** 3,
    });
    expect(reply.status).toBe(413);
    expect(readIn("en", reply).message).toBe("The file is larger than 512 MiB.");
    expect(readIn("nl", reply).message).toBe("Het bestand is groter dan 512 MiB.");
  });

  it("without a stated length are refused when they are too long, and leave nothing behind", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder, { file: 1000 });
    const batch = await newBatch(page);
    const headers = { "transfer-encoding": "chunked" };
    const path = `/api/batches/${batch}/files?name=users.csv`;
    const reply = await page.askAsPage(path, { method: "PUT", headers, body: Buffer.alloc(200_000, "x") });
    expect(reply.status).toBe(413);
    expect(await readdir(join(folder, "state", "uploads", batch))).toEqual(["batch.json"]);
  });

  it("that are too large when unpacked are refused: a workbook and a compressed file", async () => {
    const page = await serve(await makeTemporaryFolder(), { workbook: 1024 ** 2, csv: 1024 ** 2 });
    const batch = await newBatch(page);
    const bomb = Buffer.alloc(64 * 1024 ** 2, " ");
    await upload(page, batch, "users.csv.gz", gzipSync(bomb));
    await upload(page, batch, "customers.xlsx", zipOf("xl/workbook.xml", bomb));
    const { check } = await settled(page, batch);
    expect(check.refusedFiles).toEqual(["customers.xlsx", "users.csv.gz"]);
    const codes = check.summary.fileIssues.map((issue: { code: string }) => issue.code);
    expect(codes).toEqual(["file_too_large", "file_too_large"]);
    expect(JSON.stringify(check.summary.fileIssues)).not.toContain("/uploads/");
  });

  it.each(["users.exe", "users", "users.csv.exe", "users.zip", "../notes.pdf"])(
    "called %s are reported as not read, and not kept",
    async (name) => {
      const folder = await makeTemporaryFolder();
      const page = await serve(folder);
      const batch = await newBatch(page);
      const { files } = readIn("en", await upload(page, batch, name, "x"));
      expect(files).toMatchObject([{ parts: [], unread: { message: expect.stringContaining("not read") } }]);
      expect(await readdir(join(folder, "state", "uploads", batch))).not.toContainEqual(expect.stringMatching(/^\d/));
    },
  );
});

describe("simultaneous uploads", () => {
  it("from three pages keep every byte in its own file", { timeout: 120_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const batch = await newBatch(page);
    const contents = Array.from({ length: 50 }, (_, n) => {
      const rows = Array.from({ length: 1 + ((n * 97) % 900) }, (_each, row) => `Template ${n}-${row},NL\n`);
      return { name: `templates-${n}.csv`, text: `template_name,country\n${rows.join("")}` };
    });
    const replies = await Promise.all(contents.map(({ name, text }) => upload(page, batch, name, text)));
    expect(replies.map(({ status }) => status)).toEqual(contents.map(() => 200));
    const { files } = JSON.parse((await page.askAsPage(`/api/batches/${batch}`)).body);
    expect(files.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      contents.map(({ name }) => name).toSorted(),
    );
    const stored = JSON.parse(await readFile(join(folder, "state", "uploads", batch, "batch.json"), "utf8")).files;
    expect(new Set(stored.map(({ own }: { own: string }) => own)).size).toBe(contents.length);
    for (const { name, own } of stored) {
      const onDisk = await readFile(join(folder, "state", "uploads", batch, own), "utf8");
      expect(onDisk === contents.find((each) => each.name === name)?.text, name).toBe(true);
    }
  });

  it("with the same name leave one file, and nothing of the others", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const batch = await newBatch(page);
    const texts = Array.from({ length: 8 }, (_, n) => `template_name,country\nTemplate ${n},NL\n`);
    await Promise.all(texts.map((text) => upload(page, batch, "templates.csv", text)));
    const { files } = await settled(page, batch);
    expect(files).toHaveLength(1);
    const own = (await readdir(join(folder, "state", "uploads", batch))).filter((name) => name.endsWith(".csv"));
    expect(own).toHaveLength(1);
    expect(texts).toContain(await readFile(join(folder, "state", "uploads", batch, own[0] ?? ""), "utf8"));
  });

  it("into a batch that is removed in the meantime fail, and do not restore it", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const batch = await newBatch(page);
    const text = `template_name,country\n${"Calling,NL\n".repeat(200_000)}`;
    const [uploaded, removed] = await Promise.all([
      upload(page, batch, "templates.csv", text),
      page.askAsPage(`/api/batches/${batch}`, { method: "DELETE" }),
    ]);
    expect(removed.status).toBe(200);
    expect([200, 404]).toContain(uploaded.status);
    expect(await readdir(join(folder, "state", "uploads"))).toEqual([]);
  });
});

describe("damaged files of the page", () => {
  it("break one batch, not the page", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const [good, badBatch, badEdits] = [await newBatch(page), await newBatch(page), await newBatch(page)];
    const uploads = join(folder, "state", "uploads");
    await writeFile(join(uploads, badBatch, "batch.json"), '{"v":1,');
    await writeFile(join(uploads, badEdits, "edits.ndjson"), "[{]\n");
    const again = await serve(folder);
    const start = JSON.parse((await again.askAsPage("/api/start")).body);
    expect(start.batches.map(({ id }: { id: string }) => id).toSorted()).toEqual([good, badEdits].toSorted());
    expect((await again.askAsPage(`/api/batches/${good}`)).status).toBe(200);
    for (const _ of [1, 2]) {
      const reply = await again.askAsPage(`/api/batches/${badEdits}`);
      expect([reply.status, JSON.parse(reply.body).code]).toEqual([409, "damaged_batch"]);
    }
  });
});

describe("header choices", () => {
  it("of several pages are all remembered, within the size that a person could make", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const batch = await newBatch(page);
    const remember = (header: readonly string[]) =>
      page.askAsPage(`/api/batches/${batch}/headers`, {
        method: "PUT",
        headers: json,
        body: JSON.stringify({ sheet: "users", header, choices: {} }),
      });
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => remember([`Klantnr ${n}`])));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const { headers } = JSON.parse(await readFile(join(folder, "state", "headers.json"), "utf8"));
    expect(headers).toHaveLength(20);
    expect((await remember(Array.from({ length: 100_000 }, () => "x"))).status).toBe(400);
  });
});

describe("paths in requests", () => {
  it.each([
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/assets/..%2f..%2fmain.js",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/report.html",
    "/api/batches/..%2f..",
    "/api/batches/%2e%2e/rows",
    "/api/runs/..%2f../review",
    "/api/runs/..%2f..%2fuploads/files/results.csv",
    "/api/batches/x/download/..%2f..%2fbatch.json",
  ])("never reach the disk: %s", async (path) => {
    const page = await serve(await makeTemporaryFolder());
    expect((await page.askAsPage(path)).status).toBe(404);
  });

  it("to files of a run reach its results and nothing else", async () => {
    const folder = await makeTemporaryFolder();
    const page = await serve(folder);
    const batch = await newBatch(page);
    await upload(page, batch, "templates.csv", "template_name,country\nCalling,NL\n");
    await page.askAsPage(`/api/batches/${batch}/plan`, { method: "POST", headers: json, body: "{}" });
    await page.askAsPage(`/api/batches/${batch}/plan/events`);
    const begun = await page.askAsPage("/api/runs", { method: "POST", headers: json, body: JSON.stringify({ batch }) });
    const { runId } = JSON.parse(begun.body);
    await page.askAsPage(`/api/runs/${runId}/events`);
    const results = await page.askAsPage(`/api/runs/${runId}/files/results.csv`);
    expect(results.body).toBe(await readFile(join(folder, "state", "runs", runId, "results.csv"), "utf8"));
    for (const name of ["run.db", "log.ndjson", "..%2f..%2fsimulator.db", "failed%2f..%2frun.db", "lock"])
      expect((await page.askAsPage(`/api/runs/${runId}/files/${name}`)).status).toBe(404);
  });
});

describe("a new user", () => {
  it("gets a starter workbook with every sheet", async () => {
    const page = await serve(await makeTemporaryFolder());
    const reply = await page.askAsPage("/api/starter");
    expect(reply.headers["content-disposition"]).toContain("batch.xlsx");
    expect(reply.body.startsWith("PK")).toBe(true);
    expect((await page.ask("/api/starter")).status).toBe(401);
  });
});

describe("invalid requests", () => {
  it.each([
    ["POST", 411],
    ["PUT", 411],
    ["OPTIONS", 404],
    ["DELETE", 404],
  ])("are no bug: a chunked or bodiless %s", async (method, status) => {
    const page = await serve(await makeTemporaryFolder());
    const chunked = status === 411 ? { "transfer-encoding": "chunked" } : {};
    const reply = await page.askAsPage("/api/batches/x", { method, headers: chunked });
    expect([reply.status, reply.body.includes("bug")]).toEqual([status, false]);
  });

  it("are refused with a reason", async () => {
    const page = await serve(await makeTemporaryFolder());
    const batch = await newBatch(page);
    const edits = (body: string) =>
      page.askAsPage(`/api/batches/${batch}/edits`, { method: "POST", headers: json, body });
    expect((await edits("{")).status).toBe(400);
    expect((await edits('{"cells":[{"file":1}]}')).status).toBe(400);
    expect((await edits('{"cells":[]}')).status).toBe(409);
    expect((await edits(`{"cells":"${"x".repeat(17 * 1024 ** 2)}"}`)).status).toBe(413);
    const run = await page.askAsPage("/api/runs", { method: "POST", headers: json, body: JSON.stringify({ batch }) });
    expect(run.status).toBe(409);
    expect(readIn("en", run).message).toContain("no plan");
    expect(readIn("nl", run).message).toContain("geen plan");
  });
});

/** A ZIP archive with one file. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(content.length, 8);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  const shared = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengths]);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, Buffer.from(name), packed]);
  const central = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
