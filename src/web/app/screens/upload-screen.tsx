/** Upload: files, how each sheet was read, and matching columns that were not recognized. */
import { useCallback, useState } from "react";
import { Button, DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { type SheetName, sheetNames } from "../../../model/sheet.ts";
import { readingText } from "../../../model/words/reading-words.ts";
import type { BatchReply, PreviewReply, StartReply } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { shownEndings } from "../../upload-names.ts";
import { ask, post } from "../api.ts";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { type Settings, useSettings, useWords } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { go } from "../use-route.ts";
import { EarlierBatches } from "./earlier-batches.tsx";
import { MatchColumns } from "./match-columns.tsx";

type Looked = { readonly batch: BatchReply; readonly previews: readonly PreviewReply[] };

export function UploadScreen({
  batchId,
  start,
}: {
  readonly batchId?: string;
  readonly start: StartReply | undefined;
}) {
  const { words } = useSettings();
  const [sending, setSending] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [matched, setMatched] = useState<PreviewReply>();
  const load = useCallback(() => look(batchId), [batchId]);
  const { value, reload, trouble: loadTrouble } = useLoad(load);
  const batch = value?.batch;
  const hasFiles = batch !== undefined && batch.files.length > 0;

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setTrouble(undefined);
    await work().catch((error: unknown) => setTrouble(troubleOf(error)));
    reload();
  };
  const send = (files: readonly File[]) =>
    attempt(async () => {
      const id = batchId ?? (await post<BatchReply>("/api/batches")).id;
      try {
        for (const file of files) {
          setSending(file.name);
          await ask(`/api/batches/${id}/files?name=${encodeURIComponent(file.name)}`, { method: "PUT", body: file });
        }
      } finally {
        setSending(undefined);
        go({ screen: "upload", batch: id });
      }
    });
  const setSheet = (number: number, worksheet: string | undefined, sheet: string) =>
    attempt(() =>
      post(
        `/api/batches/${batchId}/sheet`,
        { number, ...(worksheet === undefined ? {} : { worksheet }), ...(sheet ? { sheet } : {}) },
        "PUT",
      ),
    );

  if (matched && batchId)
    return (
      <MatchColumns
        preview={matched}
        onCancel={() => setMatched(undefined)}
        onSave={(choices) => {
          const { sheet, header } = matched;
          setMatched(undefined);
          return attempt(() => post(`/api/batches/${batchId}/headers`, { sheet, header, choices }, "PUT"));
        }}
      />
    );

  return (
    <>
      <h1>{words.upload.title}</h1>
      <p className="lead">{words.upload.lead}</p>
      <DropZone
        className={hasFiles ? "drop again" : "drop"}
        isDisabled={sending !== undefined}
        getDropOperation={() => "copy"}
        onDrop={async ({ items }) =>
          send(await Promise.all(items.filter(isFileDropItem).map((each) => each.getFile())))
        }
      >
        <span className="drop-mark" aria-hidden="true">
          ⇪
        </span>
        <span className="drop-words">{words.upload.drop}</span>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={[...shownEndings, ".gz"]}
          onSelect={(files) => void send([...(files ?? [])])}
        >
          <Button className={hasFiles ? "button" : "button strong"} isDisabled={sending !== undefined}>
            {words.upload.choose}
          </Button>
        </FileTrigger>
        <span className="quiet">{shownEndings.join(" · ")}</span>
      </DropZone>
      <div role="status">{sending && <p className="busy">{words.upload.sending(sending)}</p>}</div>
      <TroubleNote trouble={trouble ?? loadTrouble} />
      {hasFiles && (
        <>
          <FileTable
            batch={batch}
            previews={value?.previews ?? []}
            onSheet={setSheet}
            onMatch={setMatched}
            onRemove={(number) => attempt(() => post(`/api/batches/${batchId}/files/${number}`, {}, "DELETE"))}
          />
          <p className="actions">
            <a className="button strong" href={pathOf({ screen: "check", batch: batch.id })}>
              {words.upload.toCheck}
            </a>
          </p>
        </>
      )}
      {!hasFiles && <BatchParts />}
      {!batchId && <EarlierBatches batches={start?.batches ?? []} />}
    </>
  );
}

async function look(batchId: string | undefined): Promise<Looked | undefined> {
  if (!batchId) return undefined;
  const batch = await ask<BatchReply>(`/api/batches/${batchId}`);
  return { batch, previews: await ask<readonly PreviewReply[]>(`/api/batches/${batchId}/previews`) };
}

