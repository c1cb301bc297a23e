/** The routes of batches: upload, headers, check, edits, corrections, downloads. Each responds with what the page needs next. */

import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Hono } from "hono";
import { z } from "zod";
import { sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { BatchReply, PreviewReply } from "./api-types.ts";
import { attachment } from "./attachment.ts";
import type { Batch, PreviewedPart } from "./batch.ts";
import type { Checked } from "./batch-check.ts";
import { uploadTooLarge } from "./batch-store.ts";
import type { Batches } from "./batches.ts";
import { cellEditSchema, type EditStep } from "./edits.ts";
import type { PageWorld } from "./page-world.ts";
import { answerRows } from "./row-query.ts";
import { csvOf, workbookOf } from "./sheet-downloads.ts";

const sheetChoice = z.object({
  number: z.number(),
  worksheet: z.string().exactOptional(),
  sheet: z.enum(sheetNames).exactOptional(),
});

/** No person matches more columns by hand. */
const mostColumns = 1000;
const longestHeader = 1000;

const headerChoice = z.object({
  sheet: z.enum(sheetNames),
  header: z.array(z.string().max(longestHeader)).max(mostColumns),
  choices: z
    .record(z.string().max(longestHeader), z.string().max(longestHeader))
    .refine((choices) => Object.keys(choices).length <= mostColumns),
});

const repairChoice = z.object({ sheet: z.enum(sheetNames), code: z.string(), column: z.string() });

/** Cells of one paste or fill. */
const editChoice = z.object({ cells: z.array(cellEditSchema).max(50_000) });

export function batchRoutes(batches: Batches, world: PageWorld, isPlanning: (id: string) => boolean): Hono {
  const routes = new Hono();
  const find = (id: string) => batches.get(id);
  const reply = (batch: Batch) => describe(batch, isPlanning(batch.id));

  routes.post("/", async (c) => c.json(reply(await batches.create())));
  routes.get("/:id", async (c) => c.json(reply(await find(c.req.param("id")))));
  routes.delete("/:id", async (c) => {
    await batches.remove(c.req.param("id"));
    return c.json({});
  });
  /** Answers when nothing is being checked any more. */
  routes.get("/:id/settled", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.check.settled();
    return c.json(reply(batch));
  });
  routes.put("/:id/files", async (c) => {
    const batch = await find(c.req.param("id"));
    if (Number(c.req.header("content-length") ?? 0) > world.uploads.file) throw uploadTooLarge(world.uploads.file);
    const body = c.req.raw.body as ReadableStream | null; // the same stream, under the name that Node gives it
    await batch.addFile(c.req.query("name") ?? "", body ? Readable.fromWeb(body) : Readable.from([]));
    return c.json(reply(batch));
  });
  routes.delete("/:id/files/:number", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.removeFile(Number(c.req.param("number")));
    return c.json(reply(batch));
  });
  routes.put("/:id/sheet", async (c) => {
    const batch = await find(c.req.param("id"));
    const { number, worksheet, sheet } = sheetChoice.parse(await c.req.json());
    await batch.setSheet(number, worksheet, sheet);
    return c.json(reply(batch));
  });
  routes.get("/:id/previews", async (c) => {
    const previews = await (await find(c.req.param("id"))).previews();
    return c.json(previews.map(toPreviewReply));
  });
  routes.put("/:id/headers", async (c) => {
    const batch = await find(c.req.param("id"));
    const { sheet, header, choices } = headerChoice.parse(await c.req.json());
    batches.memory.remember(sheet, header, choices);
    batch.check.restart();
    return c.json(reply(batch));
  });
  routes.get("/:id/rows", async (c) => {
    const checked = checkedOf(await find(c.req.param("id")));
    return c.json(answerRows(checked, c.req.query()));
  });
  routes.post("/:id/edits", async (c) => {
    const batch = await find(c.req.param("id"));
    const { cells } = editChoice.parse(await c.req.json());
    const files = new Set(
      checkedOf(batch)
        .rows.source.facts()
        .files.map(({ file }) => file),
    );
    await batch.edit(cells.filter(({ file }) => files.has(file)));
    return c.json(reply(batch));
  });
  routes.post("/:id/repairs", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.check.settled();
    await batch.edit(repairsOf(checkedOf(batch), repairChoice.parse(await c.req.json())));
    return c.json(reply(batch));
  });
  routes.post("/:id/undo", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.undo();
    return c.json(reply(batch));
  });
  routes.get("/:id/download/workbook", async (c) => {
    const content = await workbookOf(checkedOf(await find(c.req.param("id"))));
    return c.body(content, 200, attachment("batch.xlsx", "application/octet-stream"));
  });
  routes.get("/:id/download/:number", async (c) => {
    const checked = checkedOf(await find(c.req.param("id")));
    const file = checked.rows.source.facts().files[Number(c.req.param("number"))];
    if (!file) return c.notFound();
    const name = `${file.sheet}.csv`;
    return c.body(csvOf(checked, file), 200, attachment(name, "text/csv; charset=utf-8"));
  });
  return routes;
}

function checkedOf(batch: Batch): Checked {
  const checked = batch.check.checked();
  if (checked) return checked;
  throw new UserError("not_checked", text("batch_not_checked"), text("wait_for_check"));
}

function describe(batch: Batch, isPlanning: boolean): BatchReply {
  const { files, runId } = batch.stored();
  const trouble = batch.check.trouble();
  const checked = batch.check.checked();
  return {
    id: batch.id,
    files: files.map(({ own: _, ...file }) => file),
    version: batch.check.version(),
    isChecking: batch.check.isChecking(),
    edits: batch.steps().length,
    hasPlan: batch.plan() !== undefined,
    isPlanning,
    ...(trouble ? { trouble } : {}),
    ...(checked ? { check: describeCheck(checked) } : {}),
    ...(runId ? { runId } : {}),
  };
}

function describeCheck({ version, summary, causes, customers, repairs, refusedFiles, rows }: Checked) {
  return { version, summary, causes, customers, repairs, refusedFiles, files: rows.source.facts().files };
}

function toPreviewReply({ columns, issues, ...preview }: PreviewedPart): PreviewReply {
  return {
    ...preview,
    columns: columns.map((column) => column ?? null),
    issues: issues.map(({ severity, code, message, hint }) => ({
      severity,
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}

/** Every cell of the sheet with this error whose repair is certain. */
function repairsOf({ index, rows }: Checked, choice: z.infer<typeof repairChoice>): EditStep {
  const { sheet, code, column } = choice;
  const columns = new Map(rows.source.facts().files.map((file) => [file.file, file.columns]));
  return index.find({ sheet, code, column }).flatMap((id) => {
    const { at, problems } = rows.one(id);
    const repair = problems.find((each) => each.code === code && each.column === column)?.repair;
    const position = columns.get(at.file)?.indexOf(column) ?? -1;
    return repair === undefined || position < 0 ? [] : [{ file: at.file, row: at.row, position, text: repair }];
  });
}
