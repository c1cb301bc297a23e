/** The files of a batch and those on their way, each on a line of its own: what it holds, how many rows, what is wrong, how it was read. */
import { Button } from "react-aria-components";
import { type SheetName, sheetNames } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import { readingText } from "../../../model/words/reading-words.ts";
import type { BatchReply, PreviewReply, UploadedFile } from "../../api-types.ts";
import { useSettings } from "../settings.tsx";
import { dismissUpload, sendAgain, type Upload } from "../uploads.ts";

type Props = {
  /** Absent while it is loaded. */
  readonly batch: BatchReply | undefined;
  readonly previews: readonly PreviewReply[];
  readonly uploads: readonly Upload[];
  readonly onSheet: (number: number, worksheet: string | undefined, sheet: string) => void;
  readonly onEncoding: (number: number, encoding: string) => void;
  readonly onMatch: (preview: PreviewReply) => void;
  readonly onRemove: (number: number) => void;
};

export function UploadedFiles(props: Props) {
  const { words } = useSettings();
  const { batch, uploads } = props;
  const parts = batch?.files.flatMap((file) => file.parts.map((part, index) => ({ file, part, isFirst: index === 0 })));
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{words.upload.file}</th>
            <th>{words.upload.holds}</th>
            <th>{words.upload.rows}</th>
            <th>{words.upload.columns}</th>
            <th>{words.upload.read}</th>
            <th>
              <span className="unseen">{words.upload.removeColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts?.map(({ file, part, isFirst }) => (
            <PartLine key={labelOf(file, part)} {...props} file={file} part={part} isFirst={isFirst} />
          ))}
          {batch?.files.map((file) =>
            file.unread === undefined ? null : <UnreadLine key={file.name} file={file} onRemove={props.onRemove} />,
          )}
          {batch?.files.map((file) =>
            file.isMapping ? <MappingLine key={file.name} file={file} onRemove={props.onRemove} /> : null,
          )}
          {uploads.map((upload) => (
            <UploadLine key={upload.id} upload={upload} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Part = UploadedFile["parts"][number];
type PartProps = Props & { readonly file: UploadedFile; readonly part: Part; readonly isFirst: boolean };

function labelOf({ name }: UploadedFile, { worksheet }: Part): string {
  return worksheet === undefined ? name : `${name}[${worksheet}]`;
}

function PartLine(props: PartProps) {
  const { words, say } = useSettings();
  const { file, part, isFirst, previews, onMatch, onRemove } = props;
  const label = labelOf(file, part);
  const preview = previews.find((each) => each.file === label);
  return (
    <tr>
      <td>
        <strong>{part.worksheet ?? file.name}</strong>
        {part.worksheet !== undefined && <div className="quiet">{file.name}</div>}
      </td>
      <td>
        <SheetChoice {...props} label={label} />
      </td>
      {part.sheet ? (
        <>
          <td>
            <RowsOf {...props} label={label} />
          </td>
          <td>{preview && <MatchState preview={preview} onMatch={() => onMatch(preview)} />}</td>
          <td className="quiet">
            <ReadAs {...props} preview={preview} />
          </td>
        </>
      ) : (
        <td colSpan={3} className="quiet">
          {part.unread && !part.guess && `${say(part.unread.message)} ${say(part.unread.hint)}`}
        </td>
      )}
      <td>{isFirst && <Remove label={words.upload.remove(file.name)} onPress={() => onRemove(file.number)} />}</td>
    </tr>
  );
}

function SheetChoice({ file, part, label, onSheet }: PartProps & { readonly label: string }) {
  const { words } = useSettings();
  const { guess } = part;
  return (
    <div className="actions">
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
      {!part.sheet && guess && (
        <>
          <span>{words.upload.isThis(words.sheets[guess])}</span>
          <Button className="button small strong" onPress={() => onSheet(file.number, part.worksheet, guess)}>
            {words.upload.yes}
          </Button>
        </>
      )}
    </div>
  );
}

/** How many, and how many of them are wrong; nothing good or bad before it is known. */
function RowsOf({ batch, label }: Pick<Props, "batch"> & { readonly label: string }) {
  const { words } = useSettings();
  const counts = batch?.check?.rowsOfFiles[label];
  const isRead = batch?.check?.files.some(({ file }) => file === label) === true;
  if (batch?.isChecking && !isRead) return <span className="busy quiet">{words.upload.checking}</span>;
  if (!isRead) return null;
  const { rows, errors, warnings } = counts ?? { rows: 0, errors: 0, warnings: 0 };
  return (
    <>
      {words.rows(rows)}
      {errors + warnings > 0 && (
        <div className={errors > 0 ? "bad-text" : "quiet"}>{words.upload.rowsWith(errors, warnings)}</div>
      )}
    </>
  );
}

/** What people's files are written in, the usual first. */
const encodings = [
  ["utf-8", "UTF-8"],
  ["windows-1252", "Windows-1252"],
  ["iso-8859-15", "ISO-8859-15"],
  ["macintosh", "Mac Roman"],
  ["cp850", "DOS (CP850)"],
  ["utf-16le", "UTF-16LE"],
] as const;

/** Encoding, which can be chosen, and delimiter of a text file; the kind of a workbook. */
function ReadAs({ file, preview, onEncoding }: PartProps & { readonly preview: PreviewReply | undefined }) {
  const { words, say } = useSettings();
  if (!preview || preview.encoding === "") return null;
  const found = say(readingText(preview.encoding));
  if (preview.delimiter === undefined) return found;
  return (
    <div className="actions">
      <select
        aria-label={words.upload.encoding(file.name)}
        value={file.encoding ?? ""}
        onChange={(event) => onEncoding(file.number, event.target.value)}
      >
        <option value="">{file.encoding ? words.upload.encodingAsFound : found}</option>
        {encodings.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {say(readingText(preview.delimiter))}
    </div>
  );
}

function MatchState({ preview, onMatch }: { readonly preview: PreviewReply; readonly onMatch: () => void }) {
  const { words, say, language } = useSettings();
  const errors = preview.issues.filter(({ severity }) => severity === "error");
  const unknown = preview.header.filter((cell, index) => cell.trim() !== "" && preview.columns[index] === null).length;
  const isMatchable = errors.every(({ code }) => ["no_header", "missing_column", "duplicate_column"].includes(code));
  const isAsked = preview.issues.some(({ code }) => code === "unknown_column") || errors.length > 0;
  const missing = errors.flatMap(({ code, column }) => (code === "missing_column" && column ? [column] : []));
  const others = errors.filter(({ code }) => code !== "missing_column");
  return (
    <>
      {missing.length > 0 && (
        <div className="bad-text">
          {words.upload.missing(missing.map((name) => columnLabel(preview.sheet, name, language) ?? name))}
        </div>
      )}
      {others.map(({ code, message, hint }) => (
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

/** A file of which nothing is kept, and why. */
function UnreadLine({ file, onRemove }: Pick<Props, "onRemove"> & { readonly file: UploadedFile }) {
  const { words, say } = useSettings();
  const { name, number, unread } = file;
  return (
    <tr className="refused">
      <td>
        <strong>{name}</strong>
      </td>
      <td className="bad-text">{words.upload.refused}</td>
      <td colSpan={3}>
        {unread && say(unread.message)} <span className="quiet">{unread && say(unread.hint)}</span>
      </td>
      <td>
        <Remove label={words.upload.remove(name)} onPress={() => onRemove(number)} />
      </td>
    </tr>
  );
}

/** The file that says how the others are read. */
function MappingLine({ file: { name, number }, onRemove }: Pick<Props, "onRemove"> & { readonly file: UploadedFile }) {
  const { words } = useSettings();
  return (
    <tr>
      <td>
        <strong>{name}</strong>
      </td>
      <td colSpan={4}>{words.upload.isMapping}</td>
      <td>
        <Remove label={words.upload.remove(name)} onPress={() => onRemove(number)} />
      </td>
    </tr>
  );
}

/** A file on its way, or one that the server did not take. */
function UploadLine({ upload }: { readonly upload: Upload }) {
  const { words, say } = useSettings();
  const { id, file, state, trouble } = upload;
  return (
    <tr className={state === "refused" ? "refused" : ""}>
      <td>
        <strong>{file.name}</strong>
      </td>
      {state === "refused" ? (
        <>
          <td className="bad-text">{words.upload.refused}</td>
          <td colSpan={3} role="alert">
            {trouble ? say(trouble.message) : words.upload.lost}{" "}
            <span className="quiet">{trouble?.hint && say(trouble.hint)}</span>{" "}
            <Button className="button small" onPress={() => sendAgain(id)}>
              {words.tryAgain}
            </Button>
          </td>
          <td>
            <Remove label={words.upload.notSent(file.name)} onPress={() => dismissUpload(id)} />
          </td>
        </>
      ) : (
        <td colSpan={5} role="status">
          <span className={state === "reading" ? "busy quiet" : "quiet"}>
            {state === "reading" ? words.upload.sending : words.upload.waiting}
          </span>
        </td>
      )}
    </tr>
  );
}

function Remove({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <Button className="button small bare" aria-label={label} onPress={onPress}>
      ✕
    </Button>
  );
}
