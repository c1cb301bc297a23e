import { describe, expect, it } from "vitest";
import { serveNights } from "../../src/engine/temporal/nights.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const say = () => undefined;

/** Nights at a cluster that is not there. */
function nightsAt(cron: string): Promise<void> {
  return serveNights({
    ...{ cron, timezone: "UTC", name: "nights", workerTimeoutMs: 1_000, clock: virtualClock() },
    access: { address: "127.0.0.1:1", namespace: "default" },
    log: { debug: say, info: say, warn: say, error: say },
    signals: { stop: new AbortController().signal },
    runNight: async () => 0,
    onNext: say,
    onReady: say,
  });
}

describe("nights that Temporal begins", () => {
  it.each(["0 2 1 * 1", "0 0 2 * * *", "0 2 L * *", "0 2 15W * *", "0 2 * * 5L", "0 2 * * 1#1", "@daily"])(
    "are refused at %j, which Temporal reads in a way of its own",
    async (cron) => {
      await expect(nightsAt(cron)).rejects.toMatchObject({ code: "bad_cron" });
    },
  );

  it.each(["0 4 * * *", "*/15 1-5 * JUL MON,WED", "30 4 1,15 * *"])("are taken at %j", async (cron) => {
    await expect(nightsAt(cron)).rejects.toThrow("ECONNREFUSED");
  });
});
