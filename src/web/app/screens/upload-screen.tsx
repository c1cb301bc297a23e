/** Upload: files, each on a line of its own with its own state, and matching columns that were not recognized. */
import { useCallback, useState } from "react";
import { Button, DropZone, FileTrigger, isFileDropItem } from "react-aria-components";
import { sheetNames } from "../../../model/sheet.ts";
import type { BatchReply, PreviewReply, StartReply } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { shownEndings } from "../../upload-names.ts";
import { ask, post } from "../api.ts";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings, useWords } from "../settings.tsx";
import { sendFiles } from "../uploads.ts";
import { useBatch } from "../use-batch.ts";
import { useHashQuery } from "../use-filter.ts";
import { troubleOf, useLoad } from "../use-load.ts";
import { go } from "../use-route.ts";
import { EarlierBatches } from "./earlier-batches.tsx";
import { MatchColumns } from "./match-columns.tsx";
import { UploadedFiles } from "./uploaded-files.tsx";

type Props = { readonly batchId?: string; readonly start: StartReply | undefined };

export function UploadScreen({ batchId, start }: Props) {
  const { words } = useSettings();
  const [trouble, setTrouble] = useState<Trouble>();
  const { query, set: setQuery } = useHashQuery();
  const matched = query.get("match");
  const { batch, uploads, reload, trouble: loadTrouble } = useBatch(batchId);
  const previewsOf = batch && `/api/batches/${batch.id}/previews?version=${batch.version}`;
  const { value: previews } = useLoad(
    useCallback(async () => (previewsOf ? ask<readonly PreviewReply[]>(previewsOf) : undefined), [previewsOf]),
  );
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setTrouble(undefined);
    await work().catch((error: unknown) => setTrouble(troubleOf(error)));
    reload();
  };
  const send = (files: readonly File[]) =>
    attempt(async () => {
      if (files.length === 0) return;
      const id = batchId ?? (await post<BatchReply>("/api/batches")).id;
      sendFiles(id, files);
      if (!batchId) go({ screen: "upload", batch: id });
    });
  const change = (part: string, body: object) => attempt(() => post(`/api/batches/${batchId}/${part}`, body, "PUT"));

  if (matched && batchId)
    return (
      <MatchColumns
        key={matched}
        batchId={batchId}
        file={matched}
        onCancel={() => setQuery({})}
        onSaved={() => {
          setQuery({});
          reload();
        }}
      />
    );
  const hasFiles = uploads.length > 0 || (batch !== undefined && batch.files.length > 0);
  return (
    <>
      <div className="work-head">
        <div className="work-title">
          <h1>{words.upload.title}</h1>
          <p className="counts quiet">{words.upload.lead}</p>
        </div>
        {batch?.files.some(({ parts }) => parts.some(({ sheet }) => sheet)) && (
          <div className="actions">
            <a className="button" href={`/api/batches/${batch.id}/download/mapping.json`} download="mapping.json">
              {words.upload.downloadMapping}
            </a>
            <a className="button strong" href={pathOf({ screen: "check", batch: batch.id })}>
              {words.upload.toCheck}
            </a>
          </div>
        )}
      </div>
      <TroubleNote trouble={trouble ?? loadTrouble ?? batch?.trouble} />
      {hasFiles && (
        <UploadedFiles
          batch={batch}
          previews={previews ?? []}
          uploads={uploads}
          onSheet={(number, worksheet, sheet) =>
            change("sheet", { number, ...(worksheet === undefined ? {} : { worksheet }), ...(sheet ? { sheet } : {}) })
          }
          onEncoding={(number, encoding) => change("encoding", { number, ...(encoding ? { encoding } : {}) })}
          onMatch={({ file }) => setQuery({ match: file })}
          onRemove={(number) => attempt(() => post(`/api/batches/${batchId}/files/${number}`, {}, "DELETE"))}
        />
      )}
      <Drop isAgain={hasFiles} onFiles={(files) => void send(files)} />
      {!hasFiles && <BatchParts />}
      {!batchId && <EarlierBatches batches={start?.batches ?? []} />}
    </>
  );
}

type DropProps = { readonly isAgain: boolean; readonly onFiles: (files: readonly File[]) => void };

function Drop({ isAgain, onFiles }: DropProps) {
  const { words } = useSettings();
  return (
    <DropZone
      className={isAgain ? "drop again" : "drop"}
      aria-label={words.upload.dropZone}
      getDropOperation={() => "copy"}
      onDrop={async ({ items }) =>
        onFiles(await Promise.all(items.filter(isFileDropItem).map((each) => each.getFile())))
      }
    >
      <span className="drop-mark" aria-hidden="true">
        ⇪
      </span>
      <span className="drop-words">{words.upload.drop}</span>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={[...shownEndings, ".gz", ".json"]}
        onSelect={(files) => onFiles([...(files ?? [])])}
      >
        <Button className={isAgain ? "button" : "button strong"}>{words.upload.choose}</Button>
      </FileTrigger>
      <span className="quiet">{shownEndings.join(" · ")}</span>
    </DropZone>
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
