/** The story of a handover: read what a run has set up, customer by customer, and write each a page and a CSV file of its own. Sends nothing. */
import { join } from "node:path";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { AppliedRows } from "../journal/state/applied-rows.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import type { CustomerHandover, HandedState, NotHandedReason } from "../model/handover.ts";
import { countNumbers } from "../model/number-ranges.ts";
import { UserError } from "../model/user-error.ts";
import type { Language } from "../model/words/language.ts";
import { text } from "../model/words/text.ts";
import { type HandoverReader, handoverReader } from "../outcome/customer-handover.ts";
import { openDraft } from "../report/files/draft-file.ts";
import { openZip } from "../report/files/zip-file.ts";
import { fileNamesOf } from "../report/handover/file-names.ts";
import { renderHandoverCsv } from "../report/handover/handover-csv.ts";
import { type HandoverLook, renderHandoverPage } from "../report/handover/handover-page.ts";
import { readLogo } from "../report/handover/logo.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts, type StoredFacts } from "../run/facts.ts";
import { findRun, listRunIds, openRun, type RunFolder, runFolderOf } from "../run/folder.ts";
import { isRunLocked } from "../run/locks.ts";
import { nearest } from "../sheets/cells/nearest.ts";

export type HandoverRequest = {
  readonly runId: string;
  /** Where the files go; made where it is missing. */
  readonly outFolder: string;
  /** Name of the service provider, as customers read it. Default: none is named. */
  readonly brand?: string;
  /** Path of a PNG, JPEG or SVG picture. */
  readonly logo?: string;
  /** External ids: these customers alone. */
  readonly only?: readonly string[];
  /** Default: that of the run. */
  readonly language?: Language;
  /** Between the cells of the CSV files; default: comma. */
  readonly csvDelimiter?: string;
};

export type HandedCustomer = {
  readonly customer: string;
  readonly name: string;
  readonly state: HandedState;
  readonly users: number;
  readonly locations: number;
  readonly numbers: number;
  /** What is still to be done. */
  readonly tasks: number;
  /** Paths of its files. */
  readonly page: string;
  readonly csv: string;
};

export type NotHanded = { readonly customer: string; readonly reason: NotHandedReason };

export type Handover = {
  /** Version of this shape. */
  readonly v: 1;
  readonly runId: string;
  readonly language: Language;
  readonly customers: readonly HandedCustomer[];
  /** Customers of the run that are not set up, or not there any more. */
  readonly notHandedOver: readonly NotHanded[];
};

/**
 * Writes the files of all customers of the run, or of those named. Throws UserError for a run that has set up nothing, that
 * goes on, or that was undone; for a customer that it does not have; and for a logo that is none.
 */
export async function handover(
  { runId, outFolder, only, logo, csvDelimiter: delimiter, ...wishes }: HandoverRequest,
  context: HandoverContext,
): Promise<Handover> {
  const folder = await findRun(context.stateFolder, runId);
  using source = await openHandover(folder, context);
  const { facts } = source;
  const language = wishes.language ?? facts.options.language;
  const look: HandoverLook = {
    language,
    ...(wishes.brand === undefined ? {} : { brand: wishes.brand }),
    ...(logo === undefined ? {} : { logo: await readLogo(logo) }),
  };
  const customers: HandedCustomer[] = [];
  const notHandedOver: NotHanded[] = [];
  for (const { customer, fileName, read } of source.customers(only)) {
    const told = read();
    if (typeof told === "string") notHandedOver.push({ customer, reason: told });
    else if (told) customers.push(await write(told, join(outFolder, fileName), look, delimiter));
  }
  if (customers.length === 0) throw nobody(facts.runId);
  return { v: 1, runId: facts.runId, language, customers, notHandedOver };
}

function nobody(runId: string): UserError {
  return new UserError(
    "nothing_to_hand_over",
    text("handover_of_nobody", { runId }),
    text("see_results_of_run", { command: `wholesale-import report ${runId}` }),
  );
}

export type HandoverContext = Pick<RunContext, "stateFolder" | "clock" | "openApplied">;

type Told = CustomerHandover | NotHandedReason | undefined;

type HandoverSource = Disposable & {
  readonly facts: StoredFacts;
  /** Those of the run, or those named: each is read when it is asked for. */
  customers(only?: readonly string[]): readonly {
    readonly customer: string;
    /** Without an ending; the same whoever is asked for. */
    readonly fileName: string;
    readonly read: () => Told;
  }[];
};

/**
 * Opens a run for its customers to be told one by one; of a retry also the runs that it repeats in part. Throws UserError as
 * `handover` does.
 */
