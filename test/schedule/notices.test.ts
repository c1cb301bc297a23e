import { createHmac, timingSafeEqual } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SMTPServerOptions } from "smtp-server";
import { describe, expect, it } from "vitest";
import { rowStatuses } from "../../src/model/outcome.ts";
import { builtIn } from "../../src/model/run-event.ts";
import { UserError } from "../../src/model/user-error.ts";
import { heartbeat } from "../../src/schedule/channels/heartbeat.ts";
import { mail } from "../../src/schedule/channels/mail.ts";
import { spaceMessage } from "../../src/schedule/channels/space-message.ts";
import { webhook } from "../../src/schedule/channels/webhook.ts";
import { type Notice, readNotice } from "../../src/schedule/notice.ts";
import { toHtml } from "../../src/schedule/notice-html.ts";
import { toMarkdown, toPlainText } from "../../src/schedule/notice-text.ts";
import { type Notifier, noticeLimits } from "../../src/schedule/notify.ts";
import { systemClock } from "../../src/system-clock.ts";
import { setNightScene } from "../support/nights.ts";
import { closedUrl, openMailServer, openReceiver } from "../support/notice-places.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const ports = { clock: systemClock };
const signal = new AbortController().signal;

const failedNotice: Notice = {
  v: 1,
  language: "en",
  id: "20261123-010000-abcd-monday",
  batch: "monday",
  outcome: "failed",
  exitCode: 1,
  runId: "20261123-010000-efgh",
  target: "webex Acme Telecom",
  counts: {
    rows: 4012,
    succeeded: 3990,
    unchanged: 0,
    pending: 0,
    failed: 4,
    blocked: 2,
    invalid: 16,
    notAskedAbout: 0,
  },
  errorGroups: [
    {
      severity: "error",
      code: "number_not_at_location",
      message: 'The number is not one of "Amsterdam" <b>&</b> [x](http://evil)',
      hint: "Use one of its numbers.",
      rows: 16,
      blocks: 2,
      first: ["users.csv:17", "users.csv:18"],
    },
  ],
  furtherGroups: 3,
  folder: "/srv/inbox/failed/20261123-010000-abcd-monday",
  report: "/srv/inbox/failed/20261123-010000-abcd-monday/results/results.csv",
};

/** As the documentation tells a receiver to do it. */
function isSigned(header: string | string[] | undefined, body: string, secret: string): boolean {
  const [, time = "", digest = ""] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(header)) ?? [];
  const expected = createHmac("sha256", secret).update(`${time}.${body}`).digest();
  return digest !== "" && timingSafeEqual(expected, Buffer.from(digest, "hex"));
}

describe("a webhook", () => {
  it.each(["Zürich – klanten 客户", "line\nbreak\r\nX-Other: yes", "a b%20c"])(
    "gets the id of any batch in a header, percent-encoded: %j",
    async (batch) => {
      const receiver = await openReceiver();
      const id = `20261123-010000-abcd-${batch}`;
      const notifier = webhook({ url: receiver.origin, secret: "secret" }, ports);
      expect(await notifier.send({ ...failedNotice, id, batch }, signal)).toEqual({ ok: true });
      const [{ headers } = failAt("no request")] = receiver.received;
      expect(decodeURIComponent(String(headers["x-wholesale-import-delivery"]))).toBe(id);
    },
  );

  it("gets the notice as JSON, with a signature that only the secret makes", async () => {
    const receiver = await openReceiver();
    const notifier = webhook({ url: `${receiver.origin}/hooks/a?b=c`, secret: "s3cret" }, ports);
    expect(await notifier.send(failedNotice, signal)).toEqual({ ok: true });
    const [{ method, path, headers, body } = failAt("no request")] = receiver.received;
    expect([method, path, headers["content-type"]]).toEqual(["POST", "/hooks/a?b=c", "application/json"]);
    expect(JSON.parse(body)).toEqual(failedNotice);
    expect(headers["x-wholesale-import-delivery"]).toBe(failedNotice.id);
    expect(isSigned(headers["x-wholesale-import-signature"], body, "s3cret")).toBe(true);
    expect(isSigned(headers["x-wholesale-import-signature"], body, "other")).toBe(false);
    expect(isSigned(headers["x-wholesale-import-signature"], body.replace("4012", "4013"), "s3cret")).toBe(false);
  });
});

