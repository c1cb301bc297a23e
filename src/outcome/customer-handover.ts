/** What a run has set up for one customer, as that customer is told: what works, what is left, and nothing of anybody else. Read from the rows and operations that the report is made from. */
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import type {
  ActivationMails,
  CustomerHandover,
  HandedAdministrator,
  HandedPackage,
  HandedPerson,
  HandedPlace,
  HandedState,
  HandedTask,
  NotHandedReason,
} from "../model/handover.ts";
import { resultOf } from "../model/journal-entry.ts";
import { foldName, isSameName } from "../model/names.ts";
import { factsOf, hasCalling } from "../model/packages.ts";
import { mainResource, type ResourceKind } from "../model/plan.ts";
import {
  type Address,
  type CustomerRecord,
  type LocationCalling,
  type PackageCode,
  packageCodes,
  type RoleName,
  roleNames,
  type TemplateRecord,
  type UserRecord,
} from "../model/records.ts";
import type { RowOutcome } from "../model/run-report.ts";
import type { SheetName } from "../model/sheet.ts";
import { type Text, type TextKey, text } from "../model/words/text.ts";
import { sourced } from "../planning/customer-rows.ts";
import { type RowReader, rowReader } from "../staging/row-reader.ts";
import { handedNumbers, numberTasks } from "./handed-numbers.ts";
import { rowsWithSteps } from "./report-source.ts";
import { type LookUps, lookUps, type Step } from "./row-steps.ts";

export type HandoverReader = {
  /** External ids, or references as written, of all customers of the runs. */
  readonly customers: readonly string[];
  /** Undefined: the runs have no row of this customer. `days`: as the state folder keeps them. */
  of(customer: string, days: readonly StoredGoLive[]): CustomerHandover | NotHandedReason | undefined;
};

export type HandoverTime = {
  /** ISO 8601: of what the runs tell. */
  readonly asOf: string;
  /** Since the epoch. */
  readonly nowMs: number;
};

/** Reads one customer at a time. `runFiles`: a run and the ones that it repeats in part, the oldest first. */
export function handoverReader(runFiles: readonly RunFile[], time: HandoverTime): HandoverReader {
  const runs = runFiles.map(openRows);
  return {
    customers: [...new Set(runs.flatMap(({ customers }) => [...customers]))],
    of(customer, days) {
      const rows = runs.map((run) => run.of(customer)).reduce(together);
      if (!rows) return undefined;
      return whyNot(rows) ?? tell(rows, { customer, days, time });
    },
  };
}

function openRows(runFile: RunFile) {
  const read = rowReader(runFile);
  const look = lookUps(runFile);
  const shared = runFile.units.shared();
  const units = new Map<string, Unit>();
  for (const unit of runFile.units.all())
    if (unit.id !== shared && !units.has(unit.reference)) units.set(unit.reference, unit);
  return {
    customers: units.keys(),
    of(customer: string): Rows | undefined {
      const unit = units.get(customer);
      return unit && rowsOf(runFile, read, look, unit);
    },
  };
}

/** A later run of a customer's rows has taken over those that the earlier one refused, under the same key or a corrected one. */
function together(earlier: Rows | undefined, later: Rows | undefined): Rows | undefined {
  if (!earlier || !later) return later ?? earlier;
  const { customer = keptOf(earlier.customer), template = earlier.template } = later;
  return {
    ...(customer ? { customer } : {}),
    ...(template ? { template } : {}),
    locations: replaced(earlier.locations, later.locations),
    users: replaced(earlier.users, later.users),
  };
}

function replaced<T>(earlier: readonly Told<T>[], later: readonly Told<T>[]): readonly Told<T>[] {
  const now = new Map(later.map((told) => [foldName(told.key), told]));
  const before = earlier.flatMap((told) => {
    const key = foldName(told.key);
    const replacement = now.get(key);
    now.delete(key);
    return replacement ?? keptOf(told) ?? [];
  });
  return [...before, ...now.values()];
}

function keptOf<T>(told: Told<T> | undefined): Told<T> | undefined {
  return told && (isRight(told) || told.outcome.status === "pending") ? told : undefined;
}

/** A row with what became of it. `record`: absent where the row is not valid. */
type Told<T> = {
  readonly key: string;
  readonly outcome: RowOutcome;
  readonly steps: readonly Step[];
  readonly record?: T;
};

type Rows = {
  readonly customer?: Told<CustomerRecord>;
  /** Of the customer. */
  readonly template?: TemplateRecord;
  readonly locations: readonly Told<LocationCalling & { readonly action?: "remove" }>[];
  readonly users: readonly Told<UserRecord>[];
};

