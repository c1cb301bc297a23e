/** Access with tokens that run out: renewed in the middle of a run, once among processes, and never told to anybody. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../src/model/thrown.ts";
import { parseFault } from "../../../src/simulator/faults.ts";
import { countBy, newestRun, readResults } from "../../support/read-results.ts";
import type { Exchange } from "../../support/recording-proxy.ts";
import { runHere } from "../../support/run-here.ts";
import type { Ended } from "../../support/run-program.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import type { WireCheck } from "../../support/wire-check.ts";
import { type Batch, writeBatch } from "../../support/write-batch.ts";

const provisioningId = "YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj";
const client = { WEBEX_CLIENT_ID: "C0ffee-the-client", WEBEX_CLIENT_SECRET: "5ecret-of-the-client" };

/** An integration that a person has authorised once: it has a refresh token, and no access token yet. */
async function openIntegration(wire: WireCheck, simulator: Parameters<typeof simulateWebex>[0]) {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex(simulator);
  await webex.makeTemplate("Calling", provisioningId);
  const { exchanges, baseUrl } = await wire.before(webex.origin);
  const granted = await webex.act({ kind: "issue_tokens", clientId: client.WEBEX_CLIENT_ID });
  const credentials = join(folder, "credentials.json");
  const saved = { ...client, WHOLESALE_IMPORT_CREDENTIALS: credentials };
  const given = { ...saved, WEBEX_REFRESH_TOKEN: String(granted.refresh_token) };
  const target = ["--target", "webex", "--base-url", baseUrl];

  return {
    folder,
    exchanges,
    refreshToken: given.WEBEX_REFRESH_TOKEN,
    readCredentials: async () => JSON.parse(await readFile(credentials, "utf8")),
    check: () => runHere(["auth", "check", "--base-url", baseUrl], folder, saved),
    renewals: async () => (await webex.stats()).requests["POST /access_token"],
    async apply(name: string, batch: Batch, ...args: readonly string[]) {
      const input = await writeBatch(folder, name, { templates: [{ provisioning_id: provisioningId }], ...batch });
      const state = join(folder, `state of ${name}`);
      const ended = await runHere(["apply", input, ...target, "--yes", "--state", state, ...args], folder, given);
      const results = await readResults(join(await newestRun(state), "results.csv"));
      return { ...ended, statuses: countBy(results, ({ status }) => status) };
    },
  };
}

const many = Array.from({ length: 60 }, (_, index) => ({ extension: String(4000 + index), roles: "user_admin" }));

/** Every token and secret that went over the wire. */
function secretsIn(exchanges: readonly Exchange[]): readonly string[] {
  const bodies = exchanges
    .filter(({ path }) => path.endsWith("/access_token"))
    .flatMap(({ requestBody, answerBody }) => [requestBody, answerBody]);
  const named = bodies.flatMap((body) =>
    Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
      /^(client_secret|refresh_token|access_token)$/.test(name) ? [String(value)] : [],
    ),
  ); // of the token endpoint: objects
  return [...new Set([...named, ...exchanges.flatMap(({ token }) => token ?? [])])];
}

/** Everything that stands in the files of a folder, by path. Files beside a database come and go with who has it open. */
async function readAllFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = new Map<string, string>();
  for (const path of names.map((name) => join(folder, name))) {
    const content = await readIfThere(path);
    if (content !== undefined) files.set(path, content);
  }
  return files;
}

/** undefined: a folder, or a file that is gone by now. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isFile() ? await readFile(path, "latin1") : undefined;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function findSecrets(secrets: readonly string[], { out, err }: Ended, files: ReadonlyMap<string, string>) {
  const texts = [["stdout", out] as const, ["stderr", err] as const, ...files];
  return texts.flatMap(([name, text]) => (secrets.some((secret) => text.includes(secret)) ? [name] : []));
}

export function describeTokens(wire: WireCheck): void {
  const integration = (simulator: Parameters<typeof simulateWebex>[0]) => openIntegration(wire, simulator);

  describe("a token that lives two seconds, with a refresh token that is good once", () => {
    it("is renewed while a run goes on: all rows succeed, and what is saved is valid", async () => {
      const { apply, renewals, readCredentials, refreshToken, check } = await integration({
        tokenLifetimeMs: 2000,
        latencyMs: 150,
      });
      const ended = await apply("batch", { customers: [{}], users: many }, "--concurrency", "4");
      expect(ended).toMatchObject({ code: 0, statuses: { unchanged: 1, succeeded: 61 } });
      const { 200: renewed = 0, ...refused } = (await renewals()) ?? {};
      expect(refused).toEqual({});
      expect(renewed).toBeGreaterThan(2);
      console.log(`${renewed} renewals in a run of ${ended.statuses.succeeded} rows that succeeded`);
      expect((await readCredentials()).refreshToken).not.toBe(refreshToken);
      expect(await check()).toMatchObject({ code: 0, out: expect.stringContaining("Simulated Service Provider") });
    });

    it("is renewed once for two processes that start together", async () => {
      const { apply, renewals } = await integration({ tokenLifetimeMs: 60_000 });
      const ended = await Promise.all([
        apply("one", { customers: [{}] }),
        apply("two", { customers: [{ external_id: "C2", name: "Other", admin_email: "admin@c2.example.com" }] }),
      ]);
      expect(ended.map(({ code }) => code)).toEqual([0, 0]);
      expect(await renewals()).toEqual({ "200": 1 });
    });

    it("and any other secret are in no file and no output of a run", async () => {
      const { apply, exchanges, folder } = await integration({
        tokenLifetimeMs: 2000,
        latencyMs: 150,
        faults: ["POST /wholesale/subscribers=401:3x", "POST /wholesale/subscribers=503:3x"].map(parseFault),
      });
      const ended = await apply("batch", { customers: [{}], users: many }, "--log-level", "trace", "--json");
      const secrets = secretsIn(exchanges);
      expect(secrets.length).toBeGreaterThan(4);
      const files = await readAllFiles(join(folder, "state of batch"));
      expect([...files.keys()].filter((path) => path.endsWith("log.ndjson"))).toHaveLength(1);
      expect(findSecrets(secrets, ended, files)).toEqual([]);
      console.log(`${secrets.length} tokens and secrets sought in ${files.size} files and the output: none found`);

      const all = await readAllFiles(folder);
      expect(findSecrets(secrets, { code: 0, out: "", err: "" }, all)).toEqual([join(folder, "credentials.json")]);
    });
  });
}
