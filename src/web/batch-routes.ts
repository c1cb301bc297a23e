/** The routes of batches: upload, headers, check, edits, corrections, downloads. Each responds with what the page needs next. */

import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Hono } from "hono";
import { z } from "zod";
import { isError } from "../model/issue.ts";
import type { ReadFile } from "../model/run-report.ts";
import { sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { type WrittenSection, writeMapping } from "../model/written-mapping.ts";
import { sectionSchema } from "../sheets/mapping/mapping-file.ts";
import { encodingNamed } from "../sheets/read/encoding.ts";
import { answer } from "./answer.ts";
import type { BatchReply, EditReply, PreviewReply } from "./api-types.ts";
import { areaSchema, editArea, lastRows } from "./area-edits.ts";
import { attachment } from "./attachment.ts";
import type { Batch, PreviewedPart } from "./batch.ts";
import type { Checked } from "./batch-check.ts";
import { mappingOf } from "./batch-mapping.ts";
import { uploadTooLarge } from "./batch-store.ts";
import type { Batches } from "./batches.ts";
import { isMoreThanHeaders } from "./column-matching.ts";
import { cellEditSchema, type EditStep, editKinds } from "./edits.ts";
import type { PageWorld } from "./page-world.ts";
import { answerPlace, answerRows, findRows, type Searched } from "./row-query.ts";
import { csvOf, workbookOf } from "./sheet-downloads.ts";
import { describeStep } from "./step-lines.ts";
import { suggestionsOf } from "./suggestions.ts";

const sheetChoice = z.object({
  number: z.number(),
  worksheet: z.string().exactOptional(),
  sheet: z.enum(sheetNames).exactOptional(),
});

const encodingChoice = z.object({
  number: z.number(),
  encoding: z.string().transform(encodingNamed).exactOptional(),
});

const nameChoice = z.object({ name: z.string().trim().max(100) });

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

/** What is left out holds for all. `from` and `to`: the cells of this text get that one, which a message suggests; otherwise each gets its certain repair. */
const repairChoice = z.object({
  sheet: z.enum(sheetNames).exactOptional(),
  code: z.string().exactOptional(),
  column: z.string().exactOptional(),
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
});

/** Cells that are written one by one. */
const editChoice = z.object({ kind: z.enum(editKinds).default("write"), cells: z.array(cellEditSchema).max(50_000) });

export function batchRoutes(batches: Batches, world: PageWorld, isPlanning: (id: string) => boolean): Hono {
  const routes = new Hono();
  const find = (id: string) => batches.get(id);
  let lastAnswer = 0;
  const reply = (batch: Batch): BatchReply => {
    // larger than those before the server was started anew, too
    lastAnswer = Math.max(lastAnswer + 1, world.clock.now());
    return { ...describe(batch, isPlanning(batch.id)), asOf: lastAnswer };
  };
  const edit = async (batch: Batch, step: EditStep): Promise<EditReply> => {
    await batch.edit(step);
    return { ...reply(batch), ...(step.cells.length > 0 ? { did: describeStep(step, filesOf(batch)) } : {}) };
  };

  routes.post("/", async (c) => answer(c, reply(await batches.create())));
  routes.get("/:id", async (c) => answer(c, reply(await find(c.req.param("id")))));
  routes.delete("/:id", async (c) => {
    await batches.remove(c.req.param("id"));
    return answer(c, {});
  });
  routes.put("/:id/name", async (c) => {
    const batch = await find(c.req.param("id"));
    const { name } = nameChoice.parse(await c.req.json());
    await batch.setName(name);
    return answer(c, reply(batch));
  });
  /** Answers when nothing is being checked any more. */
  routes.get("/:id/settled", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.check.settled();
    return answer(c, reply(batch));
  });
  routes.put("/:id/files", async (c) => {
    const batch = await find(c.req.param("id"));
    if (Number(c.req.header("content-length") ?? 0) > world.uploads.file) throw uploadTooLarge(world.uploads.file);
    const body = c.req.raw.body as ReadableStream | null; // the same stream, under the name that Node gives it
    await batch.addFile(c.req.query("name") ?? "", body ? Readable.fromWeb(body) : Readable.from([]));
    return answer(c, reply(batch));
  });
  routes.delete("/:id/files/:number", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.removeFile(Number(c.req.param("number")));
    return answer(c, reply(batch));
  });
  routes.put("/:id/sheet", async (c) => {
    const batch = await find(c.req.param("id"));
    const { number, worksheet, sheet } = sheetChoice.parse(await c.req.json());
    await batch.setSheet(number, worksheet, sheet);
    return answer(c, reply(batch));
  });
  routes.put("/:id/encoding", async (c) => {
    const batch = await find(c.req.param("id"));
    const { number, encoding } = encodingChoice.parse(await c.req.json());
    await batch.setEncoding(number, encoding);
    return answer(c, reply(batch));
  });
  routes.get("/:id/previews", async (c) => {
    const previews = await (await find(c.req.param("id"))).previews();
    return answer(c, previews.map(toPreviewReply));
  });
  routes.put("/:id/headers", async (c) => {
    const batch = await find(c.req.param("id"));
    const { sheet, header, choices } = headerChoice.parse(await c.req.json());
    batches.memory.remember(sheet, header, choices);
    batch.check.restart();
    return answer(c, reply(batch));
  });
  routes.get("/:id/matching", async (c) => {
    const batch = await find(c.req.param("id"));
    return answer(c, found(await batch.matching(c.req.query("file") ?? "")));
  });
  routes.post("/:id/matching/rows", async (c) => {
    const batch = await find(c.req.param("id"));
    const { file, section } = sectionChoice.parse(await c.req.json());
    return answer(c, found(await batch.matched(file, writtenOf(section))));
  });
  /** What a file with the same header will be read by is remembered; all that is more than headers holds for this batch. */
  routes.put("/:id/matching", async (c) => {
    const batch = await find(c.req.param("id"));
    const { file, section } = sectionChoice.parse(await c.req.json());
    const written = writtenOf(section);
    const { sheet, header } = found(await batch.matching(file));
    const { mapping } = (await batch.previews()).find((each) => each.file === file) ?? {};
    if (mapping || isMoreThanHeaders(written)) await batch.setSection(file, sheet, written);
    const choices = header.flatMap((cell): [string, string][] => {
      const to = written.headers?.[cell.trim()];
      return typeof to === "string" ? [[cell, to]] : [];
    });
    batches.memory.remember(sheet, header, Object.fromEntries(choices));
    batch.check.restart();
    return answer(c, reply(batch));
  });
  routes.get("/:id/rows", async (c) => answer(c, answerRows(searchedOf(await find(c.req.param("id"))), c.req.query())));
  routes.get("/:id/place", async (c) =>
    answer(c, answerPlace(searchedOf(await find(c.req.param("id"))), c.req.query())),
  );
  routes.post("/:id/edits", async (c) => {
    const batch = await find(c.req.param("id"));
    const { kind, cells } = editChoice.parse(await c.req.json());
    const known = new Set(filesOf(batch).map(({ file }) => file));
    return answer(c, await edit(batch, { kind, cells: cells.filter(({ file }) => known.has(file)) }));
  });
  routes.post("/:id/area", async (c) => {
    const batch = await find(c.req.param("id"));
    const area = areaSchema.parse(await c.req.json());
    const checked = checkedOf(batch);
    const { leftOver, added, ...step } = await editArea(area, {
      found: findRows(searchedOf(batch), area.filter).rows,
      files: filesOf(batch),
      rows: checked.rows,
      lastRowOf: lastRows(checked.lastRows, [...batch.edits().steps, ...batch.edits().undone]),
    });
    return answer(c, { ...(await edit(batch, step)), leftOver, added });
  });
  routes.post("/:id/repairs", async (c) => {
    const batch = await find(c.req.param("id"));
    await batch.check.settled();
    return answer(c, await edit(batch, repairsOf(checkedOf(batch), repairChoice.parse(await c.req.json()))));
  });
  for (const move of ["undo", "redo"] as const)
    routes.post(`/:id/${move}`, async (c) => {
      const batch = await find(c.req.param("id"));
      const step = await batch[move]();
      return answer(c, { ...reply(batch), ...(step ? { did: describeStep(step, knownFilesOf(batch)) } : {}) });
    });
  routes.get("/:id/download/workbook", async (c) => {
    const content = await workbookOf(checkedOf(await find(c.req.param("id"))));
    return c.body(content, 200, attachment("batch.xlsx", "application/octet-stream"));
  });
  /** What was matched, for the next batch of such files. */
  routes.get("/:id/download/mapping.json", async (c) => {
    const content = writeMapping(mappingOf(await (await find(c.req.param("id"))).previews()));
    return c.body(content, 200, attachment("mapping.json", "application/json"));
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

const sectionChoice = z.object({ file: z.string().max(1000), section: sectionSchema });

/** Without keys that have no value. */
function writtenOf(section: z.output<typeof sectionSchema>): WrittenSection {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => value !== undefined)) as WrittenSection; // as the schema has it
}