function rowsOf(runFile: RunFile, read: RowReader, look: LookUps, unit: Unit): Rows | undefined {
  const isOwn = (id: number) => !runFile.rows.isContext(id);
  const own = unit.row !== null && isOwn(unit.row) ? [runFile.rows.row(unit.row)] : [];
  const of = (sheet: "locations" | "users") => [...runFile.rows.ofUnit(unit.id, sheet)].filter(({ id }) => isOwn(id));
  const told = <S extends Exclude<SheetName, "profiles">>(rows: readonly StoredRow[], sheet: S) =>
    runsOf(rows).flatMap((run) =>
      [...rowsWithSteps(runFile, run, look)].map(({ row, outcome, steps }) => {
        const record = sourced(read, row, sheet)?.record;
        return { key: row.key, outcome, steps, ...(record ? { record } : {}) };
      }),
    );
  const [customer] = told(own, "customers");
  const locations = told(of("locations"), "locations");
  const users = told(of("users"), "users");
  if (!customer && locations.length + users.length === 0) return undefined;
  const template = templateOf(runFile, read, customer);
  return { ...(customer ? { customer } : {}), ...(template ? { template } : {}), locations, users };
}

/** Rows that stand behind each other are read in one go. */
function runsOf(rows: readonly StoredRow[]): readonly (readonly StoredRow[])[] {
  const runs: StoredRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.at(-1)?.id === row.id - 1) last?.push(row);
    else runs.push([row]);
  }
  return runs;
}

function whyNot({ customer, locations, users }: Rows): NotHandedReason | undefined {
  const all = [...(customer ? [customer] : []), ...locations, ...users];
  if (all.every(({ outcome }) => outcome.status === "not_attempted")) return "not_attempted";
  if (customer?.record?.action === "remove") return isRight(customer) ? "removed" : "not_set_up";
  if (customer && standing(customer, ["customer"]) === undefined) return "not_set_up";
  return all.some((each) => standing(each, [mainResource[each.outcome.at.sheet] ?? "customer"]) !== undefined)
    ? undefined
    : "not_set_up";
}

function isRight({ outcome: { status } }: Told<unknown>): boolean {
  return status === "succeeded" || status === "unchanged";
}

/** What works of a row, by the operations that make its thing. Undefined: it is not there. */
function standing(told: Told<unknown>, mains: readonly ResourceKind[]): HandedState | undefined {
  if (isRight(told)) return "ready";
  const main = told.steps.filter(({ operation }) => mains.includes(operation.resource));
  if (main.length > 0 && main.every(isThere)) return "partly";
  return main.some(isUnderWay) && !main.some(isRefused) ? "pending" : undefined;
}

/** The thing is there, whatever was to be changed about it. What was refused in part is there. */
function isThere({ operation, state }: Step): boolean {
  if (operation.action === "none" || operation.action === "update") return true;
  const result = resultOf(state);
  if (result?.status === "failed") return (result.refused?.length ?? 0) > 0 && result.ids !== undefined;
  return result?.status === "done";
}

function isUnderWay({ state }: Step): boolean {
  const result = resultOf(state);
  return result?.status === "pending" || result?.status === "accepted" || (!result && state.attempts > 0);
}

function isRefused({ state }: Step): boolean {
  return resultOf(state)?.status === "failed";
}

/** All that it was to do is done. */
function isDone({ operation, state }: Step): boolean {
  return operation.action === "none" || resultOf(state)?.status === "done";
}

/** What columns hold at Webex as long as their change is not done. */
function valuesBefore(steps: readonly Step[]): ReadonlyMap<string, string> {
  const open = steps.filter((step) => !isDone(step));
  return new Map(
    open.flatMap(({ operation: { changes = [] } }) => changes.map(({ field, before }) => [field, before])),
  );
}

type Around = {
  readonly customer: string;
  readonly days: readonly StoredGoLive[];
  readonly time: HandoverTime;
};

