/** Every command of the README and of docs/, and the example of the library, as a stranger types it who has nothing but the package. */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { commandsOf } from "../support/commands-of.ts";
import { correctFailed } from "../support/correct-failed.ts";
import { installPackage } from "../support/installed-package.ts";
import { newestRun } from "../support/read-results.ts";
import { runExamples } from "../support/run-example.ts";
import { type Ended, projectFolder } from "../support/run-program.ts";
import { openWebex, type SimulatedWebex } from "../support/simulated-webex.ts";

/** What is not run here, and who runs it instead. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^npm install wholesale-import$/, "done before the first command"],
  [/^npm (ci|test|run)/, "from the source, not from the package: .ci/run"],
  [/wholesale-import auth login/, "asks a person in a browser: test/cli/auth.test.ts"],
  [/wholesale-import schedule (?!install).*--cron/, "runs until it is stopped: test/program/schedule.test.ts"],
  [/^(sudo|journalctl) |\bkubectl\b/, "changes the machine, or a cluster: test/schedule/install.test.ts"],
  [/--engine temporal|^npm install @temporalio/, "wants a cluster: test/temporal"],
  [
    /wholesale-import (history|drift|handover)/,
    "asks about runs of the reader's own: test/cli/history.test.ts, test/cli/drift.test.ts, test/cli/handover.test.ts",
  ],
  [/wholesale-import (serve|simulate|worker)/, "runs until it is stopped: test/web, test/simulator, test/temporal"],
];

/** Commands that end otherwise than with 0, and why. */
const exits: readonly (readonly [page: string, command: RegExp, code: number])[] = [
  // a batch with mistakes, which `retry` makes good
  ["README.md", / (validate|plan|apply) my-batch/, 1],
  // the templates are not made in Partner Hub yet
  ["docs/first-customer.md", / plan my-batch\/ --target webex$/, 1],
  ["docs/operations.md", /--rehearse/, 1],
];

/** What a person does between two commands of a page. */
const between: readonly (readonly [page: string, before: RegExp, act: (scene: Scene) => Promise<void>])[] = [
  ["README.md", / plan my-batch/, makeTemplates],
  ["README.md", / retry$/, async ({ folder }) => correctFailed(await newestRun(join(folder, ".wholesale-import")))],
  ["docs/first-customer.md", /--out plan\.json$/, makeTemplates],
  ["docs/from-your-export.md", / init my-batch --mapping/, exportFromOthers],
  ["docs/from-your-export.md", / validate accounts\.csv/, fillInMapping],
];

type Scene = {
  readonly folder: string;
  readonly webex: SimulatedWebex;
  run(command: string): Promise<Ended>;
};

/** In Partner Hub: IDs that the sheet has not are told once. */
async function makeTemplates({ folder, webex, run }: Scene): Promise<void> {
  const sheet = z.array(z.object({ template_name: z.string(), provisioning_id: z.string() }));
  const rows = parse(await readFile(join(folder, "my-batch", "templates.csv")), { bom: true, columns: true });
  for (const { template_name: name, provisioning_id: told } of sheet.parse(rows)) {
    const isInSheet = told !== "" && told !== name;
    const id = isInSheet ? told : `id-of-${name.replaceAll(" ", "-")}`;
    await webex.makeTemplate(name, id);
    if (!isInSheet) await run(`npx wholesale-import templates link "${name}" ${id} --target webex`);
  }
}

/** The files of a CRM and of a PBX, and no batch yet. */
async function exportFromOthers({ folder }: Scene): Promise<void> {
  await rm(join(folder, "my-batch"), { recursive: true });
  const samples = join(folder, "samples", "from-other-systems");
  await cp(join(samples, "Account_2026-11-20.csv"), join(folder, "accounts.csv"));
  await cp(join(samples, "extensions.csv"), join(folder, "extensions.csv"));
}

const section = z.record(z.string(), z.unknown());

/** What only a person knows: the places of `"?"`, and what a blank last name stands for. */
async function fillInMapping({ folder }: Scene): Promise<void> {
  const path = join(folder, "my-batch", "mapping.json");
  const { customers, users, ...rest } = z
    .looseObject({ customers: section, users: section })
    .parse(JSON.parse(await readFile(path, "utf8")));
  const filled = {
    ...rest,
    customers: {
      ...customers,
      constants: {
        ...{ provisioning_id: "id-of-calling-benelux", supported_location: "yes", hq_pstn: "Simulated Carrier" },
        ...{ hq_timezone: "Europe/Amsterdam", hq_language: "nl_NL" },
      },
      values: { packages: { "Cloud Voice Plus": "webex_suite;webex_calling", "Cloud Voice": "webex_calling" } },
    },
    users: {
      ...users,
      constants: { customer: "NL-2002", package: "webex_calling" },
      values: { last_name: { "": "(toestel)" } },
      prefix: { phone_number: "+31" },
    },
  };
  await writeFile(path, JSON.stringify(filled));
}