function found<T>(value: T | undefined): T {
  if (value !== undefined) return value;
  throw new UserError("no_such_file", text("file_gone"), text("reload_page"));
}

function checkedOf(batch: Batch): Checked {
  const checked = batch.check.checked();
  if (checked) return checked;
  throw new UserError("not_checked", text("batch_not_checked"), text("wait_for_check"));
}

function searchedOf(batch: Batch): Searched {
  return { ...checkedOf(batch), kept: batch.kept };
}

function filesOf(batch: Batch): readonly ReadFile[] {
  return checkedOf(batch).rows.source.facts().files;
}

function knownFilesOf(batch: Batch): readonly ReadFile[] {
  return batch.check.checked()?.rows.source.facts().files ?? [];
}

function describe(batch: Batch, isPlanning: boolean): Omit<BatchReply, "asOf"> {
  const { files, runId } = batch.stored();
  const [undo, redo] = [batch.edits().steps.at(-1), batch.edits().undone.at(-1)];
  const known = knownFilesOf(batch);
  const trouble = batch.check.trouble();
  const checked = batch.check.checked();
  return {
    id: batch.id,
    files: files.map(({ own: _, ...file }) => file),
    version: batch.check.version(),
    isChecking: batch.check.isChecking(),
    ...(undo ? { undo: describeStep(undo, known) } : {}),
    ...(redo ? { redo: describeStep(redo, known) } : {}),
    hasPlan: batch.plan() !== undefined,
    isPlanning,
    ...(trouble ? { trouble } : {}),
    ...(checked ? { check: describeCheck(checked) } : {}),
    ...(runId ? { runId } : {}),
  };
}