function tell(rows: Rows, around: Around): CustomerHandover {
  const { customer, template } = rows;
  const { customer: reference, time } = around;
  const record = customer?.record;
  const packages = packagesOf(rows);
  const places = placesOf(rows, around);
  const people = peopleOf(rows);
  const mails = mailsOf(rows, around);
  const states = [...(customer ? [standing(customer, ["customer"])] : []), ...places.map(({ place }) => place.state)];
  return {
    customer: reference,
    name: (customer && valuesBefore(customer.steps).get("name")) || (record?.name ?? reference),
    asOf: time.asOf,
    timezone: record?.headOffice.timezone ?? rows.locations.find((each) => each.record)?.record?.timezone ?? "UTC",
    state: states.includes("pending") ? "pending" : states.every((each) => each === "ready") ? "ready" : "partly",
    ...(record ? { billingAddress: record.billingAddress } : { isPart: true }),
    packages,
    places: places.map(({ place }) => place),
    people: people.map(({ person }) => person),
    administrators: administratorsOf(record, people),
    removed: [...rows.locations, ...rows.users]
      .filter((each) => each.record?.action === "remove" && isRight(each))
      .map(({ key }) => key),
    tasks: [
      ...customerTasks(customer),
      ...places.flatMap(({ tasks }) => tasks),
      ...missingTasks(rows),
      ...people.flatMap(({ tasks }) => tasks),
      ...consentTask(rows.users),
      ...mailTasks(mails),
    ],
    mails,
    signsInAtPartner: template?.authentication === "partner",
  };
}

function templateOf(
  runFile: RunFile,
  read: RowReader,
  customer: Told<CustomerRecord> | undefined,
): TemplateRecord | undefined {
  const name = customer?.record?.template;
  const row = name === undefined ? undefined : runFile.rows.templateNamed(name);
  return row && sourced(read, row, "templates")?.record;
}

// the customer

/** Those that were refused are not handed over. */
function packagesOf({ customer, users }: Rows): readonly HandedPackage[] {
  const refused = refusedParts(customer);
  const used = users.filter((told) => isListed(told)).flatMap(({ record }) => (record ? packagesWanted(record) : []));
  const codes = new Set([...(customer?.record?.packages ?? []), ...used]);
  return [...codes]
    .filter((code) => !refused.has(code))
    .map((code) => {
      const limit = customer?.record?.packageLimits[code];
      return { code, users: used.filter((each) => each === code).length, ...(limit === undefined ? {} : { limit }) };
    });
}

function packagesWanted(user: UserRecord): readonly PackageCode[] {
  return [user.package, ...user.addons];
}

function refusedParts(told: Told<unknown> | undefined): ReadonlySet<string> {
  const parts = (told?.steps ?? []).flatMap(({ state }) => {
    const result = resultOf(state);
    return result?.status === "failed" ? (result.refused ?? []).map(({ part }) => part) : [];
  });
  return new Set(parts);
}

function customerTasks(customer: Told<CustomerRecord> | undefined): readonly HandedTask[] {
  if (!customer || isRight(customer)) return [];
  const result = customer.steps
    .filter(({ operation }) => operation.resource === "customer")
    .map(({ state }) => resultOf(state))
    .find((each) => each !== undefined);
  if (result?.status === "pending" && result.code === "pending_rpl_review")
    return [{ by: "webex", what: text("handover_review") }];
  if (result?.status === "pending" || result?.status === "accepted")
    return [{ by: "webex", what: text("handover_provisioning") }];
  const parts = refusedParts(customer);
  const refused = packageCodes.filter((code) => parts.has(code));
  const names = refused.map((code) => factsOf(code).names[0] ?? code);
  if (names.length > 0) return [{ by: "provider", what: text("handover_packages_open", { names }) }];
  return partsTask(customer, customer.record?.name ?? customer.key, organizationParts);
}

const organizationParts: Parts = {
  customer: "handover_part_customer",
  organization_name: "handover_part_customer",
  invite_emails: "handover_part_mails",
  welcome: "handover_part_mails",
};

type Parts = { readonly [K in ResourceKind]?: TextKey };

/** What of it is not done yet, in words of the customer; empty where all is. */
function partsTask(told: Told<unknown>, name: string, parts: Parts): readonly HandedTask[] {
  const open = told.steps.flatMap((step) => (isDone(step) ? [] : (parts[step.operation.resource] ?? [])));
  const keys = [...new Set(open)];
  if (keys.length === 0) return [];
  const said = keys.map((says): Text => ({ says }));
  return [{ by: "provider", what: text("handover_parts_open", { name, parts: said }) }];
}

// locations

type ToldPlace = { readonly place: HandedPlace; readonly tasks: readonly HandedTask[] };

const headOfficeMains = ["customer", "head_office", "location", "calling"] as const satisfies readonly ResourceKind[];
const branchMains = ["location", "calling"] as const satisfies readonly ResourceKind[];

