/** One batch lived through by an operator who applies, interrupts, kills, resumes, corrects, retries and undoes in any order, decided by a seed; and what must hold in the end. */
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseFault } from "../../src/simulator/faults.ts";
import { seededRandom } from "../../src/simulator/random.ts";
import { type Scene, setScene, smallBatch, stateFolderOf } from "./disturbed-run.ts";
import { readResults } from "./read-results.ts";
import type { Ended, Running } from "./run-program.ts";
import type { SimulatorState } from "./simulated-webex.ts";
import { until } from "./until.ts";

/** Refused by our checks, with what a person writes instead; the first of them is a certain repair. */
const mistakes = [
  {
    row: "NL-1,mila@korenaar.example.com,Mila,Bos,webex_calling,,Rotterdam,31101234602,4603,",
    wrong: ",31101234602",
    right: ",+31101234602",
  },
  {
    row: "NL-1,daan@korenaar.example.com,Daan,Kok,webex_calling,,Roterdam,,4604,",
    wrong: ",Roterdam,",
    right: ",Rotterdam,",
  },
  {
    row: "NL-1,tess@korenaar.example.com,Tess,Vos,webex_calling,,,,4605,",
    wrong: ",webex_calling,,,,4605",
    right: ",webex_calling,,Utrecht,,4605",
  },
  {
    row: "NL-2,bram@vandijk.example.com,Bram,Smit,webex_suite,,Zwolle,,4102,",
    wrong: ",webex_suite,",
    right: ",webex_calling,",
  },
  { row: "NL-2,noor@vandijk.example.com,Noor,Jong,webex_calling,,Deventer,,112,", wrong: ",112,", right: ",4302," },
] as const;

const faults = [
  "POST /wholesale/subscribers=400:2x",
  "POST /wholesale/subscribers=lost:0.04",
  "* /*=503:0.03",
  "* /*=reset:0.02",
];

export type Life = { readonly wrong: readonly string[]; readonly counts: Readonly<Record<string, number>> };

/** Lives one batch through; `wrong` is empty when all holds. */
export async function liveThrough(seed: number): Promise<Life> {
  const random = seededRandom(seed);
  await using scene = await setScene(smallBatch, {
    latencyMs: 25,
    provisioningTimeMs: 150,
    seed,
    faults: faults.map(parseFault),
  });
  const batch = await writeSheets(scene.folder);
  const counts: Record<string, number> = {};
  const story: string[] = [];
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const bugs: string[] = [];
  const carryOut = async (name: string, args: readonly string[], mayBeCut = true): Promise<Ended> => {
    const running = scene.start([...args, "--quiet"]);
    const cut = mayBeCut ? random() : 1;
    const signal = cut < 0.3 ? "SIGINT" : cut < 0.55 ? "SIGKILL" : undefined;
    if (signal) await cutOff(scene, running, signal, Math.ceil(random() * 60));
    const ended = await running.ended;
    count(signal ? `${name} ${signal}` : name);
    story.push(`${name}${signal ? ` ${signal}` : ""}=${ended.code ?? "killed"}`);
    if (ended.code === 70 || /bug of/.test(ended.err)) bugs.push(`${name}: ${ended.err.slice(0, 400)}`);
    return ended;
  };
  const apply = () => carryOut("apply", ["apply", batch, "--base-url", scene.webex.baseUrl]);
  const actions: readonly (() => Promise<unknown>)[] = [
    () => carryOut("resume", ["resume"]),
    () => carryOut("resume", ["resume"]),
    () => carryOut("retry untouched", ["retry"]),
    async () => {
      await correct(scene, mistakes.length);
      await carryOut("retry corrected", ["retry"]);
    },
    async () => {
      await correct(scene, 1 + Math.floor(random() * 3));
      await carryOut("retry half corrected", ["retry"]);
    },
    () => carryOut("fix", ["fix", "--yes"], false),
    apply,
    async () => {
      const runs = await runsOf(scene);
      const run = runs[Math.floor(random() * runs.length)];
      if (run) await carryOut("undo", ["undo", run]);
    },
  ];

  await apply();
  const steps = 2 + Math.floor(random() * 4);
  for (let step = 0; step < steps; step += 1) await actions[Math.floor(random() * actions.length)]?.();
  let named: readonly string[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    const { code, err } = await carryOut("last resume", ["resume", ...named], false);
    const older = /The run before it is (\S+): give that ID/.exec(err)?.[1];
    if (
      /nothing to resume/.test(err) ||
      (code === 2 && !older && /interrupted while its input|There is no run|There are no runs/.test(err))
    )
      break;
    named = older ? [older] : [];
  }
  const state = await scene.webex.state();
  const { duplicateCreates } = await scene.webex.stats();
  const rows = await lastWords(scene);
  const wrong = [
    ...bugs,
    ...(duplicateCreates === 0 ? [] : [`${duplicateCreates} creates for what existed`]),
    ...twice(state),
    ...rows.filter((row) => !goesWithItsCustomer(row, rows)).flatMap((row) => contradiction(row, state)),
  ];
  for (const { status } of rows) count(`rows ${status}`);
  count("lives");
  return { wrong: wrong.map((what) => `seed ${seed} (${story.join(", ")}): ${what}`), counts };
}

async function writeSheets(folder: string): Promise<string> {
  const batch = join(folder, "batch");
  await mkdir(batch);
  await cp(smallBatch, batch, { recursive: true });
  const users = join(batch, "users.csv");
  const text = (await readFile(users, "utf8")).trimEnd();
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  await writeFile(users, [text, ...mistakes.map(({ row }) => row), ""].join(end));
  return batch;
}

