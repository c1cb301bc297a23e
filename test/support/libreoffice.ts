/** LibreOffice as a person uses it: opens a file and saves it. Where there is none the tests are left out, and say so; in CI that is a failure. */
import { execFile, execFileSync } from "node:child_process";
import { rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const isThere = canRun("soffice") && canRun("pdftoppm");

if (!isThere && process.env.CI === "true")
  throw new Error("soffice or pdftoppm is missing: install libreoffice-calc and poppler-utils");
if (!isThere) console.warn("skipped: no soffice or pdftoppm, so nothing is tried in a real spreadsheet program");

/** For `describe.skipIf`. */
export const hasNoSpreadsheet = !isThere;

function canRun(program: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Comma, double quote, UTF-8 (number 76 of its list), from line 1; cells as shown, numbers and dates recognised as by a double click. */
const csvIn = "csv:44,34,76,1,,0,false,true,false";
const csvOut = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

/** Opens a file and saves it as it is, in its place. */
export async function saveAgain(path: string): Promise<void> {
  const isCsv = path.endsWith(".csv");
  const saved = await convert(
    path,
    isCsv ? csvOut : "xlsx:Calc MS Excel 2007 XML",
    isCsv ? [`--infilter=${csvIn}`] : [],
  );
  await rename(join(saved, basename(path)), path);
}

/** The pages of a workbook as pictures: their paths. */
export async function drawPages(path: string, pages: number): Promise<readonly string[]> {
  const folder = await convert(path, "pdf");
  const pdf = join(folder, basename(path).replace(/\.xlsx$/, ".pdf"));
  await promisify(execFile)("pdftoppm", ["-r", "100", "-png", "-l", String(pages), pdf, join(folder, "page")]);
  return Array.from({ length: pages }, (_, index) => join(folder, `page-${index + 1}.png`));
}

async function convert(path: string, filter: string, further: readonly string[] = []): Promise<string> {
  const folder = await makeTemporaryFolder();
  const args = [`-env:UserInstallation=file://${folder}/profile`, "--headless", ...further, "--convert-to", filter];
  await promisify(execFile)("soffice", [...args, "--outdir", folder, path]);
  return folder;
}
