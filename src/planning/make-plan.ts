/** Looks at the target, customer by customer, and writes what is to be done into the run file. Customers planned already are left alone, so that an interrupted planning goes on. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import type { AppliedRow, AppliedRows } from "../journal/state/applied-rows.ts";
import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import { foldName } from "../model/names.ts";
import type { Operation, RowId, UnitId } from "../model/plan.ts";
import type { RememberedTemplates, Target } from "../model/ports.ts";
import type { Draft, UserRecord } from "../model/records.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import type { Assigned } from "../model/run-report.ts";
import type { RowAddress } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { updateRunFacts } from "../run/facts.ts";
import type { RunOptions } from "../run/options.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import { addProblem } from "../staging/issue-at.ts";
import { type RowReader, rowReader } from "../staging/row-reader.ts";
import type { OtherId } from "../webex/find-other-ids.ts";
import { hasAnnouncements, refuseSilentLanguages } from "./announcement-languages.ts";
import { wantsNext } from "./assign-next.ts";
import { adminEmailOf, buildPlan } from "./build-plan.ts";
import type { Refusal } from "./changes.ts";
import { countPlan } from "./count-plan.ts";
import { type CustomerRows, isRemoving, loadCustomerRows } from "./customer-rows.ts";
import { lookIntoOrRefuse } from "./customers-that-go.ts";
import { stillThere, withoutFresh } from "./fresh-rows.ts";
import { gatherMoves } from "./gather-moves.ts";
import { planGoing } from "./going.ts";
import { lastApplied, nameOfApplied } from "./last-applied.ts";
import { wholeWishes, wishesOf } from "./observe-wishes.ts";
import { existsUnderOtherId, lookUnderOtherIds } from "./other-ids.ts";
import { planEachCustomer } from "./plan-each-customer.ts";
import { planTemplates, type TemplateSources } from "./plan-templates.ts";
import { type AskPrecheck, type Prechecked, type Prechecker, prechecker } from "./precheck.ts";
import { type Renamed, recogniseRenamed } from "./renamed.ts";
import { type Observer, requireObserved } from "./require-observed.ts";
import { findUnchanged, saveTaken, type UnchangedRows } from "./skip-recently-applied.ts";

export type PlanDeps = {
  readonly runFile: RunFile;
  readonly target: Target["name"];
  readonly observer: Observer;
  readonly remembered: RememberedTemplates;
  /** What was last applied, and whose it is at this target. */
  readonly applied: AppliedRows;
  readonly owner: string;
  readonly options: RunOptions;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** The plan will be carried out: what is known of the rows that it changes holds no longer. */
  readonly isForApply: boolean;
  /** What a signed plan chose, by the address of the user. */
  readonly signed?: ReadonlyMap<string, Assigned>;
  /** Customers looked at side by side. */
  readonly concurrency: number;
  /** Asks Webex's own checks about what is to be created, where the options say so. */
  readonly precheck: AskPrecheck;
  readonly emit: Emit;
  /** The plan is a comparison, that is never carried out. */
  readonly comparison?: Comparison;
  /** How rows are read; default: their cells, by the rules of their sheet. */
  readonly read?: RowReader;
};

/** Whoever compares the target with the rows, and wants all of it. */
export type Comparison = {
  /** What was read of each customer that is there. */
  onRead(rows: CustomerRows, existing: ExistingOrganization): void;
  /** Something is there under another name. */
  onRenamed(renamed: Renamed): void;
};

type Planning = PlanDeps & {
  readonly read: RowReader;
  readonly unchanged: UnchangedRows;
  readonly prechecks: Prechecker | undefined;
  readonly leaverAt: (email: string) => RowAddress | undefined;
  /** Asked once, by the first unit that needs them. */
  readonly announcementLanguages: () => Promise<ReadonlySet<string> | undefined>;
};

/** Throws UserError when the target cannot be read. */
export async function makePlan(planDeps: PlanDeps, signal: AbortSignal): Promise<PlanCounts> {
  const read = planDeps.read ?? rowReader(planDeps.runFile);
  const { precheck, concurrency, options } = planDeps;
  const prechecks = options.isPrechecking ? prechecker(precheck, concurrency) : undefined;
  const announcementLanguages = once(async () =>
    requireObserved(await planDeps.observer.announcementLanguages(signal)),
  );
  const unchanged = findUnchanged({ ...planDeps, read });
  const leaverAt = leaversOf(planDeps.runFile);
  const deps: Planning = { ...planDeps, read, unchanged, prechecks, announcementLanguages, leaverAt };
  const templates = planTemplates(deps, requireObserved(await deps.observer.templates(signal)));
  const chosen = select(deps.runFile, options);
  if (chosen.leftOut > 0) deps.emit({ type: "note", text: tellLeftOut(chosen, options) });
  const units = chosen.units.filter(({ id }) => !deps.unchanged.takeWhole(id));
  const wanted = new Set(units.map(({ reference }) => reference));
  const customers = wanted.size > 0 ? requireObserved(await deps.observer.customers(wanted, signal)) : new Map();
  const others = await lookUnderOtherIds(deps, units, customers, signal);
  const stand = (unit: Unit): Standing => {
    const other = others.get(unit.reference);
    return other ? { customer: other.customer, other } : { customer: customers.get(unit.reference) };
  };
  const isNew = ({ reference }: Unit) => !customers.has(reference) && !others.has(reference);
  const turns = [units.filter((unit) => !isNew(unit)), units.filter(isNew)];
  await planEachCustomer(deps, turns, (unit) => planUnit(deps, unit, stand(unit), templates, signal), signal);
  deps.runFile.rows.blockDependents();
  const counts = countPlan(deps.runFile);
  deps.emit({ type: "planned", counts });
  for (const note of prechecks?.notes() ?? []) deps.emit({ type: "note", text: note });
  return counts;
}