const placeParts: Parts = {
  location: "handover_part_location",
  head_office: "handover_part_location",
  calling: "handover_part_calling",
  pstn: "handover_part_pstn",
  location_settings: "handover_part_settings",
};

function placesOf({ customer, locations }: Rows, around: Around): readonly ToldPlace[] {
  const office =
    customer?.record && hasCalling(customer.record.packages)
      ? placeOf({ ...customer, record: customer.record.headOffice }, true, around)
      : undefined;
  const branches = locations.filter(({ record }) => record?.action !== "remove");
  return [office, ...branches.map((told) => placeOf(told, false, around))].filter((each) => each !== undefined);
}

function placeOf(told: Told<LocationCalling>, isHeadOffice: boolean, { days, time }: Around): ToldPlace | undefined {
  const { record, steps } = told;
  const state = standing(told, isHeadOffice ? headOfficeMains : branchMains);
  if (!record || !state) return undefined;
  const prefix = isHeadOffice ? "hq_" : "";
  const before = valuesBefore(steps);
  const held = (column: string, now: string | undefined) =>
    before.get(`${prefix}${column}`) ?? before.get(column) ?? now;
  const name = held("name", record.name) || record.name;
  const isSet = !steps.some((step) => step.operation.resource === "location_settings" && !isDone(step));
  const mainNumber = isSet ? record.mainNumber : (before.get(`${prefix}main_number`) ?? before.get("main_number"));
  const day = days.find(
    ({ kind, place }) => kind === "numbers" && place === (isHeadOffice ? "" : foldName(record.name)),
  );
  const numbers = handedNumbers({ location: record, steps, nowMs: time.nowMs, ...(day ? { day } : {}) });
  const place: HandedPlace = {
    name,
    isHeadOffice,
    state,
    address: addressNow(record.address, (column) => held(column, undefined)),
    ...(record.timezone ? { timezone: record.timezone } : {}),
    ...(mainNumber ? { mainNumber } : {}),
    ...(isSet && record.routingPrefix ? { routingPrefix: record.routingPrefix } : {}),
    numbers: state === "pending" ? numbers.map((each) => ({ ...each, state: "pending" as const })) : numbers,
  };
  const isWaiting = state === "pending";
  return { place, tasks: isWaiting ? [] : [...partsTask(told, name, placeParts), ...numberTasks(name, place.numbers)] };
}

/** Parts that are still to be changed as they were. */
function addressNow(address: Address, before: (column: string) => string | undefined): Address {
  const line1 = before("address_line1") ?? address.line1;
  const line2 = before("address_line2") ?? address.line2;
  const state = before("state") ?? address.state;
  const postalCode = before("postal_code") ?? address.postalCode;
  return {
    line1,
    ...(line2 ? { line2 } : {}),
    city: before("city") ?? address.city,
    ...(state ? { state } : {}),
    ...(postalCode ? { postalCode } : {}),
    country: before("country") ?? address.country,
  };
}

// users

type ToldPerson = { readonly person: HandedPerson; readonly tasks: readonly HandedTask[] };

const userParts: Parts = {
  user: "handover_part_user",
  telephone: "handover_part_telephone",
  moved_number: "handover_part_telephone",
  move: "handover_part_move",
  caller_id: "handover_part_caller_id",
  directory_entry: "handover_part_directory_entry",
};

function isListed(told: Told<UserRecord>): boolean {
  return told.record !== undefined && told.record.action !== "remove" && standing(told, ["user"]) !== undefined;
}

function peopleOf({ users }: Rows): readonly ToldPerson[] {
  return users.flatMap((told) => {
    const { record, outcome, steps } = told;
    const state = standing(told, ["user"]);
    if (!record || !state || record.action === "remove") return [];
    const before = valuesBefore(steps);
    const held = (column: string, now: string | undefined) => before.get(column) ?? now;
    const name = `${held("first_name", record.firstName)} ${held("last_name", record.lastName)}`.trim();
    const location = held("location", record.location);
    const phoneNumber = held("phone_number", outcome.assigned?.phoneNumber ?? record.phoneNumber);
    const extension = held("extension", outcome.assigned?.extension ?? record.extension);
    const person: HandedPerson = {
      name,
      email: record.email,
      state,
      packages: packagesNow(record, before.get("package")),
      ...(location ? { location } : {}),
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(extension ? { extension } : {}),
      roles: rolesNow(record, steps, before.get("roles")),
    };
    return [{ person, tasks: state === "partly" ? partsTask(told, name, userParts) : [] }];
  });
}

