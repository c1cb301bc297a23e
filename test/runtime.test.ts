import { describe, expect, it } from "vitest";
import { defaultRetryLimits } from "../src/engine/retry-delay.ts";
import { inEnglish, type Text } from "../src/model/words/text.ts";
import { connect } from "../src/runtime.ts";
import { systemClock } from "../src/system-clock.ts";
import { recordBetween } from "./support/recording-proxy.ts";
import { simulateWebex } from "./support/simulated-webex.ts";
import { makeTemporaryFolder } from "./support/temporary-folder.ts";

const access = { accessToken: "a-real-access-token", credentialsFile: "/nowhere/credentials.json" };

async function simulated() {
  const webex = await simulateWebex();
  const { exchanges, baseUrl } = await recordBetween(webex.origin);
  return { exchanges, settings: { baseUrl, access, stateFolder: await makeTemporaryFolder(), onRequest: () => {} } };
}

describe("the connection to a target", () => {
  it("says which organization the token acts on", async () => {
    const { settings } = await simulated();
    await using connection = await connect({ ...settings, name: "webex" });
    expect(connection.facts.organization?.name).toBe("Simulated Service Provider");
  });

  it.each([429, 503])("is made when the first questions are answered %i, and says that it waits", async (status) => {
    const webex = await simulateWebex();
    await webex.turnKnobs({ faults: [`GET /people/me=${status}:2x`, `GET /organizations/{orgId}=${status}:1x`] });
    const said: string[] = [];
    const onWait = ({ message }: { readonly message: Text }) => void said.push(inEnglish(message));
    const retry = { ...defaultRetryLimits, firstDelayMs: 1 };
    const settings = {
      baseUrl: webex.baseUrl,
      access,
      stateFolder: await makeTemporaryFolder(),
      onRequest: () => {},
      retry,
      onWait,
    };
    await using connection = await connect({ ...settings, name: "webex" });
    expect(connection.facts.organization?.name).toBe("Simulated Service Provider");
    expect(said.length).toBe(3);
  });

  it("ends as one that does not answer, not as one without rights, and says what to check", async () => {
    const retry = { ...defaultRetryLimits, tries: 2, firstDelayMs: 1 };
    const settings = { access, stateFolder: await makeTemporaryFolder(), onRequest: () => {}, retry };
    const connecting = connect({ ...settings, name: "webex", baseUrl: "http://127.0.0.1:9/v1" });
    await expect(connecting).rejects.toMatchObject({
      code: "target_unavailable",
      message: expect.stringContaining("No connection to http://127.0.0.1:9 (ECONNREFUSED)"),
      hint: expect.stringMatching(/^(?!.*auth check).*--base-url.*HTTPS_PROXY/),
      exitCode: 2,
    });
  });

  it("waits no longer than its signal allows", async () => {
    const stop = new AbortController();
    const settings = { access, stateFolder: await makeTemporaryFolder(), onRequest: () => {}, signal: stop.signal };
    const onWait = () => stop.abort(new Error("interrupted"));
    const connecting = connect({ ...settings, name: "webex", baseUrl: "http://127.0.0.1:9/v1", onWait });
    await expect(connecting).rejects.toThrow("interrupted");
  });

  it("is refused for a run of another partner organization", async () => {
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