/** Who goes, by the address: asked once, by the first new customer, when all others are planned. */
function leaversOf(runFile: RunFile): Planning["leaverAt"] {
  let leavers: ReadonlyMap<string, RowId> | undefined;
  return (email) => {
    leavers ??= new Map(runFile.operations.peopleWhoGo().map(({ email, row }) => [email, row]));
    const row = leavers.get(email);
    return row === undefined ? undefined : runFile.rows.address(row);
  };
}

type Chosen = { readonly units: readonly Unit[]; readonly leftOut: number };

function tellLeftOut({ leftOut, units }: Chosen, { only, limit }: RunOptions): Text {
  const flags = [...(only ? ["--only"] : []), ...(limit ? [`--limit ${limit}`] : [])];
  return text("customers_left_out", { flags, chosen: units.length, leftOut });
}

/** Leaves the other customers aside for good. */
function select(runFile: RunFile, { only, limit = Number.POSITIVE_INFINITY }: RunOptions): Chosen {
  const all = runFile.units.unplanned();
  const everybody = only ? [...runFile.units.all()] : [];
  const unknown = only?.find((id) => !everybody.some(({ reference }) => reference === id));
  if (unknown !== undefined) throw refuseCustomer(runFile, unknown, everybody);
  const chosen = all.filter(({ reference }) => !only || only.includes(reference)).slice(0, limit);
  const kept = new Set(chosen);
  runFile.together(() => {
    for (const unit of all) if (!kept.has(unit)) runFile.units.setPlanned(unit.id, 0);
  });
  return { units: chosen, leftOut: all.length - chosen.length };
}

function refuseCustomer(runFile: RunFile, id: string, units: readonly Unit[]): UserError {
  updateRunFacts(runFile, { phase: "closed" });
  const meant = nearest(
    id,
    units.map(({ reference }) => reference),
  );
  const hint = meant.length > 0 ? text("did_you_mean_one_of", { meant }) : text("write_external_id_of_sheet");
  return new UserError("no_such_customer", text("only_names_unknown_customer", { customer: id }), hint);
}

/** A customer as it stands at Webex. `other`: not under the external id of its row. */
type Standing = { readonly customer: ExistingCustomer | undefined; readonly other?: OtherId };

async function planUnit(
  deps: Planning,
  unit: Unit,
  { customer, other }: Standing,
  templates: TemplateSources,
  signal: AbortSignal,
): Promise<void> {
  const { runFile } = deps;
  const customerRows = loadCustomerRows(runFile, deps.read, unit.id);
  if (customerRows.rows.length === 0) return runFile.units.setPlanned(unit.id, 0);
  if (other && (!deps.options.isAdopting || other.isNamed))
    return refuseGoing(deps, unit, customerRows, existsUnderOtherId(unit.reference, other));
  const fresh = deps.unchanged.freshOf(customerRows);
  const asked = withoutFresh(customerRows, fresh);
  const reference = other?.customer.externalId ?? unit.reference;
  const applied = deps.applied.ofCustomer(deps.owner, reference);
  const last = lastApplied(applied, deps.applied.goLive.ofCustomer(deps.owner, reference));
  const wishes = deps.comparison
    ? wholeWishes(asked, templates.of(asked))
    : wishesOf(asked, templates.of(asked), last, deps.options);
  // a customer that goes already is as a row to remove says
  const isLeft = asked.departure !== undefined && customer?.status === "deleting";
  const looked =
    customer && !isLeft ? await lookIntoOrRefuse(deps.observer, unit.reference, customer, wishes, signal) : undefined;
  if (looked && "refusal" in looked) return refuseGoing(deps, unit, customerRows, looked.refusal);
  const existing = looked && deps.comparison ? recognised(deps, asked, looked, applied) : looked;
  const taken = stillThere(fresh, existing, wishes.users);
  const planned = withoutFresh(customerRows, taken);
  const provisioningId = last.customer?.provisioningId ?? deps.remembered.find(last.customer?.template ?? "");
  const isChoosing = planned.users.some(wantsNext);
  const claims = isChoosing ? [...claimsOf(runFile, deps.read, unit.id)] : [];
  const basis = {
    policy: { ...deps.options, ...(deps.comparison ? { isWhole: true } : {}) },
    last,
    nowMs: deps.nowMs,
    provisioningId,
    claims,
    signed: (email: string) => deps.signed?.get(email),
    leaverAt: deps.leaverAt,
  };
  const template = templates.of(planned);
  const plan = buildPlan(runFile, planned, template, existing, basis);
  const spoken = deps.comparison ? plan.operations : await withAnnouncements(plan.operations, deps);
  const checked = deps.prechecks ? await deps.prechecks.check(spoken, template, signal) : unchecked(spoken);
  const operations = gatherMoves(checked.operations, () => runFile.operations.nextId());
  runFile.together(() => {
    runFile.operations.save(operations);
    saveTaken(runFile, unit.id, taken);
    if (deps.isForApply && applied.length > 0) doubtChanged(deps, unit, plan.operations, applied);
    for (const { row, ...problem } of plan.problems) addProblem(runFile, runFile.rows.row(row), "error", problem);
    for (const { row, ...problem } of [...plan.warnings, ...checked.warnings])
      addProblem(runFile, runFile.rows.row(row), "warning", problem);
    if (existing)
      addUnlisted(runFile, customerRows, existing, deps.comparison && { admin: adminEmailOf(customerRows, last) });
    if (existing && isRemoving(customerRows)) runFile.units.setUsers(unit.id, existing.users.length);
    const weight = plan.operations.filter(({ action }) => action !== "none").length;
    runFile.units.setPlanned(unit.id, weight);
  });
}