describe("a message to a space", () => {
  it("goes to POST /messages of Webex, with its own token", async () => {
    const receiver = await openReceiver(() => ({ status: 200 }));
    const notifier = spaceMessage(
      { baseUrl: `${receiver.origin}/v1`, roomId: "Y2lzY29", token: "bot-token" },
      systemClock,
    );
    expect(await notifier.send(failedNotice, signal)).toMatchObject({ ok: true });
    const [{ method, path, headers, body } = failAt("no request")] = receiver.received;
    expect([method, path, headers.authorization]).toEqual(["POST", "/v1/messages", "Bearer bot-token"]);
    expect(JSON.parse(body)).toEqual({ roomId: "Y2lzY29", markdown: toMarkdown(failedNotice) });
  });

  it("makes no link or markup of what came out of a sheet", () => {
    expect(toMarkdown(failedNotice)).toContain("\\<b\\>&\\</b\\> \\[x\\](http:\u200b//evil)");
    const bare = { ...failedNotice, batch: "see HTTPS://evil.example or www.evil.example" };
    expect(toMarkdown(bare)).toContain("see HTTPS:\u200b//evil.example or www.\u200bevil.example");
  });

  it("is never longer than Webex takes", async () => {
    const receiver = await openReceiver(() => ({ status: 200 }));
    const notifier = spaceMessage({ baseUrl: `${receiver.origin}/v1`, roomId: "r", token: "t" }, systemClock);
    const [group] = failedNotice.errorGroups;
    const groups = Array.from({ length: 10 }, () => ({ ...(group ?? failAt("no group")), message: "é".repeat(1_000) }));
    await notifier.send({ ...failedNotice, errorGroups: groups }, signal);
    const { markdown } = JSON.parse(receiver.received[0]?.body ?? "{}");
    expect(Buffer.byteLength(markdown)).toBeLessThan(7_439);
    expect(markdown).not.toContain("\ufffd");
  });
});