function describeCheck({
  version,
  summary,
  causes,
  customers,
  repairs,
  swaps,
  rowsOfFiles,
  refusedFiles,
  rows,
}: Checked) {
  return {
    version,
    summary,
    causes,
    customers,
    repairs,
    swaps,
    rowsOfFiles,
    refusedFiles,
    files: rows.source.facts().files,
  };
}

function toPreviewReply({ columns, issues, mapping: _mapping, ...preview }: PreviewedPart): PreviewReply {
  return {
    ...preview,
    columns: columns.map((column) => column ?? null),
    issues: issues.map(({ severity, code, column, message, hint }) => ({
      severity,
      code,
      ...(column === undefined ? {} : { column }),
      message,
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}

/** Every cell with such an error whose repair is certain, or for which this one is suggested. Without a code: every error. */
function repairsOf({ index, rows }: Checked, choice: z.infer<typeof repairChoice>): EditStep {
  const { from, to, ...filter } = choice;
  const { code, column } = filter;
  const isSwap = from !== undefined && to !== undefined;
  const cells = index.find(filter).flatMap(({ id, file, row }) => {
    const names = index.positions.get(file) ?? [];
    const { problems, cells: before } = rows.one(id);
    return problems.flatMap((problem) => {
      const position = names.indexOf(problem.column ?? "");
      const isMeant = code === undefined ? isError(problem) : problem.code === code;
      if (position < 0 || !isMeant || (column !== undefined && problem.column !== column)) return [];
      if (!isSwap) return problem.repair === undefined ? [] : [{ file, row, position, text: problem.repair }];
      const isAsked = before[position] === from && suggestionsOf(problem, from).includes(to);
      return isAsked ? [{ file, row, position, text: to }] : [];
    });
  });
  return { kind: isSwap ? "replace" : "repair", cells };
}
