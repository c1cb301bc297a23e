/** What a batch says of itself, in its batch.json or by its name: not before a time, before others, for a ticket. Looks into no other file. */
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { messageOf } from "../model/thrown.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";

export type BatchWishes = {
  /** From 1, first, to 9. */
  readonly priority: number;
  /** Left alone until then; see `isBefore`. */
  readonly notBefore?: string;
  readonly ticket?: string;
};

export const batchFileName = "batch.json";

const usualPriority = 5;
const urgent = { mark: "!", priority: 1 } as const;

/** More is no file of this kind. */
const mostBytes = 65_536;

const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;

const schema = z.strictObject({
  notBefore: z
    .string()
    .regex(time)
    .refine((value) => !Number.isNaN(Date.parse(value)))
    .optional(),
  priority: z.int().min(1).max(9).optional(),
  ticket: z.string().min(1).max(200).optional(),
});

/** Of the folder or workbook at that path. Throws UserError where the file says what nobody understands. */
export async function readWishes(path: string, name: string): Promise<BatchWishes> {
  const said = await readBatchFile(join(path, batchFileName));
  const isUrgent = name.startsWith(urgent.mark);
  return { ...said, priority: said.priority ?? (isUrgent ? urgent.priority : usualPriority) };
}

async function readBatchFile(path: string): Promise<Partial<BatchWishes>> {
  const facts = await lstat(path).catch(() => undefined);
  if (!facts?.isFile()) return {}; // what is no file is told of when the batch is taken
  if (facts.size > mostBytes) throw unusable(text("batch_file_too_large", { most: mostBytes / 1024 }));
  const content = await readFile(path, "utf8").catch((error: unknown) => {
    throw unusable(text("batch_file_unreadable", { reason: messageOf(error) }));
  });
  const { notBefore, priority, ticket } = understand(content);
  return {
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(priority === undefined ? {} : { priority }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}

function understand(content: string): z.infer<typeof schema> {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw unusable(text("batch_file_unreadable", { reason: messageOf(error) }));
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : (issue?.path.join(".") ?? "");
  throw unusable(text("batch_file_not_understood", { field, value: valueAt(json, issue?.path ?? []) }));
}

function valueAt(json: unknown, path: readonly PropertyKey[]): string {
  const [field] = path;
  const value = typeof json === "object" && json !== null && field !== undefined ? Reflect.get(json, field) : json;
  return JSON.stringify(value) ?? "";
}

function unusable(why: ReturnType<typeof text>): UserError {
  return new UserError("bad_batch_file", why, text("write_batch_file"));
}

/** Is it still to come? A time without an offset is by the clock of `timezone`. */
export function isBefore(notBefore: string, nowMs: number, timezone: string): boolean {
  if (/(?:Z|[+-]\d{2}:\d{2})$/.test(notBefore.slice(10))) return nowMs < Date.parse(notBefore);
  const local = new Intl.DateTimeFormat("sv", { timeZone: timezone, dateStyle: "short", timeStyle: "medium" });
  return local.format(nowMs).replace(" ", "T") < withSeconds(notBefore);
}

function withSeconds(time: string): string {
  return time.length === 10 ? `${time}T00:00:00` : time.length === 16 ? `${time}:00` : time;
}
