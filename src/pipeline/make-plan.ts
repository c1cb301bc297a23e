/** Looks at the target, customer by customer, and writes what is to be done into the run file. Customers planned already are left alone, so that an interrupted planning goes on. */
import PQueue from "p-queue";
import type { AppliedRows } from "../journal/applied-rows.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Unit } from "../journal/unit-table.ts";
import type { ExistingCustomer, ExistingOrganization, ExistingUser } from "../model/existing.ts";
import type { Operation, OperationId, UnitId } from "../model/plan.ts";
import type { RememberedTemplates, Target } from "../model/ports.ts";
import type { TemplateRecord } from "../model/records.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { buildPlan, type PlanProblem } from "../plan/build-plan.ts";
import { type Bundle, loadBundle, type Sourced, sourced, type TemplateSource } from "../plan/bundle.ts";
import { refusalOf } from "../plan/checklist.ts";
import { foldName } from "../plan/fold.ts";
import { type Refresh, stillThere, withoutFresh } from "../plan/fresh-rows.ts";
import { errorAt } from "../plan/issue-at.ts";
import { lastApplied } from "../plan/last-applied.ts";
import { nearest } from "../plan/nearest.ts";
import type { UpdatePolicy } from "../plan/plan-customer.ts";
import { type RowReader, rowReader } from "../plan/row-reader.ts";
import type { Observed, ObserveWishes } from "../webex/observe.ts";
import { sharedUnitFact } from "./plan-store.ts";
import { type AskPrecheck, type Prechecker, prechecker } from "./precheck.ts";
import { updateRunFacts } from "./run-facts.ts";
import { saveTaken, startTaking, type Taking } from "./take-unchanged.ts";
import { whatIsThere } from "./what-is-there.ts";

/** Reads the target; each call may be several requests. */
export type Observer = {
  /** Provisioning ID by name, of templates that the target itself knows. */
  templates(signal: AbortSignal): Promise<Observed<ReadonlyMap<string, string>>>;
  customers(wanted: ReadonlySet<string>, signal: AbortSignal): Promise<Observed<ReadonlyMap<string, ExistingCustomer>>>;
  organization(
    customer: ExistingCustomer,
    wishes: ObserveWishes,
    signal: AbortSignal,
  ): Promise<Observed<ExistingOrganization>>;
};

export type PlanDeps = {
  readonly runFile: RunFile;
  readonly target: Target["name"];
  readonly observer: Observer;
  readonly remembered: RememberedTemplates;
  /** What was last applied, and whose it is at this target. */
  readonly applied: AppliedRows;
  readonly owner: string;
  readonly policy: UpdatePolicy;
  /** Which rows are asked about. */
  readonly refresh: Refresh;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** The plan will be carried out: what is known of the rows that it changes holds no longer. */
  readonly isForApply: boolean;
  /** Which customers to deal with; the rows of the others are not attempted. */
  readonly selection?: Selection;
  /** Customers looked at side by side. */
  readonly concurrency: number;
  /** Asks Webex's own checks about what is to be created; absent: they are not asked. */
  readonly precheck?: AskPrecheck;
  readonly emit: Emit;
};

/** `only`: external ids. `limit`: so many of them, in the order of the batch. */
export type Selection = { readonly only?: readonly string[]; readonly limit?: number };

type Planning = PlanDeps & {
  readonly read: RowReader;
  readonly taking: Taking;
  readonly prechecks: Prechecker | undefined;
};

/** Throws UserError when the target cannot be read. */
export async function makePlan(planDeps: PlanDeps, signal: AbortSignal): Promise<PlanCounts> {
  const read = rowReader(planDeps.runFile);
  const { precheck, concurrency } = planDeps;
  const prechecks = precheck && prechecker(precheck, concurrency);
  const deps: Planning = { ...planDeps, read, taking: startTaking({ ...planDeps, read }), prechecks };
  const templates = planTemplates(deps, whatIsThere(await deps.observer.templates(signal)));
  const units = select(deps.runFile, deps.selection ?? {}).filter(({ id }) => !deps.taking.takeWhole(id));
  const wanted = new Set(units.map(({ reference }) => reference));
  const customers = wanted.size > 0 ? whatIsThere(await deps.observer.customers(wanted, signal)) : new Map();
  const queue = new PQueue({ concurrency: deps.concurrency });
  let done = 0;
  const planned = units.map((unit) =>
    queue.add(async () => {
      await planUnit(deps, unit, customers.get(unit.reference), templates, signal);
      done += 1;
      if (done % 50 === 0 || done === units.length) deps.emit({ type: "planning", customers: done, of: units.length });
    }),
  );
  await Promise.all(planned).finally(() => queue.clear());
  deps.runFile.rows.blockDependents();
  deps.runFile.finishPlanning();
  const counts = countPlan(deps.runFile);
  deps.emit({ type: "planned", counts });
  for (const text of prechecks?.notes() ?? []) deps.emit({ type: "note", text });
  return counts;
}