/** When the simulator has had so many more requests, or the program has ended. */
async function cutOff({ webex }: Scene, { child }: Running, signal: NodeJS.Signals, requests: number): Promise<void> {
  const before = (await webex.stats()).total;
  await until(async () => child.exitCode !== null || (await webex.stats()).total >= before + requests);
  child.kill(signal);
}

async function runsOf(scene: Scene): Promise<readonly string[]> {
  return (await readdir(join(stateFolderOf(scene), "runs")).catch(() => [])).toSorted();
}

/** In the CSV of the newest run's failed/: the first `count` mistakes that still stand there. */
async function correct(scene: Scene, count: number): Promise<void> {
  const newest = (await runsOf(scene)).at(-1) ?? "";
  const path = join(stateFolderOf(scene), "runs", newest, "failed", "users.csv");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const corrected = mistakes.slice(0, count).reduce((so, { wrong, right }) => so.replace(wrong, right), text);
  if (corrected !== text) await writeFile(path, corrected);
}

type LastWord = {
  readonly run: string;
  readonly isUndo: boolean;
  readonly sheet: string;
  readonly customer: string;
  readonly key: string;
  readonly action: string;
  readonly status: string;
  readonly why: string;
};

/**
 * What was said last of each row: by the time of its last answer, else of the end of its run. Of an undo counts what it has
 * removed or tried to, and what it says of rows that its run had begun. Runs without results were cut off and never gone on with.
 */
async function lastWords(scene: Scene): Promise<readonly LastWord[]> {
  const last = new Map<string, LastWord & { readonly at: string }>();
  const runs = await Promise.all(
    (await runsOf(scene)).map(async (run) => {
      const folder = join(stateFolderOf(scene), "runs", run);
      const summary = JSON.parse(await readFile(join(folder, "summary.json"), "utf8").catch(() => "{}"));
      // cut off, and refused to go on: its results were written then, of what it had done
      const ended = String(summary.finishedAt ?? summary.startedAt ?? "");
      return { run, folder, ended, command: String(summary.command) };
    }),
  );
  const commands = new Map(runs.map(({ run, command }) => [run, command]));
  for (const { run, folder, ended } of runs
    .filter(({ ended }) => ended !== "")
    .toSorted((a, b) => (a.ended < b.ended ? -1 : 1))) {
    for (const line of await readResults(join(folder, "results.csv"))) {
      const { sheet, customer, key, action, status, message, finished_at } = line;
      const at = finished_at || ended;
      const name = `${sheet} ${customer} ${key}`;
      const before = last.get(name);
      const isUndo = commands.get(run) === "undo";
      // of what the undone run had begun, its undo has the last word
      const isWaited = before?.status === "pending" && before.why.includes(`undone by the run ${run}`);
      const isSaying = isUndo
        ? isWaited || (action === "delete" && !silent.has(status))
        : !silent.has(status) || !before;
      if (isSaying && !(before && before.at > at))
        last.set(name, { run, isUndo, sheet, customer, key, action, status, why: message, at });
    }
  }
  return [...last.values()];
}

/** Statuses of rows that a run has not looked for at Webex, where another has: the sheets of the first run keep their mistakes. */
const silent: ReadonlySet<string> = new Set(["not_attempted", "blocked", "invalid"]);

/** Its customer was being removed when the undo was cut off, or could not be made again since: what was said of its rows before went with it. */
function goesWithItsCustomer({ sheet, customer }: LastWord, rows: readonly LastWord[]): boolean {
  return rows.some(
    (row) =>
      sheet !== "customers" &&
      row.sheet === "customers" &&
      row.key === customer &&
      ((row.action === "delete" && row.status === "pending") || (row.action === "create" && row.status === "failed")),
  );
}

/** Where a row says one thing and the simulator holds another. */
function contradiction(row: LastWord, state: SimulatorState): readonly string[] {
  const isThere = holds(row, state);
  if (isThere === undefined) return [];
  const { sheet, key, action, status, run, why } = row;
  const said = `${sheet} ${key} is ${action} ${status} in ${run}${why ? ` (${why})` : ""}`;
  const isRight = status === "succeeded" || status === "unchanged";
  if (action === "delete") return isRight && isThere ? [`${said}, and it is still there`] : [];
  if (row.isUndo && status !== "pending") return []; // nothing of its run, or kept, with the reason
  if (isRight && !isThere) return [`${said}, and it is not there`];
  if (!isRight && isThere && status !== "pending") return [`${said}, and it is there`];
  const isTold = why.includes("and cannot be resumed: the run"); // its sheets are to be applied again
  return status === "pending" && !isTold ? [`${said} for ever`] : [];
}

/** Undefined for what is not looked at. */
function holds({ sheet, customer, key }: LastWord, state: SimulatorState): boolean | undefined {
  const owner = state.customers?.find(({ externalId }) => externalId === (sheet === "customers" ? key : customer));
  if (sheet === "customers") return owner !== undefined;
  if (sheet === "locations") return state.locations?.some(({ name, orgId }) => name === key && orgId === owner?.orgId);
  if (sheet === "users")
    return state.subscribers?.some(({ email, customerId }) => email === key && customerId === owner?.id);
  return undefined;
}

function twice(state: SimulatorState): readonly string[] {
  const names = [
    ...(state.customers ?? []).map(({ externalId }) => `customer ${externalId}`),
    ...(state.locations ?? []).map(({ orgId, name }) => `location ${orgId} ${name}`),
    ...(state.subscribers ?? []).map(({ email }) => `user ${email}`),
  ];
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`);
}