let installed = "";

beforeAll(async () => {
  installed = await mkdtemp(join(tmpdir(), "wholesale-import-package-"));
  await installPackage(installed);
}, 300_000);
afterAll(() => rm(installed, { recursive: true, force: true }));

/** A copy of the folder with the package in it, samples, a batch of the reader's own, and Webex at hand. */
async function openScene(page: string, folder: string, webex: SimulatedWebex): Promise<Scene> {
  await cp(installed, folder, { recursive: true, verbatimSymlinks: true });
  const samples = join(folder, "node_modules", "wholesale-import", "samples");
  await cp(samples, join(folder, "samples"), { recursive: true });
  const batch = page === "README.md" ? join(samples, "with-mistakes") : samples;
  await cp(batch, join(folder, "my-batch"), {
    recursive: true,
    filter: (path) => path === batch || path.endsWith(".csv"),
  });
  return { folder, webex, run: (command) => runShell(answered(command), folder, environmentFor(command, webex)) };
}

/** There is no terminal here to ask: the person at it says yes. */
function answered(command: string): string {
  return / apply .*--target webex| retry$/.test(command) ? `${command} --yes` : command;
}

/** What goes to Webex goes to a simulator of this test. */
function environmentFor(command: string, { baseUrl }: SimulatedWebex): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  const isToWebex = /--target webex|wholesale-import auth/.test(command) && !command.includes("schedule install");
  return {
    PATH: [join("node_modules", ".bin"), PATH].join(delimiter),
    HOME,
    WEBEX_ACCESS_TOKEN: "token-of-the-reader",
    WHOLESALE_IMPORT_CREDENTIALS: "credentials.json",
    ...(isToWebex ? { WHOLESALE_IMPORT_BASE_URL: baseUrl } : {}),
  };
}

function runShell(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(command, { cwd, env, shell: true, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

/** Its examples are read by the command line itself: test/cli/flags.test.ts. */
const reference = "docs/commands.md";
const pages = ["README.md", ...(await readdir(`${projectFolder}docs`)).filter(isPage).map((name) => `docs/${name}`)];

function isPage(name: string): boolean {
  return name.endsWith(".md") && `docs/${name}` !== reference;
}

describe("the commands of", () => {
  it.each(pages)("%s", { timeout: 300_000 }, async (page) => {
    const commands = commandsOf(await readFile(`${projectFolder}${page}`, "utf8"));
    const left = commands.flatMap((command) => elsewhere.filter(([pattern]) => pattern.test(command)).slice(0, 1));
    if (left.length < commands.length) await followAll(page, commands);
    const reasons = [...new Set(left.map(([, reason]) => reason))].map((reason) => `\n  not here: ${reason}`).join("");
    console.log(`${page}: ${commands.length} commands, ${commands.length - left.length} run${reasons}`);
  });
});

async function followAll(page: string, commands: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-reader-"));
  const webex = await openWebex();
  try {
    const scene = await openScene(page, folder, webex);
    for (const command of commands) await follow(scene, page, command);
  } finally {
    await webex.close();
    await rm(folder, { recursive: true, force: true });
  }
}

it("the examples of the library compile against the published types, and print what their page says", {
  timeout: 300_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-reader-"));
  const webex = await openWebex();
  try {
    const scene = await openScene("docs/library.md", folder, webex);
    await makeTemplates(scene);
    const env = environmentFor("npx wholesale-import apply my-batch --target webex", webex);
    const ran = await runExamples(`${projectFolder}docs/library.md`, scene.folder, env);
    expect(ran).toHaveLength(3);
    for (const { printed, promised } of ran) expect(withoutIds(printed)).toBe(withoutIds(promised));
  } finally {
    await webex.close();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Runs have an id of their own, and readers a folder of theirs. */
function withoutIds(text: string): string {
  return text.replaceAll(/\d{8}-\d{6}-[a-z0-9]{4}/g, "RUN").replaceAll(/\S*[\\/](state[\\/]runs)/g, "$1");
}

async function follow(scene: Scene, page: string, command: string): Promise<void> {
  if (elsewhere.some(([pattern]) => pattern.test(command))) return;
  for (const [on, before, act] of between) if (on === page && before.test(command)) await act(scene);
  const [, , code = 0] = exits.find(([on, pattern]) => on === page && pattern.test(command)) ?? [];
  const ended = await scene.run(command);
  expect(ended, `${command}\n${ended.out}${ended.err}`).toMatchObject({ code });
}
