/** Holds what stands at the target against sheets, a run, or the rows last applied: a plan that is only read. Sends nothing. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import {
  type DriftKind,
  type DriftLine,
  type DriftSheet,
  type DriftSummary,
  driftKinds,
  type LicenseLine,
} from "../model/drift.ts";
import type { ExistingOrganization } from "../model/existing.ts";
import { exitCodes } from "../model/exit-codes.ts";
import type { Change, RowId } from "../model/plan.ts";
import type { RunEvent } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import type { Language } from "../model/words/language.ts";
import { text } from "../model/words/text.ts";
import { type Compared, driftLines } from "../outcome/drift-lines.ts";
import type { CustomerRows } from "../planning/customer-rows.ts";
import type { Comparison, PlanDeps } from "../planning/make-plan.ts";
import { appliedReader, stageApplied } from "../planning/stage-applied.ts";
import { openDriftFiles } from "../report/files/drift-files.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts } from "../run/facts.ts";
import { findRun, newRunId, openRun, openStateFolder } from "../run/folder.ts";
import type { BatchInput, Connect, RunWishes } from "../run/options.ts";
import { driftFolder } from "../run/runs.ts";
import { withState } from "../run/typed-commands.ts";
import { type CheckingRun, startRun } from "./start-run.ts";

/** What is compared. `run`: its rows, at its target. `applied`: the rows last applied from the state folder. */
export type DriftSource =
  | { readonly of: "batch"; readonly batch: BatchInput }
  | { readonly of: "run"; readonly runId: string }
  | { readonly of: "applied" };

export type DriftRequest = {
  readonly source: DriftSource;
  readonly connect: Connect;
  /** Customers looked at side by side. */
  readonly concurrency: number;
  /** Customers alone that are compared, by external id. */
  readonly only?: readonly string[];
  /** Where copies of the files go. */
  readonly outFolder?: string;
  readonly csvDelimiter?: string;
  /** Of the sentences in the files. */
  readonly language?: Language;
};

export type Drifted = {
  /** 0: all is as the rows say. */
  readonly exitCode: 0 | 1;
  readonly summary: DriftSummary;
  /** The first of them, in the order of the rows. */
  readonly lines: readonly DriftLine[];
  /** Paths, the one for people first. */
  readonly files: readonly string[];
};

/** Lines that are given back; all are in the file. */
export const driftLinesShown = 2_000;

/** Throws UserError where there is nothing to compare, or the target cannot be read, and the stop signal's reason. */
export async function drift(request: DriftRequest, context: RunContext): Promise<Drifted> {
  const { source } = request;
  if (source.of !== "run") return await compare(request, context, undefined);
  using past = openRun(await findRun(context.stateFolder, source.runId));
  const { runId, target, undoOf } = readRunFacts(past);
  if (!target || undoOf !== undefined)
    throw new UserError("nothing_to_compare", text("drift_of_no_run", { runId }), text("other_runs"));
  const connect: Connect = (onRequest) => request.connect(onRequest, target);
  return await compare({ ...request, connect }, context, past);
}

async function compare(request: DriftRequest, context: RunContext, past: RunFile | undefined): Promise<Drifted> {
  const { source, connect, only } = request;
  const { clock, emit } = context;
  const quiet = (event: RunEvent) => (event.type === "planned" ? undefined : emit(event)); // nothing is going to be done
  const startedAt = new Date(clock.now()).toISOString();
  const batch = source.of === "batch" ? { batch: source.batch } : {};
  const options: RunWishes = {
    ...{ isAdopting: true, isRemovingPackages: true, isRemovingNumbers: true, isRemovingCustomers: true },
    ...(only ? { only } : {}),
  };
  await using run = await startRun({ ...context, emit: quiet }, { command: "drift", ...batch, options, connect });
  const { read, left } = await fill(run, past, request, context);
  const refused = new Set(run.runFile.rows.refused());
  const seen = watch();
  await run.plan({ concurrency: request.concurrency, comparison: seen.comparison, ...(read ? { read } : {}) });
  run.finish();
  const hasAddresses = source.of !== "applied";
  const tally = startTally(left);
  const lines = driftLines(run.runFile, { refused, ...seen.told, hasAddresses, onRow: tally.row });
  const about = {
    startedAt,
    inputs: source.of === "batch" ? readRunFacts(run.runFile).inputs : [],
    ...(source.of === "run" && past ? { runId: readRunFacts(past).runId } : {}),
  };
  return await finish(run, lines, { tally, licenses: seen.licenses }, about, request, context);
}

type Filled = { readonly left: number } & Pick<PlanDeps, "read">;

/** `left`: rows that cannot be compared. */
async function fill(
  run: CheckingRun,
  past: RunFile | undefined,
  { source }: DriftRequest,
  { openApplied, stateFolder }: RunContext,
): Promise<Filled> {
  if (source.of === "batch") {
    await run.stage();
    return { left: 0 };
  }
  if (past) {
    run.runFile.takeInput(past, { withVerdicts: true });
    return { left: 0 };
  }
  using applied = openApplied();
  const owner = run.target ? ownerOf(run.target) : "";
  const left = stageApplied(run.runFile, applied, owner);
  if (left === 0 && run.runFile.files.all().every(({ rows }) => rows === 0))
    throw new UserError(
      "nothing_to_compare",
      text("nothing_applied_yet", { folder: stateFolder }),
      text("drift_of_sheets", { command: withState("wholesale-import drift <folder> --target webex", stateFolder) }),
    );
  return { left, read: appliedReader };
}

