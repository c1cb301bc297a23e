import { describe, expect, it } from "vitest";
import { connect } from "../src/runtime.ts";
import { systemClock } from "../src/system-clock.ts";
import { recordBetween } from "./support/recording-proxy.ts";
import { simulateWebex } from "./support/simulated-webex.ts";

const access = { accessToken: "a-real-access-token", credentialsFile: "/nowhere/credentials.json" };

async function simulated() {
  const webex = await simulateWebex();
  const { exchanges, baseUrl } = await recordBetween(webex.origin);
  return { exchanges, settings: { baseUrl, access, stateFolder: "", onRequest: () => {} } };
}

describe("the connection to a target", () => {
  it("tells on which organisation the token acts", async () => {
    const { settings } = await simulated();
    await using connection = await connect({ ...settings, name: "webex" });
    expect(connection.facts.organization?.name).toBe("Simulated Service Provider");
  });

  it("is refused for a run of another partner organisation", async () => {
    const { settings } = await simulated();
    const organizationId = "Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi8wMDAwMDAwMC0wMDAwLTQwMDAtYTAwMC0wMDAwMDAwMDAwMGY";
    const connecting = connect({ ...settings, name: "webex", organizationId });
    await expect(connecting).rejects.toMatchObject({ code: "other_organization", hint: expect.any(String) });
  });

  it("is refused without any access, with the way to get it", async () => {
    const { settings } = await simulated();
    const connecting = connect({ ...settings, name: "webex", access: { credentialsFile: access.credentialsFile } });
    await expect(connecting).rejects.toMatchObject({
      code: "no_credentials",
      hint: expect.stringContaining("auth login"),
    });
  });

  it("never gives a real token to the simulator", async () => {
    const { settings, exchanges } = await simulated();
    await using connection = await connect({ ...settings, name: "simulator" });
    await connection.observer.customers(new Set(["C1"]), new AbortController().signal);
    expect(exchanges.map(({ token }) => token)).toEqual(["simulator"]);
  });
});

describe("the clock", () => {
  it("rejects with the reason of the signal that ends a sleep", async () => {
    const reason = new Error("interrupted");
    const stop = new AbortController();
    const sleeping = systemClock.sleep(60_000, stop.signal);
    stop.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    await expect(systemClock.sleep(0, stop.signal)).rejects.toBe(reason);
  });
});
