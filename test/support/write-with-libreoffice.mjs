/**
 * Lets LibreOffice write the batch of `test/fixtures/one-batch` as a workbook, and as files of Windows-1252 with semicolons.
 * Run by hand when the batch changes, where `soffice` is installed: node test/support/write-with-libreoffice.mjs
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

const folder = fileURLToPath(new URL("../fixtures/one-batch/", import.meta.url));
const written = join(folder, "libreoffice");
const sheets = ["templates", "customers", "locations", "users"];

/** Semicolon, double quote, Windows-1252 (number 1 of LibreOffice's list), from line 1, cells as shown, each sheet a file. */
const textFilter = "csv:Text - txt - csv (StarCalc):59,34,1,1,,0,false,true,false,false,false,-1";

const scratch = mkdtempSync(join(tmpdir(), "wholesale-import-libreoffice-"));
writeFileSync(join(scratch, "batch.fods"), spreadsheetOf(sheets));
convert("xlsx");
convert(textFilter);
mkdirSync(written, { recursive: true });
renameSync(join(scratch, "batch.xlsx"), join(written, "batch.xlsx"));
for (const sheet of sheets) renameSync(join(scratch, `batch-${sheet}.csv`), join(written, `${sheet}.csv`));
rmSync(scratch, { recursive: true });

function convert(filter) {
  const profile = `-env:UserInstallation=file://${scratch}/profile`;
  const args = [profile, "--headless", "--convert-to", filter, "--outdir", scratch, join(scratch, "batch.fods")];
  execFileSync("soffice", args, { stdio: ["ignore", "ignore", "inherit"] });
}

/** A flat OpenDocument spreadsheet, all of its cells texts. */
function spreadsheetOf(names) {
  const namespaces = ["office", "table", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const kind = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"';
  const body = `<office:body><office:spreadsheet>${names.map(tableOf).join("")}</office:spreadsheet></office:body>`;
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces.join(" ")} ${kind}>${body}</office:document>`;
}

function tableOf(name) {
  const rows = parse(readFileSync(join(folder, `${name}.csv`)), { relax_column_count: true, skip_empty_lines: false });
  const lines = rows.map((cells) => `<table:table-row>${cells.map(cellOf).join("")}</table:table-row>`);
  return `<table:table table:name="${name}">${lines.join("")}</table:table>`;
}

function cellOf(text) {
  if (text === "") return "<table:table-cell/>";
  const paragraphs = text.split("\n").map((line) => `<text:p>${paragraphOf(line)}</text:p>`);
  return `<table:table-cell office:value-type="string">${paragraphs.join("")}</table:table-cell>`;
}

/** OpenDocument takes blanks at the ends, and tabs, for no text unless they are marked. */
function paragraphOf(line) {
  const escaped = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped.replace(/^ | $/g, "<text:s/>").replaceAll("\t", "<text:tab/>");
}
