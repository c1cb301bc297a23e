/** The story of a reminder: find who of a run has not consented yet, show, ask, mail, tell. Nobody is mailed twice in a day. */
import { createHash } from "node:crypto";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { isOfSheets } from "../model/run-report.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { RunEnd } from "../outcome/end-run.ts";
import { planReminders, remindedBy, type Undecided, undecidedOf } from "../planning/plan-reminders.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts, type StoredFacts, updateRunFacts } from "../run/facts.ts";
import { findRun, listRunIds, openRun } from "../run/folder.ts";
import type { CallOptions, Connect, RunWishes } from "../run/options.ts";
import { mayHaveSent } from "../run/phase.ts";
import { closedByRefusal } from "./guards.ts";
import { resume } from "./resume.ts";
import { startRun } from "./start-run.ts";

export type RemindOptions = Omit<CallOptions, "confirmRemovals" | "signedPlan" | "reading"> &
  Pick<RunWishes, "language">;

/**
 * Mails the users of a run who must consent once more. Undefined: nobody has to be. A reminder that was cut off is gone on
 * with first. Target and organization come from the run. Throws UserError where the run has no such users.
 */
export async function remind(
  runId: string,
  options: RemindOptions,
  connectTo: Connect,
  context: RunContext,
): Promise<RunEnd | undefined> {
  const folder = await findRun(context.stateFolder, runId);
  using past = openRun(folder);
  const facts = readRunFacts(past);
  const { target } = facts;
  if (!target || !isOfSheets(facts.command)) throw noUsers(facts);
  await goOnWithCutOff(facts, options, connectTo, context);
  const undecided = await notRemindedLately(past, context);
  if (undecided.length === 0) return undefined;

  const { language } = options;
  await using run = await startRun(context, {
    ...{ command: "remind", remindOf: folder.runId, options: language ? { language } : {} },
    ...{ connect: (onRequest) => connectTo(onRequest, target), inputKey: keyOf(folder.runId) },
  });
  const { runFile, connection, step, stop } = run;
  await step(async () => {
    updateRunFacts(past, { reminders: [...(readRunFacts(past).reminders ?? []), run.folder.runId] });
    const counts = runFile.together(() => planReminders(runFile, past, undecided, context.emit));
    updateRunFacts(runFile, { phase: "planning" });
    const isConfirmed = await closedByRefusal(runFile, () => options.confirm(counts, connection.facts));
    if (!isConfirmed) return stop({ kind: "refused", reason: text("not_confirmed") });
    updateRunFacts(runFile, { phase: "confirmed" });
  });
  await run.carryOut(options);
  return await run.end(options);
}

function keyOf(runId: string): string {
  return createHash("sha256").update("remind").update(runId).digest("hex");
}

function noUsers({ runId }: StoredFacts): UserError {
  return new UserError("nothing_to_remind", text("remind_of_no_users", { runId }), text("name_run_with_users"));
}

/** Whom it has begun to mail is known to nobody else. */
async function goOnWithCutOff(
  { reminders = [] }: StoredFacts,
  options: RemindOptions,
  connectTo: Connect,
  context: RunContext,
): Promise<void> {
  const newest = reminders.at(-1);
  if (newest === undefined || !(await hasBegun(newest, context))) return;
  try {
    await resume(newest, options, connectTo, context);
  } catch (error) {
    if (!(error instanceof UserError) || !nothingLeft.has(error.code)) throw error;
  }
}

/** One that nobody has agreed to is left as it is. */
async function hasBegun(runId: string, { stateFolder }: RunContext): Promise<boolean> {
  if (!(await listRunIds(stateFolder)).includes(runId)) return false;
  using run = openRun(await findRun(stateFolder, runId));
  return mayHaveSent(readRunFacts(run).phase);
}

const nothingLeft: ReadonlySet<string> = new Set(["nothing_to_resume", "no_such_run", "run_not_begun"]);

const dayMs = 86_400_000;

async function notRemindedLately(
  past: RunFile,
  { stateFolder, clock, emit }: RunContext,
): Promise<readonly Undecided[]> {
  const { reminders = [] } = readRunFacts(past);
  const kept = new Set(await listRunIds(stateFolder));
  const lately = new Set<string>();
  for (const runId of reminders.filter((each) => kept.has(each))) {
    using earlier = openRun(await findRun(stateFolder, runId));
    if (clock.now() - Date.parse(readRunFacts(earlier).startedAt) >= dayMs) continue;
    for (const subscriberId of remindedBy(earlier)) lately.add(subscriberId);
  }
  const all = undecidedOf(past);
  const left = all.filter(({ subscriberId }) => !lately.has(subscriberId));
  if (left.length < all.length)
    emit({ type: "note", text: text("reminded_lately", { people: all.length - left.length }) });
  return left;
}
