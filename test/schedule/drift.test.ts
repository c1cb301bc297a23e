/** Webex compared with what was last applied, at times of its own, by nights with a clock of their own. */
import { readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/schedule/notice.ts";
import { toHtml } from "../../src/schedule/notice-html.ts";
import { toMarkdown, toPlainText } from "../../src/schedule/notice-text.ts";
import { readStarts } from "../../src/schedule/starts.ts";
import { workByHand } from "../support/by-hand.ts";
import { type NightScene, setNightScene } from "../support/nights.ts";

const mondays = await readStarts("0 6 * * 1", "Europe/Amsterdam", Date.parse("2026-11-22T12:00:00Z"));

/** Nights with a comparison each Monday at six, and one channel. */
async function scene(wishes: Parameters<typeof setNightScene>[1] = {}) {
  const notices: Notice[] = [];
  const notifiers = [
    {
      name: "list",
      async send(notice: Notice) {
        notices.push(notice);
        return { ok: true as const };
      },
    },
  ];
  const set = await setNightScene("2026-11-21T12:00:00Z", { driftStarts: mondays, notifiers, ...wishes });
  await set.offer("first", {
    templates: [{}],
    customers: [{}],
    users: [
      { email: "ann@example.com", extension: "4001" },
      { email: "bob@example.com", extension: "4002" },
    ],
  });
  return { ...set, drifts: () => notices.filter(({ batch }) => batch === "drift") };
}

const byHand = async ({ webex }: Pick<NightScene, "webex">) => (await workByHand(webex.baseUrl)).in("C1");

const shown = ({ said }: Pick<NightScene, "said">) =>
  said.filter((line) => line.startsWith("drift ")).map((line) => line.replace(/ -> .*\/(?=[^/]+\/)/, " -> "));

describe("a comparison of its own time", () => {
  it("notifies of what differs and of nothing, keeps its files in the inbox, and sends nothing", async () => {
    const at = await scene();
    await at.liveUntil("2026-11-23T12:00:00Z");
    await (await byHand(at)).line("ann@example.com", { extension: "4009" });
    const { writes } = await at.webex.stats();
    await at.liveUntil("2026-11-30T12:00:00Z");
    expect((await at.webex.stats()).writes).toBe(writes);
    expect(at.drifts()).toMatchObject([
      { outcome: "done", exitCode: 0, drift: { differences: 0, customers: 1, first: [] } },
      {
        outcome: "differs",
        exitCode: 1,
        drift: {
          ...{ differences: 1, differing: 1, customers: 1, notCompared: 0 },
          first: ["C1  ann@example.com  extension: 4001 in the sheet, 4009 at Webex"],
        },
      },
    ]);
    expect(shown(at)).toEqual([
      "drift  no differences in 1 customer -> results/drift.csv",
      "drift  1 difference in 1 of 1 customer -> results/drift.csv",
    ]);
    const [, { folder, report = "", startedAt } = {}] = at.drifts() as [Notice, Notice?];
    expect(startedAt).toMatch(/^2026-11-30T05:00/);
    expect(report).toBe(join(folder ?? "", "results", "drift.csv"));
    expect(await readFile(report, "utf8")).toContain("C1,users,ann@example.com,changed,extension,4001,4009");
    expect((await readdir(join(folder ?? "", "results"))).toSorted()).toEqual([
      "drift.csv",
      "drift.json",
      "licenses.csv",
    ]);
    expect(await at.left()).toMatchObject({
      "done/20261123 drift": { outcome: "done", exitCode: 0 },
      "done/20261130 drift": { outcome: "differs", exitCode: 1 },
    });
  });

  it("says in every form of a notice what differs", async () => {
    const at = await scene();
    await at.liveUntil("2026-11-22T12:00:00Z");
    await (await byHand(at)).line("ann@example.com", { extension: "4009" });
    await at.liveUntil("2026-11-23T12:00:00Z");
    const [notice] = at.drifts();
    if (!notice) throw new Error("no notice");
    for (const told of [toPlainText(notice), toHtml(notice), toMarkdown(notice).replaceAll("\\", "")]) {
      expect(told).toContain("drift: 1 difference in 1 of 1 customer".slice(told.startsWith("<!") ? 7 : 0));
      expect(told).toContain("users: 1 changed");
      expect(told).toContain("ann@example.com  extension: 4001 in the sheet, 4009 at Webex");
    }
    expect(toPlainText({ ...notice, language: "nl" })).toContain("1 verschil bij 1 van 1 klant");
  });

  it("that was missed is made up for once", async () => {
    const at = await scene();
    await at.liveUntil("2026-11-22T12:00:00Z");
    await at.clock.advance(16 * 86_400_000);
    await at.liveUntil("2026-12-09T12:00:00Z");
    expect(at.drifts().map(({ startedAt }) => startedAt?.slice(0, 10))).toEqual(["2026-12-08"]);
    await at.liveUntil("2026-12-15T12:00:00Z");
    expect(at.drifts().map(({ startedAt }) => startedAt?.slice(0, 10))).toEqual(["2026-12-08", "2026-12-14"]);
  });

  it("that is stopped in the middle begins again when schedule does, and notifies once", async () => {
    const at = await scene();
    await at.liveUntil("2026-11-22T12:00:00Z");
    await at.webex.turnKnobs({ latencyMs: 3_600_000 });
    expect(await at.liveUntil("2026-11-23T05:10:00Z")).toBe(130);
    expect(at.drifts()).toEqual([]);
    await at.webex.turnKnobs({ latencyMs: 0 });
    await at.liveUntil("2026-11-23T12:00:00Z");
    expect(at.drifts()).toMatchObject([{ outcome: "done" }]);
    expect(await at.left()).toMatchObject({ "done/20261123 drift": { outcome: "done" } });
  });

  it("that cannot be made notifies why, and the next one is made at its time", async () => {
    const at = await scene();
    await at.liveUntil("2026-11-22T12:00:00Z");
    const { connect } = at.depsWith(new AbortController().signal);
    const { UserError } = await import("../../src/model/user-error.ts");
    const { verbatim } = await import("../../src/model/words/text.ts");
    const unavailable = async () => {
      throw new UserError("target_unavailable", verbatim("Webex does not answer."), verbatim("Try again."));
    };
    await at.liveUntil("2026-11-23T12:00:00Z", { connect: unavailable });
    await at.liveUntil("2026-11-30T12:00:00Z", { connect });
    expect(at.drifts()).toMatchObject([
      { outcome: "failed", exitCode: 2, reason: expect.stringContaining("Webex does not answer.") },
      { outcome: "done", exitCode: 0 },
    ]);
    expect(await at.left()).toMatchObject({ "failed/20261123 drift": { outcome: "failed", exitCode: 2 } });
  });

  it("notifies also where the inbox is gone, and makes no folder in its place", async () => {
    const at = await scene();
    await at.liveUntil("2026-11-22T12:00:00Z");
    await rename(at.inbox, `${at.inbox}-unmounted`);
    await at.liveUntil("2026-11-23T12:00:00Z");
    expect(at.drifts()).toMatchObject([{ outcome: "failed", reason: expect.stringContaining("cannot be read") }]);
    expect(await readdir(join(at.inbox, ".."))).not.toContain("inbox");
  });

  it("is made at its time although the window for batches is closed, and behind a night that is due too", async () => {
    const { readWindow } = await import("../../src/schedule/window.ts");
    const window = await readWindow("22:00-05:30", "Europe/Amsterdam", Date.parse("2026-11-21T12:00:00Z"));
    const at = await scene({ window });
    await at.liveUntil("2026-11-23T12:00:00Z");
    expect(at.drifts()).toMatchObject([{ outcome: "done", startedAt: expect.stringMatching(/^2026-11-23T05:00/) }]);
    await at.clock.advance(7 * 86_400_000);
    await at.offer("second", { users: [{ customer: "C1", email: "cas@example.com", extension: "4003" }] });
    await at.liveUntil("2026-12-01T12:00:00Z");
    expect(at.drifts().at(-1)).toMatchObject({ drift: { sheets: { users: { compared: 2 } } } });
  });
});
