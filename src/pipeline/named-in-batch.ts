/** What a batch names that must exist before it is sent: customers, templates, carriers, gateways. Asks no target. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { LocationCalling, RouteChoice } from "../model/records.ts";
import { loadCustomerRows, sourced } from "../planning/customer-rows.ts";
import type { RunContext } from "../run/context.ts";
import type { BatchInput } from "../run/options.ts";
import { rowReader } from "../staging/row-reader.ts";
import { startRun } from "./start-run.ts";

export type Named = {
  /** As the sheets refer to them. */
  readonly customers: readonly string[];
  readonly templates: readonly { readonly name: string; readonly provisioningId: string }[];
  readonly carriers: readonly string[];
  readonly routes: readonly RouteChoice[];
};

export async function namedIn(batch: BatchInput, context: RunContext): Promise<Named> {
  await using run = await startRun({ ...context, emit: () => undefined }, { command: "validate", batch });
  await run.stage();
  const named = { ...placesIn(run.runFile), templates: templatesIn(run.runFile) };
  run.finish();
  return named;
}

function placesIn(runFile: RunFile): Omit<Named, "templates"> {
  const read = rowReader(runFile);
  const [customers, carriers, routes] = [new Set<string>(), new Set<string>(), new Map<string, RouteChoice>()];
  const see = ({ pstn, pstnRoute }: LocationCalling) => {
    if (pstn !== undefined) carriers.add(pstn);
    if (pstnRoute) routes.set(`${pstnRoute.type} ${pstnRoute.name}`, pstnRoute);
  };
  for (const { id } of runFile.units.all()) {
    const rows = loadCustomerRows(runFile, read, id);
    if (rows.reference !== "") customers.add(rows.reference);
    if (rows.customer) see(rows.customer.record.headOffice);
    for (const { record } of rows.locations) see(record);
  }
  return { customers: [...customers], carriers: [...carriers], routes: [...routes.values()] };
}

/** Those whose ID the sheets tell. */
function templatesIn(runFile: RunFile): Named["templates"] {
  const read = rowReader(runFile);
  const found = new Map<string, string>();
  for (const row of runFile.rows.ofTemplates()) {
    const template = sourced(read, row, "templates")?.record;
    if (template?.provisioningId) found.set(template.name, template.provisioningId);
  }
  for (const { row } of runFile.units.all()) {
    const customer = row === null ? undefined : sourced(read, runFile.rows.row(row), "customers")?.record;
    const { provisioningId, template = provisioningId } = customer?.action === "remove" ? {} : (customer ?? {});
    if (provisioningId && template && !found.has(template)) found.set(template, provisioningId);
  }
  return [...found].map(([name, provisioningId]) => ({ name, provisioningId }));
}
