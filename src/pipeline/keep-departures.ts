/** Before a customer is removed, what it holds is written into the folder of the run: sheets that can be applied again. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { text } from "../model/words/text.ts";
import type { RunContext } from "../run/context.ts";
import type { RunFolder } from "../run/folder.ts";
import type { Connection } from "../runtime.ts";
import { isThere } from "../storage/files.ts";
import { exportSheets } from "./export.ts";

/** Within the folder of a run. */
const keptIn = "removed-customers";
const keptAs = "batch.xlsx";

type Removing = {
  readonly context: RunContext;
  readonly folder: RunFolder;
  readonly runFile: RunFile;
  readonly connection: Connection;
};

/** Once in a run, before anything is sent: a run that goes on has it already. Throws UserError where it cannot be read or written. */
export async function keepDepartures({ context, folder, runFile, connection }: Removing): Promise<void> {
  const customers = runFile.operations.customersThatGo();
  const kept = join(folder.path, keptIn);
  const path = join(kept, keptAs);
  if (customers.length === 0 || (await isThere(path))) return;
  await mkdir(kept, { recursive: true, mode: 0o700 });
  // it is closed with the run
  const connect = async () => ({ ...connection, http: connection.asking, async [Symbol.asyncDispose]() {} });
  await exportSheets({ folder: kept, format: "xlsx", connect, customers, mayBeGone: true }, context);
  context.emit({ type: "note", text: text("departures_kept", { customers: customers.length, path }) });
}