/** Leaves the other customers aside for good. */
function select(runFile: RunFile, { only, limit = Number.POSITIVE_INFINITY }: Selection): readonly Unit[] {
  const all = runFile.units.unplanned();
  const everybody = only ? [...runFile.units.all()] : [];
  const unknown = only?.find((id) => !everybody.some(({ reference }) => reference === id));
  if (unknown !== undefined) throw refuseCustomer(runFile, unknown, everybody);
  const chosen = all.filter(({ reference }) => !only || only.includes(reference)).slice(0, limit);
  const kept = new Set(chosen);
  runFile.together(() => {
    for (const unit of all) if (!kept.has(unit)) runFile.units.setPlanned(unit.id, 0);
  });
  return chosen;
}

function refuseCustomer(runFile: RunFile, id: string, units: readonly Unit[]): UserError {
  updateRunFacts(runFile, { isClosed: true });
  const meant = nearest(
    id,
    units.map(({ reference }) => reference),
  );
  const hint =
    meant.length > 0 ? `Did you mean ${meant.join(" or ")}?` : "Write an external_id of the customers sheet.";
  return new UserError("no_such_customer", `--only names the customer ${id}, which the batch does not hold.`, hint);
}

type TemplateSources = { of(bundle: Bundle): TemplateSource };

/** Templates stand in a unit of their own, which runs before all others. */
function planTemplates(deps: Planning, atTarget: ReadonlyMap<string, string>): TemplateSources {
  const { runFile, read } = deps;
  const unit = runFile.readFact(sharedUnitFact, Number) ?? planSharedUnit(deps, atTarget);
  const operations = new Map<string, OperationId>();
  const records = new Map<string, TemplateRecord>();
  for (const row of runFile.rows.ofTemplates()) {
    const template = sourced(read, row, "templates");
    if (template) records.set(template.record.name, template.record);
  }
  const missing = new Set<string>();
  const present = new Map<string, string>();
  for (const { operation } of runFile.operations.ofUnit(unit)) {
    operations.set(operation.key, operation.id);
    const { provisioningId } = operation.ids;
    if (operation.action === "none" && provisioningId) present.set(operation.key, provisioningId);
    if (operation.refusal) missing.add(operation.key);
  }
  return {
    of: ({ customer }) => {
      const name = customer?.record.template;
      if (name === undefined) return {};
      const isGivenByRow = missing.has(name) && customer?.record.provisioningId !== undefined;
      const operation = isGivenByRow ? undefined : operations.get(name);
      const provisioningId = deps.remembered.find(name);
      const inviteEmails = records.get(name)?.inviteEmails;
      const presentId = present.get(name);
      return {
        ...(presentId ? { presentId } : {}),
        ...(operation !== undefined ? { operation } : provisioningId ? { provisioningId } : {}),
        ...(inviteEmails === undefined ? {} : { inviteEmails }),
      };
    },
  };
}

/** All of it or nothing: a run that was stopped here plans it once all the same. */
function planSharedUnit(deps: Planning, atTarget: ReadonlyMap<string, string>): UnitId {
  const { runFile, read } = deps;
  return runFile.together(() => {
    const unit = runFile.units.add({ reference: "" });
    for (const row of runFile.rows.ofTemplates()) {
      const template = sourced(read, row, "templates");
      if (template) saveTemplate(deps, unit, template, atTarget);
    }
    runFile.units.setPlanned(unit, 1);
    runFile.writeFact(sharedUnitFact, unit);
    return unit;
  });
}

/** Known at the simulator: nothing to do. At webex a template with an ID was made by a person, and one without must be. */
function saveTemplate(
  { runFile, target, remembered }: PlanDeps,
  unit: number,
  { row, record }: Sourced<TemplateRecord>,
  atTarget: ReadonlyMap<string, string>,
): void {
  const { name, provisioningId: written } = record;
  const provisioningId = written ?? atTarget.get(name) ?? remembered.find(name);
  const isThere = target === "webex" ? provisioningId !== undefined : atTarget.has(name);
  runFile.operations.save([
    {
      id: runFile.operations.nextId(),
      unit,
      row,
      resource: "template",
      key: name,
      action: isThere ? "none" : "create",
      payload: { name, ...(provisioningId ? { provisioningId } : {}) },
      needs: [],
      ids: provisioningId ? { provisioningId } : {},
      ...(target === "webex" && !isThere ? { refusal: refusalOf(record) } : {}),
    },
  ]);
}