describe("a mail", () => {
  it("is taken by a mail server, as text and as HTML that loads nothing", async () => {
    const server = await openMailServer("pa55");
    const url = `smtp://nightly@127.0.0.1:${server.port}`;
    const notifier = mail({
      url,
      password: "pa55",
      from: "import@acme.example",
      to: "ann@acme.example, bob@acme.example",
    });
    expect(await notifier.send(failedNotice, signal)).toEqual({ ok: true });
    const [{ from, to, user, source } = failAt("no mail")] = server.mails;
    expect([from, to, user]).toEqual(["import@acme.example", ["ann@acme.example", "bob@acme.example"], "nightly"]);
    expect(source).toMatch(/^Subject: monday: failed, 22 of 4 012 rows to correct\r?$/m);
    expect(source).toMatch(/^Message-ID: <20261123-010000-abcd-monday@wholesale-import>\r?$/im);
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(source).toMatch(/Content-Type: text\/plain/);
    expect(source).toMatch(/Content-Type: text\/html/);
    const html = toHtml(failedNotice);
    expect(html).toContain("&lt;b&gt;&amp;&lt;/b&gt;");
    expect(html).not.toMatch(/<(a|img|script|link|iframe)\b|url\(|src=|href=/);
    expect(toPlainText(failedNotice)).toContain("- 16 rows, and 2 rows blocked by them: the number is not");
    expect(toPlainText(failedNotice)).toContain("[x](http://evil). Use one of its numbers.");
  });

  it("says who began the run, and for which ticket", () => {
    const notice = { ...failedNotice, operator: "Ann <b>", ticket: "CHG-4711" };
    expect(toPlainText(notice)).toContain("Operator: Ann <b>\nTicket:   CHG-4711\n");
    expect(toMarkdown(notice)).toContain("Operator: Ann \\<b\\>  \nTicket: CHG-4711");
    expect(toHtml(notice)).toContain("Ann &lt;b&gt;");
  });

  it("come with operator and ticket of the nights", async () => {
    const receiver = await openReceiver();
    const doer = { operator: "nights", ticket: "CHG-4711" };
    const scene = await setNightScene("2026-11-22T12:00:00Z", { doer });
    const notifiers = [webhook({ url: receiver.origin, secret: "s" }, ports)];
    await scene.offer("a", oneUser);
    await scene.liveUntil("2026-11-23T12:00:00Z", { notifiers });
    const [{ body } = failAt("no request")] = receiver.received;
    expect(JSON.parse(body)).toMatchObject({ batch: "a", operator: "nights", ticket: "CHG-4711" });
  });

  it("is in the language of the run throughout", async () => {
    const folder = await makeTemporaryFolder();
    const statuses = Object.fromEntries(rowStatuses.map((status) => [status, 0]));
    const tally = { rows: 0, notAskedAbout: 0, statuses };
    const target = { name: "simulator", baseUrl: builtIn };
    await mkdir(join(folder, "results"));
    await writeFile(join(folder, "results", "summary.json"), JSON.stringify({ target, total: tally, errorGroups: [] }));
    const batch = { id: "n1", name: "dinsdag", end: { kind: "ran", exitCode: 0 } } as Parameters<typeof readNotice>[0];
    const notice = await readNotice(batch, folder, { language: "nl", stateFolder: folder });
    expect(toPlainText(notice)).toContain("ingebouwde simulator");
  });

  it("that is refused for one of several recipients reaches the others, and the log says who did not get it", async () => {
    const onRcptTo: SMTPServerOptions["onRcptTo"] = ({ address }, _session, done) =>
      done(address.startsWith("gone") ? Object.assign(new Error("no such person"), { responseCode: 550 }) : undefined);
    const server = await openMailServer("pa55", { onRcptTo });
    const url = `smtp://nightly@127.0.0.1:${server.port}`;
    const to = "gone@acme.example, bob@acme.example";
    const delivery = await mail({ url, password: "pa55", from: "a@b.example", to }).send(failedNotice, signal);
    expect(delivery).toEqual({ ok: true, refused: [expect.stringMatching(/^gone@acme\.example: 550 no such person/)] });
    expect(server.mails.map((each) => each.to)).toEqual([["bob@acme.example"]]);
  });

  it.each([
    ["that knows no such recipient", { onRcptTo: refuse(550, "no such person") }, "rejected", 550],
    ["that has no room now", { onRcptTo: refuse(452, "later") }, "unavailable", 452],
    ["that does not know the password", { onAuth: refuse(535, "wrong") }, "rejected", 535],
  ])("is refused by a server %s, and that is reported", async (_server, options, kind, status) => {
    const server = await openMailServer("pa55", options);
    const url = `smtp://nightly@127.0.0.1:${server.port}`;
    const delivery = await mail({ url, password: "pa55", from: "a@b.example", to: "c@d.example" }).send(
      failedNotice,
      signal,
    );
    expect(delivery).toMatchObject({ ok: false, failure: { kind, status } });
    expect(JSON.stringify(delivery)).not.toContain("pa55");
  });

  it("is not sent to an address that is not a mail server's or contains a password", () => {
    const urls = [
      "mail.example",
      "http://mail.example",
      "smtp://user:pa55@mail.example",
      "smtp://user:pa/55@mail.example",
      "smtp://user:pa@55@mail.example",
      "smtp://us%zzpa55@mail.example",
      "smtp://user@%zzpa55",
      "smtp://user@pa55 .example",
      "smtp://user@pa^55",
    ];
    for (const url of urls) {
      const refused = refusalBy(() => mail({ url, from: "a@b", to: "c@d" }));
      expect([url, refused?.code]).toEqual([url, "bad_smtp_url"]);
      expect(`${refused?.message} ${refused?.hint}`).not.toMatch(/pa.?55|mail\.example/);
    }
  });
});

function refusalBy(work: () => unknown): UserError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error : undefined;
  }
}

const oneUser = { templates: [{}], customers: [{}], users: [{}] };

