import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../src/config.ts";
import { speak } from "../src/model/words/text.ts";
import { runHere } from "./support/run-here.ts";
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
    expect(speak(settings.target, "en")).toEqual({ value: "simulator", from: "environment WHOLESALE_IMPORT_TARGET" });
    expect(speak(settings.rate, "en")).toEqual({ value: "5", from: "wholesale-import.config.json" });
    expect(settings.clientId).toBeUndefined();
  });

  it.each([
    ["UTF-8", Buffer.from('\ufeff{"rate": 5}')],
    ["UTF-16, little end first", Buffer.from('\ufeff{"rate": 5}', "utf16le")],
    ["UTF-16, big end first", Buffer.from('\ufeff{"rate": 5}', "utf16le").swap16()],
  ])("is read from a file with a byte order mark: %s", async (_encoding, bytes) => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "wholesale-import.config.json"), bytes);
    expect(readSettings({}, folder).rate?.value).toBe("5");
  });

  it("of a proxy is read in either spelling", async () => {
    const folder = await makeTemporaryFolder();
    expect(readSettings({ https_proxy: "http://proxy:8080" }, folder).httpsProxy?.value).toBe("http://proxy:8080");
  });

  it("names the credentials file, which is kept in the user's own settings", async () => {
    const folder = await makeTemporaryFolder();
    const byDefault = join("/home/ann/.config", "wholesale-import", "credentials.json");
    expect(readSettings({ HOME: "/home/ann" }, folder).credentials.value).toBe(byDefault);
    expect(readSettings({ WHOLESALE_IMPORT_CREDENTIALS: "/run/c.json" }, folder).credentials.value).toBe("/run/c.json");
  });
});

describe("a settings file is refused", () => {
  it.each([
    ["that is not JSON", "{", "must be a JSON object", undefined],
    ["with a value that is no text and no number", { rate: true }, "must be a JSON object", undefined],
    ["that is a list", ["webex"], "must be a JSON object", undefined],
    ["with a setting within a setting", { target: { name: "webex" } }, "must be a JSON object", undefined],
    ["with an unknown setting", { concurency: 3 }, '"concurency"', 'Did you mean "concurrency"?'],
    ["with a secret", { accessToken: "abc" }, "contains the secret", "WEBEX_ACCESS_TOKEN"],
  ])("%s", async (_what, content, message, hint) => {
    const folder = await folderWith(content);
    const expected = { code: "bad_settings", message: expect.stringContaining(message) };
    const hinted = hint ? { ...expected, hint: expect.stringContaining(hint) } : expected;
    expect(() => readSettings({}, folder)).toThrow(expect.objectContaining(hinted));
  });
});

it.skipIf(process.platform === "win32")(
  "refuses settings that are not a regular file, without waiting for them",
  async () => {
    const makers = [(path: string) => mkdir(path), (path: string) => void execFileSync("mkfifo", [path])];
    for (const make of makers) {
      const folder = await makeTemporaryFolder();
      await make(join(folder, "wholesale-import.config.json"));
      expect(() => readSettings({}, folder)).toThrow(/it is not a file/);
    }
  },
);

describe("the command config", () => {
  it("shows every value with where it comes from, the flag first, and no secret", async () => {
    const folder = await folderWith({ concurrency: 3, perCustomer: 2, provisioningTimeout: "10m" });
    const environment = {
      WHOLESALE_IMPORT_CONCURRENCY: "7",
      WEBEX_ACCESS_TOKEN: "top-secret",
      HTTPS_PROXY: "http://ann:pass@proxy.example:8080",
    };
    const ended = await runHere(["config", "--json", "--rate", "9"], folder, environment);
    expect(ended.code).toBe(0);
    const settings = JSON.parse(ended.out);
    expect(settings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: "rate",
          flag: "--rate",
          variable: "WHOLESALE_IMPORT_RATE",
          value: "9",
          from: "flag --rate",
        }),
        expect.objectContaining({ name: "concurrency", value: "7", from: "environment WHOLESALE_IMPORT_CONCURRENCY" }),
        expect.objectContaining({ name: "perCustomer", value: "2", from: "wholesale-import.config.json" }),
        expect.objectContaining({ name: "provisioningTimeout", value: "10m", from: "wholesale-import.config.json" }),
        expect.objectContaining({ name: "maxWait", value: "15m", from: "default" }),
        expect.objectContaining({ name: "accessToken", value: "***", from: "environment WEBEX_ACCESS_TOKEN" }),
        expect.objectContaining({
          name: "httpsProxy",
          value: "http://***@proxy.example:8080",
          from: "environment HTTPS_PROXY",
        }),
        expect.objectContaining({ name: "clientSecret", value: "", from: "not set" }),
      ]),
    );
    expect(ended.out + ended.err).not.toMatch(/top-secret|ann:pass/);
  });

  it("shows an address without its secrets, wherever they are in it", async () => {
    const environment = {
      WHOLESALE_IMPORT_BASE_URL: "https://u:HUSH@webexapis.com/v1",
      WHOLESALE_IMPORT_WEBHOOK_URL: "https://user:HUSH@hook.example/services/T000/HUSH?k=HUSH",
      WHOLESALE_IMPORT_HEARTBEAT_URL: "https://beat.example/HUSH",
      WHOLESALE_IMPORT_SMTP_URL: "smtp://me:SE/USH@x@mail.example:587",
      HTTP_PROXY: "user:HUSH@proxy:8080",
      HTTPS_PROXY: "http://us?er:SE#USH@proxy:8080",
    };
    const ended = await runHere(["config"], await makeTemporaryFolder(), environment);
    expect(ended.out).not.toMatch(/HUSH|USH|us\?er/);
    for (const shown of [
      "https://***@webexapis.com/v1",
      "https://***@hook.example/***?***",
      "https://beat.example/***",
      "smtp://***@mail.example:587",
      " ***@proxy:8080",
      "http://***@proxy:8080",
    ])
      expect(ended.out).toContain(shown);
  });

  it("never shows control characters of a setting", async () => {
    const ended = await runHere(["config"], await makeTemporaryFolder(), {
      WHOLESALE_IMPORT_INBOX: "a\u001b[2Jb\u202ec",
    });
    expect(ended.out).toContain("a [2Jb c");
  });

  it("refuses a value that the flag would refuse, and says where it is set", async () => {
    const folder = await folderWith({ concurrency: "many" });
    const ended = await runHere(["config"], folder);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain("concurrency (wholesale-import.config.json)");
  });
});
