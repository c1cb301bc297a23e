/** The rows of failed/ that one customer needs, as sheets of their own. */
import type { Problem, ReadFile } from "../model/run-report.ts";
import { formatAddress } from "../model/sheet.ts";
import { openFailedFolder } from "../report/files/failed-folder.ts";
import { readRunFacts } from "../run/facts.ts";
import { openRun, type RunFolder } from "../run/folder.ts";
import { cellUnder } from "../sheets/mapping/view.ts";
import type { FailedForm } from "../staging/failed-form.ts";
import { customerOf, type FailedRowNow, readFailedNow } from "./failed-rows-now.ts";

/**
 * Writes them into `to`, as they stand in failed/ now: the customer's own, and the refused templates that these wait for.
 * Returns the paths; none where it has no such row.
 */
export async function writeFailedOf(
  customer: string,
  run: RunFolder,
  form: FailedForm,
  to: string,
): Promise<readonly string[]> {
  using runFile = openRun(run);
  const files = await readFailedNow(runFile, run.path, form);
  const isOwn = (file: ReadFile, row: FailedRowNow) => customerOf(row, file) === customer;
  const awaited = new Set(
    files.flatMap(({ file, rows }) =>
      rows.filter((row) => isOwn(file, row)).map(({ was }) => was?.blockedBy && formatAddress(was.blockedBy)),
    ),
  );
  const { language } = readRunFacts(runFile).options;
  const written = openFailedFolder(to, runFile.files.all(), {
    selects: () => true,
    hasWorkbook: false,
    language,
  });
  for (const { file, rows } of files)
    for (const row of rows) {
      const { row: number, cells, was } = row;
      const at = was?.at ?? { sheet: file.sheet, file: file.file, row: number };
      if (isOwn(file, row) || awaited.has(formatAddress(at)))
        await written.add({ at, cells, problems: problemsLeft(row, file), status: "invalid" });
    }
  return (await written.publish(new Set())).files.map(({ path }) => path);
}

/** Of the cells that nobody has touched since: what only a workbook tells of one goes along with it. */
function problemsLeft({ cells, was }: FailedRowNow, file: ReadFile): readonly Problem[] {
  if (!was) return [];
  const isUntouched = (column: string) => cellUnder(file, cells, column) === cellUnder(file, was.cells, column);
  return was.problems.filter(({ column }) => column === undefined || isUntouched(column));
}