describe("notices of a night", () => {
  it("are tried again while an endpoint is down, and delivered once when it is back", async () => {
    const receiver = await openReceiver((count) => ({
      status: [503, 429, 204][count - 1] ?? 500,
      headers: { "retry-after": "7" },
    }));
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const notifiers = [webhook({ url: receiver.origin, secret: "s" }, { clock: scene.clock })];
    await scene.offer("monday", oneUser);
    await scene.liveUntil("2026-11-23T12:00:00Z", { notifiers });
    expect(receiver.received).toHaveLength(3);
    expect(JSON.parse(receiver.received.at(-1)?.body ?? "{}")).toMatchObject({
      batch: "monday",
      outcome: "done",
      counts: { rows: 3, succeeded: 3 },
      errorGroups: [],
      report: expect.stringMatching(/\/done\/.*-monday\/results\/report\.html$/),
    });
    expect(scene.lines.filter(({ notice }) => notice === "webhook")).toMatchObject([{ message: "notice sent" }]);
  });

  it("never fail a night: what cannot be delivered is in the log, without the address and the secret", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const busy = await openReceiver(() => ({ status: 429, headers: { "retry-after": "1" } }));
    const gone = await closedUrl();
    const broken: Notifier = { name: "broken", send: () => Promise.reject(new Error("a bug")) };
    const notifiers = [
      webhook({ url: `${gone}private-path`, secret: "s3cret" }, { clock: scene.clock }),
      spaceMessage({ baseUrl: `${busy.origin}/v1`, roomId: "r", token: "t0ken" }, scene.clock),
      mail({ url: gone.replace("http", "smtp").replace(/\/$/, ""), from: "a@b.example", to: "c@d.example" }),
      broken,
    ];
    await scene.offer("monday", oneUser);
    await scene.offer("tuesday", { users: [{ email: "user9@example.com", extension: "4999" }] });
    await scene.liveUntil("2026-11-23T12:00:00Z", { notifiers, heartbeat: heartbeat(gone, ports) });
    expect(Object.keys(await scene.left())).toEqual(["done/20261123 monday", "done/20261123 tuesday"]);
    const failures = scene.lines.filter(({ message }) => message === "notice failed").map(({ notice }) => notice);
    const each = ["webhook", "space", "mail", "broken"];
    expect(failures).toEqual([...each, ...each, "heartbeat"]);
    expect(busy.received).toHaveLength(2 * noticeLimits.tries);
    expect(JSON.stringify(scene.lines)).not.toMatch(/private-path|s3cret|t0ken/);
    expect(scene.book.open()).toEqual([]);
  });

  it("report a batch that was not run, and why", async () => {
    const receiver = await openReceiver();
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const notifiers = [webhook({ url: receiver.origin, secret: "s" }, ports)];
    await scene.offer("a", oneUser);
    await scene.offer("b", oneUser);
    await scene.offer("c", {});
    await scene.liveUntil("2026-11-23T12:00:00Z", { notifiers });
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
      { batch: "a", outcome: "done" },
      {
        batch: "b",
        outcome: "repeated",
        exitCode: 0,
        reason: expect.stringContaining("already been applied, as a on"),
      },
      { batch: "c", outcome: "failed", exitCode: 2, reason: expect.stringContaining("There is no sheet in") },
    ]);
  });

  it("come with a heartbeat after each night, also where nothing was to do", async () => {
    const receiver = await openReceiver();
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.liveUntil("2026-11-25T12:00:00Z", { heartbeat: heartbeat(`${receiver.origin}/ping/abc`, ports) });
    expect(receiver.received.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(3).fill("GET /ping/abc"));
  });
});

describe("a night that cannot read its inbox", () => {
  it("sends no heartbeat, and the next one continues", async () => {
    const receiver = await openReceiver();
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const inbox = join(scene.folder, "not-mounted");
    const beat = heartbeat(receiver.origin, ports);
    await scene.liveUntil("2026-11-23T12:00:00Z", { inbox, heartbeat: beat });
    expect(receiver.received).toEqual([]);
    expect(scene.lines.filter(({ level }) => level === "error")).toMatchObject([
      { message: "the inbox cannot be read" },
    ]);
    await scene.liveUntil("2026-11-24T12:00:00Z", { heartbeat: beat });
    expect(receiver.received).toHaveLength(1);
  });
});

function refuse(responseCode: number, message: string) {
  return (...args: readonly unknown[]) => {
    const done = args.at(-1) as (error: Error) => void; // as smtp-server calls it
    done(Object.assign(new Error(message), { responseCode }));
  };
}

function failAt(what: string): never {
  throw new Error(what);
}
