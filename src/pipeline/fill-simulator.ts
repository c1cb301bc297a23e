/** Fills a simulator with what the sheets of an export tell. Reads sheets as every run does; asks no target. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { loadCustomerRows, sourced } from "../planning/customer-rows.ts";
import type { RunContext } from "../run/context.ts";
import type { ExistingContents, ExistingSurroundings } from "../simulator/fill.ts";
import type { Simulator } from "../simulator/server.ts";
import { rowReader } from "../staging/row-reader.ts";
import { startRun } from "./start-run.ts";

export type Filled = {
  readonly customers: number;
  readonly locations: number;
  readonly users: number;
  /** Rows that are not valid: they are not in it. */
  readonly left: number;
};

/** `folder`: as `export` wrote it. Throws UserError where the simulator holds something, or the folder has no customers. */
export async function fillSimulator(
  simulator: Pick<Simulator, "isBlank" | "surround" | "addExisting">,
  { folder, db }: { readonly folder: string; readonly db: string },
  context: RunContext,
): Promise<Filled> {
  if (!simulator.isBlank())
    throw new UserError("simulator_not_empty", text("simulator_not_empty", { path: db }), text("delete_or_other_db"));
  const quiet = { ...context, templates: allTemplates(context), emit: () => undefined };
  await using run = await startRun(quiet, { command: "validate", batch: { inputs: [folder] } });
  const { counts, refusedFiles } = await run.stage();
  const filled = { customers: 0, locations: 0, users: 0, left: counts.invalid + counts.blocked };
  simulator.surround({ templates: templatesOf(run.runFile) });
  for (const contents of customersOf(run.runFile)) {
    context.signals.stop.throwIfAborted();
    simulator.addExisting(contents);
    filled.customers += 1;
    filled.locations += contents.locations.length;
    filled.users += contents.users.length;
  }
  run.finish();
  if (filled.customers === 0 && (refusedFiles.length > 0 || !isOfNewPartner(run.runFile)))
    throw new UserError("no_customers_in_export", text("no_customers_in_export", { folder }), text("export_first"));
  return filled;
}

/** An export of a partner without customers: the sheet is there, and has no row. */
function isOfNewPartner({ files }: RunFile): boolean {
  const sheets = files.all().filter(({ sheet }) => sheet === "customers");
  return sheets.length > 0 && sheets.every(({ rows }) => rows === 0);
}

/** What customers were made from exists, whatever this state folder remembers. */
function allTemplates({ templates }: RunContext): RunContext["templates"] {
  return { ...templates, remembered: () => ({ find: () => "", names: () => [] }) };
}

/** Templates of which a customer's row tells name and ID. */
function templatesOf(runFile: RunFile): NonNullable<ExistingSurroundings["templates"]> {
  const read = rowReader(runFile);
  return [...runFile.units.all()].flatMap(({ row }) => {
    const customer = row === null ? undefined : sourced(read, runFile.rows.row(row), "customers");
    const { template: name, provisioningId } = customer?.record ?? {};
    return name !== undefined && provisioningId !== undefined ? [{ name, provisioningId }] : [];
  });
}

/** In the order of the sheets. */
function* customersOf(runFile: RunFile): Generator<ExistingContents> {
  const read = rowReader(runFile);
  for (const unit of runFile.units.all()) {
    const { customer, locations, users } = loadCustomerRows(runFile, read, unit.id);
    if (!customer) continue;
    yield {
      customer: customer.record,
      locations: locations.map(({ record }) => record),
      users: users.map(({ record }) => record),
    };
  }
}