function packagesNow(record: UserRecord, before: string | undefined): readonly PackageCode[] {
  if (before === undefined) return packagesWanted(record);
  return packageCodes.filter((code) => before.split(";").includes(code));
}

/** Roles are given with the rest of the directory entry. */
function rolesNow({ roles }: UserRecord, steps: readonly Step[], before = ""): readonly RoleName[] {
  const isGiven = steps.every((step) => step.operation.resource !== "directory_entry" || isDone(step));
  return isGiven ? roles : roleNames.filter((role) => before.split(";").includes(role));
}

/** The address that the organization was made with is that of its first full administrator. */
function administratorsOf(
  record: CustomerRecord | undefined,
  people: readonly ToldPerson[],
): readonly HandedAdministrator[] {
  const working = people.map(({ person }) => person).filter(({ state }) => state !== "pending");
  const named = working.filter(({ roles }) => roles.length > 0);
  const first = record?.adminEmail;
  if (first === undefined || named.some(({ email }) => isSameName(email, first))) return named.map(toAdministrator);
  const user = working.find(({ email }) => isSameName(email, first));
  return [{ ...(user ? { name: user.name } : {}), email: first, roles: ["full_admin"] }, ...named.map(toAdministrator)];
}

function toAdministrator({ name, email, roles }: HandedPerson): HandedAdministrator {
  return { name, email, roles };
}

function consentTask(users: readonly Told<UserRecord>[]): readonly HandedTask[] {
  const names = users.filter(waitsForConsent).map(nameOf);
  return names.length > 0 ? [{ by: "person", what: text("handover_consent", { names }) }] : [];
}

function waitsForConsent({ steps }: Told<UserRecord>): boolean {
  return steps.some(({ state }) => {
    const result = resultOf(state);
    return result?.status === "pending" && result.code === "pending_user_migration";
  });
}

function nameOf({ record, key }: Told<UserRecord>): string {
  return record?.action === "remove" || !record ? key : `${record.firstName} ${record.lastName}`.trim();
}

// what is not there, and what has not gone

function missingTasks(rows: Rows): readonly HandedTask[] {
  const isToGo = ({ record }: Told<{ readonly action?: "remove" }>) => record?.action === "remove";
  const isWaiting = rows.customer && standing(rows.customer, ["customer"]) === "pending";
  const isMissing = (state: HandedState | undefined) => state === undefined || (state === "pending" && !isWaiting);
  const locations = rows.locations.filter((each) => !isToGo(each) && isMissing(standing(each, branchMains)));
  const users = rows.users.filter((each) => !isToGo(each) && !isListed(each));
  const waiting = rows.users.filter(
    (each) => isListed(each) && standing(each, ["user"]) === "pending" && !waitsForConsent(each),
  );
  const leaving = [...rows.locations.filter(isToGo), ...rows.users.filter(isToGo)].filter((each) => !isRight(each));
  const task = (
    key: "handover_locations_open" | "handover_users_open" | "handover_removals_open",
    names: readonly string[],
  ) => (names.length > 0 ? [{ by: "provider" as const, what: text(key, { names }) }] : []);
  return [
    ...task(
      "handover_locations_open",
      locations.map(({ key }) => key),
    ),
    ...task("handover_users_open", [...users, ...waiting].map(nameOf)),
    ...task(
      "handover_removals_open",
      leaving.map(({ key }) => key),
    ),
  ];
}

// activation mails

function mailsOf({ customer, template }: Rows, { days }: Around): ActivationMails {
  const stored = days.find(({ kind }) => kind === "welcome");
  const mailing = customer?.steps.find(({ operation }) => operation.resource === "welcome");
  if ((mailing && isDone(mailing)) || stored?.settledMs !== undefined) return { kind: "sent" };
  const on = customer?.record?.welcomeOn ?? stored?.on;
  if (on === "never") return { kind: "none" };
  if (on !== undefined) return { kind: "planned", on };
  const isSetAside = customer?.steps.some((step) => step.operation.resource === "invite_emails" && !isDone(step));
  if (template?.inviteEmails === undefined || isSetAside) return { kind: "unknown" };
  return { kind: template.inviteEmails ? "automatic" : "none" };
}

function mailTasks(mails: ActivationMails): readonly HandedTask[] {
  if (mails.kind === "planned") return [{ by: "provider", what: text("handover_mails_on"), on: mails.on }];
  return mails.kind === "none" ? [{ by: "both", what: text("handover_mails_open") }] : [];
}