async function planUnit(
  deps: Planning,
  unit: Unit,
  customer: ExistingCustomer | undefined,
  templates: TemplateSources,
  signal: AbortSignal,
): Promise<void> {
  const { runFile } = deps;
  const bundle = loadBundle(runFile, deps.read, unit.id);
  if (bundle.rows.length === 0) return runFile.units.setPlanned(unit.id, 0);
  const fresh = deps.taking.freshOf(bundle);
  const asked = withoutFresh(bundle, fresh);
  const wishes = wishesOf(asked, templates.of(asked));
  const existing = customer && whatIsThere(await deps.observer.organization(customer, wishes, signal));
  const taken = stillThere(fresh, existing, wishes.users);
  const planned = withoutFresh(bundle, taken);
  const applied = deps.applied.ofCustomer(deps.owner, unit.reference);
  const basis = { policy: deps.policy, last: lastApplied(applied) };
  const template = templates.of(planned);
  const plan = buildPlan(runFile, planned, template, existing, basis);
  const operations = deps.prechecks ? await deps.prechecks.check(plan.operations, template, signal) : plan.operations;
  runFile.together(() => {
    runFile.operations.save(operations);
    saveTaken(runFile, unit.id, taken);
    if (deps.isForApply && applied.length > 0) doubtChanged(deps, unit, plan.operations);
    for (const problem of plan.problems) addProblem(runFile, problem);
    if (existing) addUnlisted(runFile, bundle, existing);
    const weight = plan.operations.filter(({ action }) => action !== "none").length;
    runFile.units.setPlanned(unit.id, weight);
  });
}

/** Until they are remembered again, nobody may take these rows for what was last applied: not even when the run dies. */
function doubtChanged({ runFile, applied, owner }: PlanDeps, unit: Unit, operations: readonly Operation[]): void {
  const changed = operations.filter(({ action }) => action !== "none" && action !== "read");
  const rows = [...new Set(changed.map(({ row }) => row))].map((row) => runFile.rows.row(row));
  applied.doubt(owner, unit.reference, rows);
}

/** Only where the batch names any: a sheet of users alone says nothing about locations. */
function addUnlisted(
  runFile: RunFile,
  { unit, users, locations, customer }: Bundle,
  existing: ExistingOrganization,
): void {
  // also those whose rows are not valid
  const emails = new Set([...runFile.rows.ofUnit(unit, "users")].map(({ key }) => key));
  const strangers = users.length > 0 ? existing.users.filter(({ email }) => !emails.has(email)) : [];
  runFile.units.addUnlisted(
    unit,
    "user",
    strangers.map(({ email }) => email),
  );
  const headOffice = customer ? [customer.record.headOffice.name] : [];
  const names = new Set(
    [...headOffice, ...[...runFile.rows.ofUnit(unit, "locations")].map(({ key }) => key)].map(foldName),
  );
  const places = locations.length > 0 ? existing.places.filter(({ name }) => !names.has(foldName(name))) : [];
  runFile.units.addUnlisted(
    unit,
    "location",
    places.map(({ name }) => name),
  );
}

function wishesOf(bundle: Bundle, { inviteEmails }: TemplateSource): ObserveWishes {
  const places = [
    ...(bundle.customer ? [bundle.customer.record.headOffice] : []),
    ...bundle.locations.map(({ record }) => record),
  ];
  return {
    users: bundle.users.length > 0,
    roles: (users) => isAboutRoles(bundle, users),
    inviteEmails: inviteEmails !== undefined,
    numbers:
      places.some(({ phoneNumbers }) => phoneNumbers.length > 0) ||
      bundle.users.some(({ record }) => record.phoneNumber !== undefined || record.extension !== undefined),
    pstnOf: places.filter(({ pstn }) => pstn !== undefined).map(({ name }) => name),
  };
}

/** Roles matter where the sheet names some, and where a package changes: an administrator's is never lowered. */
function isAboutRoles({ users: wanted }: Bundle, existing: readonly ExistingUser[]): boolean {
  const packages = new Map(existing.map((user) => [user.email, user.packages]));
  return wanted.some(
    ({ record }) => record.roles.length > 0 || packages.get(record.email)?.includes(record.package) === false,
  );
}

function addProblem(runFile: RunFile, { row: id, ...problem }: PlanProblem): void {
  const row = runFile.rows.row(id);
  runFile.rows.addIssue(id, row.file, errorAt(runFile.rows.addressOfRow(row), problem));
}

/** Rows by what will be done for them: by the strongest action of their operations. */
function countPlan(runFile: RunFile): PlanCounts {
  return runFile.operations.countRows();
}
