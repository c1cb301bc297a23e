import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../src/config.ts";
import { runProgram } from "./support/run-program.ts";
import { makeTemporaryFolder } from "./support/temporary-folder.ts";

async function folderWith(settings: unknown): Promise<string> {
  const folder = await makeTemporaryFolder();
  const text = typeof settings === "string" ? settings : JSON.stringify(settings);
  await writeFile(join(folder, "wholesale-import.config.json"), text);
  return folder;
}

describe("a setting", () => {
  it("comes from the environment before the settings file", async () => {
    const folder = await folderWith({ target: "webex", rate: 5 });
    const settings = readSettings({ WHOLESALE_IMPORT_TARGET: "simulator", WEBEX_CLIENT_ID: "" }, folder);
    expect(settings.target).toEqual({ value: "simulator", from: "environment WHOLESALE_IMPORT_TARGET" });
    expect(settings.rate).toEqual({ value: "5", from: "wholesale-import.config.json" });
    expect(settings.clientId).toBeUndefined();
  });

  it("of a proxy is read in either spelling", async () => {
    const folder = await makeTemporaryFolder();
    expect(readSettings({ https_proxy: "http://proxy:8080" }, folder).httpsProxy?.value).toBe("http://proxy:8080");
  });

  it("names the file of the credentials, which has its place in the user's own settings", async () => {
    const folder = await makeTemporaryFolder();
    const byDefault = join("/home/ann/.config", "wholesale-import", "credentials.json");
    expect(readSettings({ HOME: "/home/ann" }, folder).credentials.value).toBe(byDefault);
    expect(readSettings({ WHOLESALE_IMPORT_CREDENTIALS: "/run/c.json" }, folder).credentials.value).toBe("/run/c.json");
  });
});

describe("a settings file is refused", () => {
  it.each([
    ["that is not JSON", "{", "is no list of settings", undefined],
    ["with a value that is no text and no number", { rate: true }, "is no list of settings", undefined],
    ["that is a list", ["webex"], "is no list of settings", undefined],
    ["with a setting within a setting", { target: { name: "webex" } }, "is no list of settings", undefined],
    ["with an unknown setting", { concurency: 3 }, '"concurency"', 'Did you mean "concurrency"?'],
    ["with a secret", { accessToken: "abc" }, "holds the secret", "WEBEX_ACCESS_TOKEN"],
  ])("%s", async (_what, content, message, hint) => {
    const folder = await folderWith(content);
    const expected = { code: "bad_settings", message: expect.stringContaining(message) };
    const hinted = hint ? { ...expected, hint: expect.stringContaining(hint) } : expected;
    expect(() => readSettings({}, folder)).toThrow(expect.objectContaining(hinted));
  });
});

describe("the command config", () => {
  it("shows every value with where it comes from, the flag first, and no secret", async () => {
    const folder = await folderWith({ concurrency: 3, perCustomer: 2, provisioningTimeout: "10m" });
    const environment = {
      WHOLESALE_IMPORT_CONCURRENCY: "7",
      WEBEX_ACCESS_TOKEN: "top-secret",
      HTTPS_PROXY: "http://ann:pass@proxy.example:8080",
    };
    const ended = await runProgram(["config", "--json", "--rate", "9"], folder, environment);
    expect(ended.code).toBe(0);
    const settings = JSON.parse(ended.out);
    expect(settings).toEqual(
      expect.arrayContaining([
        { name: "rate", value: "9", from: "flag --rate" },
        { name: "concurrency", value: "7", from: "environment WHOLESALE_IMPORT_CONCURRENCY" },
        { name: "perCustomer", value: "2", from: "wholesale-import.config.json" },
        { name: "provisioningTimeout", value: "600s", from: "wholesale-import.config.json" },
        { name: "maxWait", value: "900s", from: "default" },
        { name: "accessToken", value: "***", from: "environment WEBEX_ACCESS_TOKEN" },
        { name: "httpsProxy", value: "http://***@proxy.example:8080", from: "environment HTTPS_PROXY" },
        { name: "clientSecret", value: "", from: "not set" },
      ]),
    );
    expect(ended.out + ended.err).not.toMatch(/top-secret|ann:pass/);
  });

  it("refuses a value that the flag would refuse, and says where it stands", async () => {
    const folder = await folderWith({ concurrency: "many" });
    const ended = await runProgram(["config"], folder);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain("concurrency (wholesale-import.config.json)");
  });
});
