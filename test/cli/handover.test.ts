/** `handover`: a page and a CSV file for each customer of a run, each with its own data alone. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { type Batch, writeBatch } from "../support/write-batch.ts";

async function applied(batch: Batch, code = 0) {
  const folder = await makeTemporaryFolder();
  await writeBatch(folder, "batch", { templates: [{ invite_emails: "yes" }], ...batch });
  const run = await runHere(["apply", "batch"], folder);
  expect(run, run.err + run.out).toMatchObject({ code });
  const [{ runId }] = JSON.parse((await runHere(["runs", "--json"], folder)).out) as [{ runId: string }];
  const read = async (name: string) => (await readFile(join(folder, "out", name), "utf8")).replaceAll("<wbr>", "");
  return {
    folder,
    runId,
    read,
    handOver: (...flags: readonly string[]) => runHere(["handover", runId, "--out", "out", ...flags], folder),
  };
}

const two: Batch = {
  customers: [
    {
      external_id: "NL-1",
      name: "Bakkerij <b>De Korenaar</b> & Zn.",
      hq_pstn: "Simulated Carrier",
      hq_phone_numbers: "+31201234500-+31201234502",
      hq_main_number: "+31201234500",
    },
    { external_id: "NL-2", name: "Van Dijk Accountants" },
  ],
  users: [
    {
      customer: "NL-1",
      email: "fatima@korenaar.example.com",
      first_name: "Fatima",
      last_name: "=Visser",
      phone_number: "+31201234501",
      roles: "full_admin",
    },
    { customer: "NL-2", email: "yara@vandijk.example.com", first_name: "Yara", last_name: "Smit" },
  ],
};

describe("handover", () => {
  it("gives each customer a page and a CSV file with its own data, and nothing of another", async () => {
    const { handOver, read, folder } = await applied(two);
    expect(await handOver("--brand", "Example Telecom")).toMatchObject({
      code: 0,
      out: expect.stringContaining("2 customers handed over: a page and a CSV file each in out"),
    });
    expect((await readdir(join(folder, "out"))).sort()).toEqual(["NL-1.csv", "NL-1.html", "NL-2.csv", "NL-2.html"]);
    const [own, ownCsv, other, otherCsv] = [
      await read("NL-1.html"),
      await read("NL-1.csv"),
      await read("NL-2.html"),
      await read("NL-2.csv"),
    ];
    for (const text of ["fatima@korenaar.example.com", "Head Office", "4000"])
      for (const file of [own, ownCsv]) expect(file).toContain(text);
    expect(own).toContain("+31 20 123 4500 – 4502");
    expect(own).toContain("Example Telecom");
    expect(ownCsv).toContain("number,Fatima =Visser,,,+31201234501,,Head Office,,,in service,");
    expect(ownCsv).toContain("number,,,,+31201234502,,Head Office,,,in service,free");
    for (const text of ["yara", "Van Dijk", "NL-2"]) for (const file of [own, ownCsv]) expect(file).not.toContain(text);
    for (const text of ["fatima", "Korenaar", "NL-1", "+31"])
      for (const file of [other, otherCsv]) expect(file).not.toContain(text);
  });

  it("writes every value as text, and a page that loads and runs nothing", async () => {
    const { handOver, read } = await applied(two);
    await handOver();
    const page = await read("NL-1.html");
    expect(page).toContain("Bakkerij &#60;b&#62;De Korenaar&#60;/b&#62; &#38; Zn.");
    expect(page).not.toContain("<b>De Korenaar");
    expect(page).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-[^"]+&#39;; base-uri &#39;none&#39;/,
    );
    expect(page).not.toMatch(/<script|\son\w+=|https?:|<link|@import|url\(/i);
    expect(page).toContain("@page{size:A4");
  });

  it("is in the language of the run, or in the one asked for", async () => {
    const { handOver, read } = await applied(two);
    await handOver("--language", "nl", "--csv-delimiter", ";");
    expect(await read("NL-1.html")).toContain('<html lang="nl">');
    expect(await read("NL-1.html")).toContain("Locaties en telefoonnummers");
    expect(await read("NL-1.csv")).toContain("Soort;Naam;E-mailadres;");
    expect(await read("NL-1.csv")).toContain("volledige beheerder");
  });

  it("hands over those named alone, and tells the same as JSON", async () => {
    const { handOver, folder } = await applied(two);
    const { out } = await handOver("--only", "customer=NL-2", "--json");
    expect(JSON.parse(out)).toMatchObject({
      ...{ v: 1, language: "en", notHandedOver: [] },
      customers: [
        {
          customer: "NL-2",
          name: "Van Dijk Accountants",
          state: "ready",
          users: 1,
          locations: 1,
          numbers: 0,
          tasks: 0,
        },
      ],
    });
    expect((await readdir(join(folder, "out"))).sort()).toEqual(["NL-2.csv", "NL-2.html"]);
    expect(await handOver("--only", "NL-3")).toMatchObject({ code: 2, err: expect.stringContaining("NL-1 or NL-2") });
  });

  it("hands nothing over as working that failed, and says what is left to be done", async () => {
    const { handOver, read } = await applied(
      {
        customers: [{}, { external_id: "C2", address_line1: "" }],
        users: [
          { email: "ann@example.com", first_name: "Ann", last_name: "Visser" },
          { email: "bob@example.com", first_name: "Bob", last_name: "Bakker", package: "webex_suite" },
          { email: "eve@example.com", first_name: "Eve", last_name: "Elders", customer: "C2" },
        ],
      },
      1,
    );
    const { code, out } = await handOver();
    expect(code).toBe(1);
    expect(out).toContain("C2 is not handed over: it was not set up; its rows in results.csv say why");
    const page = await read("C1.html");
    expect(page).toContain("ann@example.com");
    expect(page).not.toContain("<td>bob@example.com</td>");
    expect(page).toContain("Set up the users bob@example.com.");
    expect(await read("C1.csv")).not.toContain("\nuser,Bob");
  });

  it("of a retry also tells what the run before has set up, and what was corrected in place of what was refused", async () => {
    const bob = { email: "bob@example.com", first_name: "Bob", last_name: "Bakker", package: "webex_suite" };
    const { folder, runId, read } = await applied({ customers: [{}], users: [{ email: "ann@example.com" }, bob] }, 1);
    const failed = join(folder, ".wholesale-import", "runs", runId, "failed", "users.csv");
    const corrected = (await readFile(failed, "utf8")).replace("webex_suite", "webex_calling");
    await writeFile(failed, corrected.replace("bob@", "robert@"));
    const retry = await runHere(["retry"], folder);
    expect(retry, retry.err + retry.out).toMatchObject({ code: 0 });
    const [{ runId: retried }] = JSON.parse((await runHere(["runs", "--json"], folder)).out) as [{ runId: string }];
    expect(await runHere(["handover", retried, "--out", "out"], folder)).toMatchObject({ code: 0 });
    const page = await read("C1.html");
    for (const email of ["ann@example.com", "robert@example.com"]) expect(page).toContain(`<td>${email}</td>`);
    expect(page).not.toContain("bob@example.com");
    expect(page).toContain("Head Office");
    expect(page).toContain("Nothing: everything has been set up.");
  });

  it("says from which day numbers are in service and mails are sent, and what waits for consent", async () => {
    const { handOver, read } = await applied(
      {
        customers: [
          {
            ...{ hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "" },
            ...{ hq_activate_on: "2099-03-01", welcome_on: "2099-03-02" },
          },
        ],
        users: [{ email: "piet+consent@example.com", first_name: "Piet", last_name: "Postma" }],
      },
      3,
    );
    await handOver();
    const page = await read("C1.html");
    expect(page).toMatch(/Accept the move to this organization, [^<]*: Piet Postma\./);
    expect(page).toContain('Piet Postma<span class="mark">not ready yet</span>');
    expect(page).toContain("in service from 1 March 2099");
    expect(page).toContain("Webex sends you an activation e-mail on 2 March 2099.");
    expect(page).toContain(
      "Put the numbers +31\u00a020\u00a0123\u00a04500\u00a0–\u00a04509 of Head Office into service.",
    );
  });

  it("leaves out who has gone, and names them as gone", async () => {
    const {
      folder,
      handOver: _,
      ...first
    } = await applied({ customers: [{}], users: [{ email: "ann@example.com" }, { email: "bob@example.com" }] });
    await writeBatch(folder, "leavers", { users: [{ email: "bob@example.com", action: "remove" }] });
    const removal = await runHere(["apply", "leavers", "--yes", "--max-removals", "10"], folder);
    expect(removal, removal.err + removal.out).toMatchObject({ code: 0 });
    const [{ runId }] = JSON.parse((await runHere(["runs", "--json"], folder)).out) as [{ runId: string }];
    expect((await runHere(["handover", runId, "--out", "out"], folder)).code).toBe(0);
    const page = await first.read("C1.html");
    expect(page).toContain("No longer there</h2><p>bob@example.com</p>");
    expect(page).toContain("This overview lists only what was part of the last order.");
  });

  it("takes its target from the run, and refuses another one", async () => {
    const { handOver } = await applied(two);
    expect(await handOver("--target", "webex")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--target says webex, but the run belongs to simulator"),
    });
    expect(await handOver("--base-url", "https://webex.example.com/v1")).toMatchObject({ code: 2 });
  });

  it("refuses a run that has set up nothing, and one that was undone", async () => {
    const { folder, runId, handOver } = await applied(two);
    const undone = await runHere(["undo", runId], folder);
    expect(undone, undone.err + undone.out).toMatchObject({ code: 0 });
    expect(await handOver()).toMatchObject({ code: 2, err: expect.stringContaining("has undone or overtaken it") });
    const [undo] = JSON.parse((await runHere(["runs", "--json"], folder)).out) as [{ runId: string }];
    expect(await runHere(["handover", undo.runId, "--out", "out"], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining("(undo) has set up nothing that could be handed over."),
    });
  });

  it("puts the logo into each page, and refuses a file that is none", async () => {
    const { folder, handOver, read } = await applied(two);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';
    await writeFile(join(folder, "logo.svg"), svg);
    expect((await handOver("--logo", "logo.svg", "--brand", "Example")).code).toBe(0);
    expect(await read("NL-1.html")).toContain(
      `src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}" alt="Example"`,
    );
    const wrong = {
      "text.png": ["just a text", "is not a PNG, JPEG or SVG picture"],
      "half.png": [Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "is damaged or incomplete"],
      "half.svg": ["<svg><g></svg>", "is damaged or incomplete"],
      "script.svg": ["<svg><script>1</script></svg>", "has <script>"],
      "click.svg": ['<svg onclick="1"/>', "has onclick"],
      "fetches.svg": ['<svg xmlns:xlink="x"><image xlink:href="https://example.com/a.png"/></svg>', "has xlink:href"],
      "styled.svg": ["<svg><style>a{fill:url(https://example.com/a)}</style></svg>", "has url()"],
      "large.png": [Buffer.alloc(600 * 1024), "has 600 kB; 512 kB are allowed"],
    } as const;
    for (const [name, [content, reason]] of Object.entries(wrong)) {
      await writeFile(join(folder, name), content);
      expect(await handOver("--logo", name), name).toMatchObject({ code: 2, err: expect.stringContaining(reason) });
    }
    expect(await handOver("--logo", "none.png")).toMatchObject({
      code: 2,
      err: expect.stringContaining("cannot be read"),
    });
  });
});