type FileTableProps = {
  readonly batch: BatchReply;
  readonly previews: readonly PreviewReply[];
  readonly onSheet: (number: number, worksheet: string | undefined, sheet: string) => void;
  readonly onMatch: (preview: PreviewReply) => void;
  readonly onRemove: (number: number) => void;
};

function FileTable({ batch, previews, onSheet, onMatch, onRemove }: FileTableProps) {
  const { words, say } = useSettings();
  const parts = batch.files.flatMap((file) => file.parts.map((part, index) => ({ file, part, isFirst: index === 0 })));
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{words.upload.file}</th>
            <th>{words.upload.holds}</th>
            <th>{words.upload.read}</th>
            <th>{words.upload.columns}</th>
            <th>
              <span className="unseen">{words.upload.removeColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ file, part, isFirst }) => {
            const label = part.worksheet === undefined ? file.name : `${file.name}[${part.worksheet}]`;
            const preview = previews.find((each) => each.file === label);
            const rows = batch.check?.files.find((each) => each.file === label)?.rows;
            return (
              <tr key={label}>
                <td>
                  <strong>{part.worksheet ?? file.name}</strong>
                  {part.worksheet !== undefined && <div className="quiet">{file.name}</div>}
                </td>
                <td>
                  <select
                    aria-label={words.upload.sheetOf(label)}
                    value={part.sheet ?? ""}
                    onChange={(event) => onSheet(file.number, part.worksheet, event.target.value)}
                  >
                    <option value="">{words.upload.notUsed}</option>
                    {sheetNames.map((sheet: SheetName) => (
                      <option key={sheet} value={sheet}>
                        {words.sheets[sheet]}
                      </option>
                    ))}
                  </select>
                  {rows !== undefined && <div className="quiet">{words.rows(rows)}</div>}
                  {!part.sheet && part.unread && (
                    <div className="quiet">
                      {say(part.unread.message)} {say(part.unread.hint)}
                    </div>
                  )}
                </td>
                <td className="quiet">{readAs({ say }, preview)}</td>
                <td>{preview && <MatchState preview={preview} onMatch={() => onMatch(preview)} />}</td>
                <td>
                  {isFirst && (
                    <Button
                      className="button small"
                      aria-label={words.upload.remove(file.name)}
                      onPress={() => onRemove(file.number)}
                    >
                      ✕
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
          {batch.files.map(({ number, name, unread }) =>
            unread === undefined ? null : (
              <tr key={name}>
                <td>
                  <strong>{name}</strong>
                </td>
                <td colSpan={3}>
                  {say(unread.message)} <span className="quiet">{say(unread.hint)}</span>
                </td>
                <td>
                  <Button
                    className="button small"
                    aria-label={words.upload.remove(name)}
                    onPress={() => onRemove(number)}
                  >
                    ✕
                  </Button>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Encoding, and delimiter of a text file. */
function readAs({ say }: Pick<Settings, "say">, { encoding, delimiter }: Partial<PreviewReply> = {}): string {
  return [encoding, delimiter].flatMap((way) => (way ? [say(readingText(way))] : [])).join(", ");
}

function MatchState({ preview, onMatch }: { readonly preview: PreviewReply; readonly onMatch: () => void }) {
  const { words, say } = useSettings();
  const errors = preview.issues.filter(({ severity }) => severity === "error");
  const unknown = preview.header.filter((cell, index) => cell.trim() !== "" && preview.columns[index] === null).length;
  const isMatchable = errors.every(({ code }) => ["no_header", "missing_column", "duplicate_column"].includes(code));
  const isAsked = preview.issues.some(({ code }) => code === "unknown_column") || errors.length > 0;
  return (
    <>
      {errors.map(({ code, message, hint }) => (
        <div key={`${code} ${say(message)}`} className="bad-text">
          {say(message)} {hint && say(hint)}
        </div>
      ))}
      {errors.length === 0 && !isAsked && <span className="good-text">✓ {words.upload.allMatched}</span>}
      {isAsked && isMatchable && (
        <Button className={errors.length > 0 ? "button small strong" : "button small"} onPress={onMatch}>
          {words.upload.match}
          {unknown > 0 && ` (${words.upload.unmatched(unknown)})`}
        </Button>
      )}
    </>
  );
}

function BatchParts() {
  const words = useWords();
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{words.parts.title}</h2>
      <dl className="made-of">
        {sheetNames.map((sheet) => (
          <div key={sheet}>
            <dt>{words.sheets[sheet]}</dt>
            <dd>{words.parts[sheet]}</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.parts.starter}{" "}
        <a href="/api/starter" download="batch.xlsx">
          {words.parts.starterLink}
        </a>
      </p>
    </section>
  );
}
