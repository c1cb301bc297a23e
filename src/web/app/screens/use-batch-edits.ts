/** Sends the edits of a batch, reports what each did, and scrolls to what was undone. */
import { useMemo, useState } from "react";
import type { SheetName } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { BatchReply, EditReply, StepLine } from "../../api-types.ts";
import { post } from "../api.ts";
import type { AreaOfCells, GridEdits } from "../grid/grid-actions.ts";
import type { Swap } from "../grid/problems-at.ts";
import { type GridFilter, queryOf } from "../grid/row-source.ts";
import type { Told } from "../parts/toast.tsx";
import { type Settings, useSettings } from "../settings.tsx";
import { troubleOf } from "../use-load.ts";

type Deps = {
  readonly path: string;
  readonly filter: GridFilter;
  /** The file that new rows go to. */
  readonly addTo: string | undefined;
  readonly take: (batch: BatchReply) => void;
  /** Where a step that was taken back, or done again, begins; and rows that were added. */
  readonly onMoved: (line: StepLine) => void;
};

export type RepairChoice = {
  readonly sheet?: SheetName;
  readonly code?: string;
  readonly column?: string;
} & Partial<Swap>;

export function useBatchEdits({ path, filter, addTo, take, onMoved }: Deps) {
  const settings = useSettings();
  const [told, setTold] = useState<Told>();
  // several may be under way: who types does not wait
  const [sending, setSending] = useState(0);
  const edits = useMemo(() => {
    const send = async (part: string, body: unknown): Promise<EditReply | undefined> => {
      setSending((before) => before + 1);
      try {
        const reply = await post<EditReply>(`${path}/${part}`, body);
        take(reply);
        return reply;
      } catch (error) {
        const trouble = troubleOf(error);
        const { say } = settings;
        if (trouble)
          setTold({
            text: [trouble.message, trouble.hint].flatMap((text) => (text ? [say(text)] : [])).join(" "),
            isBad: true,
          });
        return undefined;
      } finally {
        setSending((before) => before - 1);
      }
    };
    const move = async (how: "undo" | "redo") => {
      const reply = await send(how, {});
      if (!reply?.did) return;
      const { check } = settings.words;
      const what = describe(reply.did, settings);
      setTold(
        how === "undo" ? { text: check.undone(what) } : { text: check.redone(what), onUndo: () => void move("undo") },
      );
      onMoved(reply.did);
    };
    const tell = (reply: EditReply | undefined) => {
      if (reply)
        setTold({ text: sentenceOf(reply, settings), ...(reply.did ? { onUndo: () => void move("undo") } : {}) });
    };
    const repair = async (choice: RepairChoice) => tell(await send("repairs", choice));
    const grid: GridEdits = {
      async write(kind, cells) {
        setTold(undefined);
        return (await send("edits", { kind, cells }))?.version;
      },
      async area(area: AreaOfCells) {
        const query = Object.fromEntries(queryOf(filter));
        const mayAdd = addTo !== undefined && (area.kind === "add" || area.kind === "paste");
        const reply = await send("area", { ...area, filter: query, ...(mayAdd ? { to: addTo } : {}) });
        if (area.kind !== "add") tell(reply);
        return reply?.version;
      },
      repairLike: (code, column, swap) =>
        void repair({ ...(filter.sheet ? { sheet: filter.sheet } : {}), code, column, ...swap }),
      undo: () => void move("undo"),
      redo: () => void move("redo"),
      tellCopied: (rows, columns) => setTold({ text: settings.words.check.copied(rows, columns) }),
    };
    return { ...grid, repair };
  }, [path, filter, addTo, take, onMoved, settings]);
  return { edits, told, closeTold: () => setTold(undefined), isSending: sending > 0 };
}

function sentenceOf({ did, leftOver = 0, added = 0 }: EditReply, { words }: Settings): string {
  const { check } = words;
  return [
    did ? check.done[did.kind](did.cells, did.rows) : check.nothingChanged,
    ...(added > 0 && did?.kind !== "add" ? [check.added(added)] : []),
    ...(leftOver > 0 ? [check.leftOver(leftOver)] : []),
  ].join(" ");
}

/** `paste, 1 000 cells in Phone number`. */
export function describe(
  { kind, cells, sheet, column }: StepLine,
  { words, language }: Pick<Settings, "words" | "language">,
): string {
  const label = column === undefined ? "" : ((sheet && columnLabel(sheet, column, language)) ?? column);
  return words.check.step(words.check.did[kind], label, cells);
}
