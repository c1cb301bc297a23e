/** The columns of a file, each with its first values and a choice of what it contains. */
import { useCallback, useState } from "react";
import { Button } from "react-aria-components";
import type { SheetName } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { ColumnReply, PreviewReply } from "../../api-types.ts";
import { ask } from "../api.ts";
import { useSettings } from "../settings.tsx";
import { useLoad } from "../use-load.ts";

type Props = {
  readonly preview: PreviewReply;
  readonly onCancel: () => void;
  readonly onSave: (choices: Readonly<Record<string, string>>) => void;
};

const loadColumns = () => ask<Readonly<Record<SheetName, readonly ColumnReply[]>>>("/api/columns");

export function MatchColumns({ preview, onCancel, onSave }: Props) {
  const { words, language } = useSettings();
  const { value } = useLoad(useCallback(loadColumns, []));
  const known = value?.[preview.sheet] ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(preview.columns.map((column) => column ?? ""));
  const missing = known.filter(({ name, isRequired }) => isRequired && !chosen.includes(name)).map(({ name }) => name);
  const nameOf = (name: string) => {
    const label = columnLabel(preview.sheet, name, language);
    return label === undefined ? name : `${label} (${name})`;
  };
  const lines = preview.header
    .map((header, index) => ({ header, index, key: `${index} ${header}`, isKnown: hasMeaning(preview, index) }))
    .toSorted((one, other) => Number(one.isKnown) - Number(other.isKnown)); // stable: as in the file
  const save = () => onSave(Object.fromEntries(preview.header.map((header, index) => [header, chosen[index] ?? ""])));
  return (
    <>
      <h1>{words.match.title(preview.file)}</h1>
      <p className="lead">
        {words.match.lead} {words.match.needed}
      </p>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th>{words.match.header}</th>
              <th>{words.match.column}</th>
              <th>{words.match.samples}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ header, index, key, isKnown }) => (
              <tr key={key} className={isKnown || chosen[index] ? "" : "to-match"}>
                <td>
                  <strong>{header || "—"}</strong>
                </td>
                <td>
                  <select
                    aria-label={words.match.columnFor(header)}
                    value={chosen[index] ?? ""}
                    onChange={(event) => setChosen(chosen.with(index, event.target.value))}
                  >
                    <option value="">{words.match.leaveOut}</option>
                    {known.map(({ name, isRequired }) => (
                      <option key={name} value={name} disabled={chosen.includes(name) && chosen[index] !== name}>
                        {nameOf(name)}
                        {isRequired ? " *" : ""}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="quiet">
                  {preview.samples
                    .map((cells) => cells[index] ?? "")
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(" · ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {missing.length > 0 && <p className="note">{words.match.missing(missing.map(nameOf))}</p>}
      <p className="actions">
        <Button className="button strong" onPress={save} isDisabled={known.length === 0}>
          {words.match.save}
        </Button>
        <Button className="button" onPress={onCancel}>
          {words.cancel}
        </Button>
      </p>
    </>
  );
}

/** By itself, or because it has no name. */
function hasMeaning({ header, columns }: PreviewReply, index: number): boolean {
  return (columns[index] ?? null) !== null || (header[index] ?? "").trim() === "";
}