async function openHandover(
  folder: RunFolder,
  { stateFolder, clock, openApplied }: HandoverContext,
): Promise<HandoverSource> {
  const opened: RunFile[] = [];
  const close = () => opened.map((runFile) => runFile.close());
  try {
    const facts = refuseOthers(openInto(opened, folder), folder);
    const known = new Set(await listRunIds(stateFolder));
    for (let before = facts.retryOf; before !== undefined && known.delete(before); ) {
      const earlier = runFolderOf(stateFolder, before);
      before = refuseUndone(openInto(opened, earlier)).retryOf;
    }
    const nowMs = clock.now();
    const asOf = facts.finishedAt ?? new Date(nowMs).toISOString();
    const reader = handoverReader(opened.toReversed(), { asOf, nowMs });
    const applied = openApplied();
    return {
      facts,
      customers: (only) => customersOf(reader, facts, applied, only),
      [Symbol.dispose]() {
        applied[Symbol.dispose]();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

function openInto(opened: RunFile[], folder: RunFolder): StoredFacts {
  const runFile = openRun(folder);
  opened.push(runFile);
  return readRunFacts(runFile);
}

function customersOf(
  reader: HandoverReader,
  { target }: StoredFacts,
  applied: AppliedRows,
  only: readonly string[] | undefined,
) {
  const { customers } = reader;
  const names = fileNamesOf(customers);
  const unknown = only?.find((id) => !customers.includes(id));
  if (unknown !== undefined) throw refuseCustomer(unknown, customers);
  return customers.flatMap((customer, index) => {
    if (only && !only.includes(customer)) return [];
    const read = () => target && reader.of(customer, applied.goLive.ofCustomer(ownerOf(target), customer));
    return [{ customer, fileName: names[index] ?? customer, read }];
  });
}

function refuseOthers(facts: StoredFacts, folder: RunFolder): StoredFacts {
  const { runId, command, overtakenBy, target } = facts;
  if (!target || (command !== "apply" && command !== "retry"))
    throw new UserError(
      "nothing_to_hand_over",
      text("handover_of_no_sheets", { runId, command }),
      text("name_run_that_applied"),
    );
  if (isRunLocked(folder))
    throw new UserError("run_goes_on", text("handover_run_goes_on", { runId }), text("wait_for_its_end"));
  if (overtakenBy !== undefined) throw refuseStale(runId, overtakenBy);
  return refuseUndone(facts);
}

function refuseUndone(facts: StoredFacts): StoredFacts {
  if (facts.undoneBy !== undefined) throw refuseStale(facts.runId, facts.undoneBy);
  return facts;
}

function refuseStale(runId: string, by: string): UserError {
  return new UserError("run_undone", text("handover_run_ended", { runId, by }), text("name_run_that_applied"));
}

function refuseCustomer(customer: string, customers: readonly string[]): UserError {
  const meant = nearest(customer, customers);
  const hint = meant.length > 0 ? text("did_you_mean_one_of", { meant }) : text("write_external_id_of_sheet");
  return new UserError("no_such_customer", text("only_names_unknown_customer", { customer }), hint);
}

/** `path`: of its files, without an ending. */
async function write(
  told: CustomerHandover,
  path: string,
  look: HandoverLook,
  delimiter: string | undefined,
): Promise<HandedCustomer> {
  const page = await writeFileWhole(`${path}.html`, renderHandoverPage(told, look));
  const csv = await writeFileWhole(`${path}.csv`, renderHandoverCsv(told, look, delimiter));
  return {
    customer: told.customer,
    name: told.name,
    state: told.state,
    users: told.people.length,
    locations: told.places.length,
    numbers: countNumbers(told.places.flatMap(({ numbers }) => numbers)),
    tasks: told.tasks.length,
    page,
    csv,
  };
}

async function writeFileWhole(path: string, content: string): Promise<string> {
  const draft = await openDraft(path);
  await draft.write(content);
  return draft.publish();
}

export type HandoverDownload = Pick<HandoverRequest, "runId" | "csvDelimiter"> & { readonly language: Language };

/** One of the files of one customer, under its name. Throws UserError as `handover` does. */
export async function handoverFile(
  { runId, customer, kind, language, csvDelimiter }: HandoverDownload & { customer: string; kind: "html" | "csv" },
  context: HandoverContext,
): Promise<{ readonly name: string; readonly content: string }> {
  using source = await openHandover(await findRun(context.stateFolder, runId), context);
  for (const { fileName, read } of source.customers([customer])) {
    const told = read();
    if (told === undefined || typeof told === "string") continue;
    const content =
      kind === "html" ? renderHandoverPage(told, { language }) : renderHandoverCsv(told, { language }, csvDelimiter);
    return { name: `${fileName}.${kind}`, content };
  }
  throw nobody(runId);
}

/** The files of all customers of the run as one archive at `path`. Throws UserError as `handover` does. */
export async function packHandover(
  { runId, language, csvDelimiter }: HandoverDownload,
  path: string,
  context: HandoverContext,
): Promise<void> {
  using source = await openHandover(await findRun(context.stateFolder, runId), context);
  const zip = await openZip(path);
  let customers = 0;
  try {
    for (const { fileName, read } of source.customers()) {
      const told = read();
      if (told === undefined || typeof told === "string") continue;
      await zip.add(`${fileName}.html`, renderHandoverPage(told, { language }));
      await zip.add(`${fileName}.csv`, renderHandoverCsv(told, { language }, csvDelimiter));
      customers += 1;
    }
    if (customers === 0) throw nobody(runId);
    await zip.publish();
  } catch (error) {
    await zip.discard();
    throw error;
  }
}
