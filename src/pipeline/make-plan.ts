/** Looks at the target, customer by customer, and writes what is to be done into the run file. Customers planned already are left alone, so that an interrupted planning goes on. */
import { setImmediate as nextTurn } from "node:timers/promises";
import PQueue from "p-queue";
import type { AppliedRows } from "../journal/applied-rows.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Unit } from "../journal/unit-table.ts";
import type { ExistingCustomer, ExistingOrganization, ExistingUser } from "../model/existing.ts";
import type { Operation } from "../model/plan.ts";
import type { RememberedTemplates, Target } from "../model/ports.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { buildPlan } from "../plan/build-plan.ts";
import { type Bundle, loadBundle, type TemplateSource } from "../plan/bundle.ts";
import type { UpdatePolicy } from "../plan/customer-changes.ts";
import { foldName } from "../plan/fold.ts";
import { type Refresh, stillThere, withoutFresh } from "../plan/fresh-rows.ts";
import { addProblem } from "../plan/issue-at.ts";
import { type LastApplied, lastApplied } from "../plan/last-applied.ts";
import { nearest } from "../plan/nearest.ts";
import { type RowReader, rowReader } from "../plan/row-reader.ts";
import type { Observed, ObserveWishes } from "../webex/observe.ts";
import { countPlan } from "./count-plan.ts";
import { planTemplates, type TemplateSources } from "./plan-templates.ts";
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
      await nextTurn(); // or many customers of which Webex need not be asked would keep Ctrl-C and the screen waiting
      signal.throwIfAborted();
      await planUnit(deps, unit, customers.get(unit.reference), templates, signal);
      done += 1;
      if (done % 50 === 0 || done === units.length) deps.emit({ type: "planning", customers: done, of: units.length });
    }),
  );
  await Promise.all(planned).finally(() => {
    queue.clear();
    deps.runFile.finishPlanning(); // also what is planned in part is reported on
  });
  deps.runFile.rows.blockDependents();
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
  const applied = deps.applied.ofCustomer(deps.owner, unit.reference);
  const last = lastApplied(applied);
  const wishes = wishesOf(asked, templates.of(asked), last);
  const existing = customer && whatIsThere(await deps.observer.organization(customer, wishes, signal));
  const taken = stillThere(fresh, existing, wishes.users);
  const planned = withoutFresh(bundle, taken);
  const basis = { policy: deps.policy, last };
  const template = templates.of(planned);
  const plan = buildPlan(runFile, planned, template, existing, basis);
  const operations = deps.prechecks ? await deps.prechecks.check(plan.operations, template, signal) : plan.operations;
  runFile.together(() => {
    runFile.operations.save(operations);
    saveTaken(runFile, unit.id, taken);
    if (deps.isForApply && applied.length > 0) doubtChanged(deps, unit, plan.operations);
    for (const { row, ...problem } of plan.problems) addProblem(runFile, runFile.rows.row(row), "error", problem);
    for (const { row, ...problem } of plan.warnings) addProblem(runFile, runFile.rows.row(row), "warning", problem);
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

/** A head office may have another name in the sheet than when it was last applied. */
function wishesOf(bundle: Bundle, { inviteEmails }: TemplateSource, { customer: last }: LastApplied): ObserveWishes {
  const places = [
    ...(bundle.customer ? [bundle.customer.record.headOffice] : []),
    ...bundle.locations.map(({ record }) => record),
  ];
  const former = bundle.customer?.record.headOffice.pstn === undefined ? undefined : last?.headOffice?.name;
  const formerName = former === undefined ? [] : [former];
  return {
    users: bundle.users.length > 0,
    roles: (users) => isAboutRoles(bundle, users),
    inviteEmails: inviteEmails !== undefined,
    numbers:
      places.some(({ phoneNumbers }) => phoneNumbers.length > 0) ||
      bundle.users.some(({ record }) => record.phoneNumber !== undefined || record.extension !== undefined),
    pstnOf: [...places.filter(({ pstn }) => pstn !== undefined).map(({ name }) => name), ...formerName],
  };
}

/** Roles matter where the sheet names some, and where a package changes: an administrator's is never lowered. */
function isAboutRoles({ users: wanted }: Bundle, existing: readonly ExistingUser[]): boolean {
  const packages = new Map(existing.map((user) => [user.email, user.packages]));
  return wanted.some(
    ({ record }) => record.roles.length > 0 || packages.get(record.email)?.includes(record.package) === false,
  );
}