function unchecked(operations: readonly Operation[]): Prechecked {
  return { operations, warnings: [] };
}

async function withAnnouncements(operations: readonly Operation[], deps: Planning): Promise<readonly Operation[]> {
  if (!hasAnnouncements(operations)) return operations;
  const languages = await deps.announcementLanguages();
  return languages ? refuseSilentLanguages(operations, languages) : operations;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

function refuseGoing({ runFile }: Planning, unit: Unit, customerRows: CustomerRows, refusal: Refusal): void {
  runFile.together(() => {
    runFile.operations.save(planGoing(runFile, customerRows, refusal));
    runFile.units.setPlanned(unit.id, 0);
  });
}

/** Until they are remembered again, nobody may take these rows for what was last applied: not even when the run dies. */
function doubtChanged(
  { runFile, applied, owner }: PlanDeps,
  unit: Unit,
  operations: readonly Operation[],
  known: readonly AppliedRow[],
): void {
  const changed = operations.filter(({ action }) => action !== "none" && action !== "read");
  const rows = [...new Set(changed.map(({ row }) => row))].map((row) => runFile.rows.row(row));
  const names = new Set(rows.map(nameOfApplied));
  applied.doubt(
    owner,
    unit.reference,
    known.filter((row) => names.has(nameOfApplied(row))),
  );
}

function recognised(
  { comparison }: Planning,
  customerRows: CustomerRows,
  found: ExistingOrganization,
  applied: readonly AppliedRow[],
): ExistingOrganization {
  comparison?.onRead(customerRows, found);
  const { existing, renamed } = recogniseRenamed(customerRows, found, applied);
  for (const each of renamed) comparison?.onRenamed(each);
  return existing;
}

/** Only where the batch names any: a sheet of users alone says nothing about locations. `admin`: of a whole comparison, for which the row of a customer says that its sheets tell all; whoever its row names is in a sheet. */
function addUnlisted(
  runFile: RunFile,
  { unit, users, leavers, locations, closings, customer }: CustomerRows,
  existing: ExistingOrganization,
  comparison: { readonly admin: string | undefined } | undefined,
): void {
  // also those whose rows are not valid
  const emails = new Set([...runFile.rows.ofUnit(unit, "users")].map(({ key }) => key));
  const isWhole = comparison !== undefined && customer !== undefined;
  if (comparison?.admin) emails.add(comparison.admin);
  const isAboutUsers = isWhole || users.length + leavers.length > 0;
  const strangers = isAboutUsers ? existing.users.filter(({ email }) => !emails.has(email)) : [];
  runFile.units.addUnlisted(
    unit,
    "user",
    strangers.map(({ email }) => email),
  );
  const headOffice = customer ? [customer.record.headOffice.name] : [];
  const names = new Set(
    [...headOffice, ...[...runFile.rows.ofUnit(unit, "locations")].map(({ key }) => key)].map(foldName),
  );
  const unlisted =
    isWhole || locations.length + closings.length > 0
      ? existing.locations.filter(({ name }) => !names.has(foldName(name)))
      : [];
  runFile.units.addUnlisted(
    unit,
    "location",
    unlisted.map(({ name }) => name),
  );
}

/** What all users of a customer say of numbers and extensions, whatever is planned of their rows: it is not free for others. */
function* claimsOf(runFile: RunFile, read: RowReader, unit: UnitId): Generator<Draft<UserRecord>> {
  for (const row of runFile.rows.ofUnit(unit, "users")) yield read(row, "users").value;
}