/** Keeps what is read beside what the plan tells. */
function watch() {
  const further = new Map<RowId, Change[]>();
  const limited = new Set<RowId>();
  const names = new Map<string, string>();
  const deactivated = new Set<RowId>();
  const licenses: LicenseLine[] = [];
  const add = (row: RowId, change: Change) => void further.set(row, [...(further.get(row) ?? []), change]);
  const comparison: Comparison = {
    onRead(rows, existing) {
      const name = rows.customer?.record.name;
      if (name) names.set(rows.reference, name);
      for (const row of deactivatedIn(rows, existing)) deactivated.add(row);
      const lines = licensesOf(rows, existing);
      licenses.push(...lines);
      if (!rows.customer || lines.length === 0) return;
      limited.add(rows.customer.row);
      const others = lines.filter(({ limit, total }) => limit !== undefined && limit !== total);
      const told = (countOf: (line: LicenseLine) => number | undefined) =>
        others.map((line) => `${line.package}=${countOf(line)}`).join(";");
      if (others.length > 0)
        add(rows.customer.row, {
          field: "package_limits",
          before: told(({ total }) => total),
          after: told(({ limit }) => limit),
        });
    },
    onRenamed: ({ row, change }) => add(row, change),
  };
  return { comparison, told: { further, limited, names, deactivated }, licenses };
}

/** Rows of users whom somebody has taken out of use. */
function deactivatedIn({ users }: CustomerRows, { people = [] }: ExistingOrganization): readonly RowId[] {
  const emails = new Set(people.filter(({ isDeactivated }) => isDeactivated).map(({ email }) => email));
  return emails.size === 0 ? [] : users.filter(({ record }) => emails.has(record.email)).map(({ row }) => row);
}

function licensesOf(
  { reference, customer }: CustomerRows,
  { licenses = new Map() }: ExistingOrganization,
): readonly LicenseLine[] {
  const limits = customer?.record.packageLimits ?? {};
  return [...licenses].map(([code, { total, used }]) => {
    const limit = limits[code];
    return { customer: reference, package: code, ...(limit === undefined ? {} : { limit }), total, used };
  });
}

/** `left`: rows that were not compared, to begin with. */
function startTally(left: number) {
  const none = { compared: 0, changed: 0, missing: 0, unlisted: 0, leftover: 0 };
  const sheets = { customers: { ...none }, locations: { ...none }, users: { ...none } };
  const customers = new Set<string>();
  const differing = new Set<string>();
  let notCompared = left;
  const row: Compared["onRow"] = (sheet, customer, isCompared) => {
    if (isCompared) sheets[sheet].compared += 1;
    else notCompared += 1;
    if (isCompared) customers.add(customer);
  };
  return {
    row,
    line({ sheet, kind, customer }: DriftLine) {
      sheets[sheet][kind] += 1;
      differing.add(customer);
    },
    finish: () => ({
      ...{ customers: customers.size, differing: differing.size },
      ...{ sheets, notCompared, differences: sumOf(sheets) },
    }),
  };
}

function sumOf(sheets: Readonly<Record<DriftSheet, Readonly<Record<DriftKind, number>>>>): number {
  return Object.values(sheets).reduce(
    (sum, counts) => sum + driftKinds.reduce((all, kind) => all + counts[kind], 0),
    0,
  );
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

type Tally = ReturnType<typeof startTally>;

type About = Pick<DriftSummary, "startedAt" | "inputs"> & { readonly runId?: string };

async function finish(
  { target }: CheckingRun,
  lines: Iterable<DriftLine>,
  { tally, licenses }: { readonly tally: Tally; readonly licenses: readonly LicenseLine[] },
  about: About,
  { outFolder, csvDelimiter, language = "en" }: DriftRequest,
  context: RunContext,
): Promise<Drifted> {
  const { clock, random, stateFolder, operator, ticket } = context;
  if (!target) throw new Error("a comparison has a target");
  await openStateFolder(stateFolder);
  const id = newRunId(clock.now(), random);
  const options = { csvDelimiter, language };
  const shown: DriftLine[] = [];
  const writers = [
    await openDriftFiles(driftFolder(stateFolder, id), { ...options, isForPage: true }),
    ...(outFolder ? [await openDriftFiles(outFolder, options)] : []),
  ];
  try {
    for (const line of lines) {
      tally.line(line);
      if (shown.length < driftLinesShown) shown.push(line);
      for (const writer of writers) await writer.add(line);
    }
    const counts = tally.finish();
    const { name, baseUrl } = target;
    const summary: DriftSummary = {
      ...{ v: 1, id, finishedAt: new Date(clock.now()).toISOString(), ...about, target: { name, baseUrl } },
      ...{ operator, ...(ticket ? { ticket } : {}) },
      ...counts,
      licenses: licenses.toSorted(
        (one, other) => inOrder(one.customer, other.customer) || inOrder(one.package, other.package),
      ),
    };
    const written: (readonly string[])[] = [];
    for (const writer of writers) written.push(await writer.publish(summary));
    const files = written.at(-1) ?? [];
    context.emit({ type: "compared", id, ...counts, files });
    const exitCode = counts.differences + counts.notCompared > 0 ? exitCodes.badRows : exitCodes.allRight;
    return { exitCode, summary, lines: shown, files };
  } catch (error) {
    for (const writer of writers) await writer.discard();
    throw error;
  }
}
