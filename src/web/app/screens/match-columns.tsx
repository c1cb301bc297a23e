/** The columns of a file, each with its first values and a choice of what it contains; what its values mean; what is the same in every row; and the first rows as they will be read. */
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { SheetName } from "../../../model/sheet.ts";
import { columnLabel } from "../../../model/words/column-texts.ts";
import type { WrittenSection } from "../../../model/written-mapping.ts";
import type { ColumnReply, MatchedRowsReply, MatchReply } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post } from "../api.ts";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { useSettings } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { type Draft, draftOf, givenBy, headersKept, inTwo, missingIn, type Split, sectionOf } from "./match-draft.ts";

type Props = {
  readonly batchId: string;
  readonly file: string;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
};

type Columns = Readonly<Record<SheetName, readonly ColumnReply[]>>;
type Looked = { readonly matching: MatchReply; readonly columns: Columns };

export function MatchColumns({ batchId, file, onCancel, onSaved }: Props) {
  const { words } = useSettings();
  const path = `/api/batches/${batchId}/matching`;
  const { value, trouble } = useLoad(useCallback(() => look(path, file), [path, file]));
  if (!value) return trouble ? <TroubleNote trouble={trouble} /> : <p className="busy">{words.loading}</p>;
  const { matching, columns } = value;
  return <Matching {...{ path, matching, onCancel, onSaved }} known={columns[matching.sheet]} />;
}

async function look(path: string, file: string): Promise<Looked> {
  const [matching, columns] = await Promise.all([
    ask<MatchReply>(`${path}?file=${encodeURIComponent(file)}`),
    ask<Columns>("/api/columns"),
  ]);
  return { matching, columns };
}

type MatchingProps = {
  readonly path: string;
  readonly matching: MatchReply;
  readonly known: readonly ColumnReply[];
  readonly onCancel: () => void;
  readonly onSaved: () => void;
};

function Matching({ path, matching, known, onCancel, onSaved }: MatchingProps) {
  const { words } = useSettings();
  const { file, header } = matching;
  const [draft, setDraft] = useState<Draft>(() => draftOf(matching));
  const [trouble, setTrouble] = useState<Trouble>();
  const nameOf = useColumnName(matching.sheet);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const missing = missingIn(draft, known);
  const section = sectionOf(draft);
  const kept = headersKept(draft.kept);
  const lines = header
    .map((cell, index) => ({
      name: cell.trim(),
      index,
      isOpen: matching.by[index] !== null || !draft.targets[cell.trim()],
    }))
    .filter(({ name }) => name !== "")
    .toSorted((one, other) => Number(other.isOpen) - Number(one.isOpen)); // stable: as in the file
  const [order] = useState(() => lines.map(({ index }) => index)); // they do not move while they are matched
  const save = () =>
    post(path, { file, section }, "PUT").then(onSaved, (error: unknown) => setTrouble(troubleOf(error)));
  return (
    <>
      <h1>{words.match.title(file)}</h1>
      <p className="lead">
        {words.match.lead} {words.match.needed}
      </p>
      <div className="table-frame">
        <table className="table match-table">
          <thead>
            <tr>
              <th>{words.match.header}</th>
              <th>{words.match.column}</th>
              <th>{words.match.samples}</th>
            </tr>
          </thead>
          <tbody>
            {order.map((index) => (
              <HeaderLine
                key={index}
                {...{ matching, known, draft, index, nameOf }}
                isKept={kept.has((header[index] ?? "").trim())}
                onChange={change}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Constants {...{ draft, known, nameOf }} onChange={change} />
      <Kept kept={draft.kept} nameOf={nameOf} />
      <ReadRows path={path} file={file} section={section} nameOf={nameOf} />
      {missing.length > 0 && <p className="note caution">{words.match.missing(missing.map(nameOf))}</p>}
      <TroubleNote trouble={trouble} />
      <p className="actions">
        <Button className="button strong" onPress={() => void save()} isDisabled={missing.length > 0}>
          {words.match.save}
        </Button>
        <Button className="button" onPress={onCancel}>
          {words.cancel}
        </Button>
      </p>
      <p className="quiet">{words.match.remembered}</p>
    </>
  );
}

function useColumnName(sheet: SheetName): (name: string) => string {
  const { language } = useSettings();
  return (name) => {
    const label = columnLabel(sheet, name, language);
    return label === undefined ? name : `${label} (${name})`;
  };
}

type PartProps = {
  readonly known: readonly ColumnReply[];
  readonly draft: Draft;
  readonly nameOf: (name: string) => string;
  readonly onChange: (part: Partial<Draft>) => void;
};

type LineProps = PartProps & { readonly matching: MatchReply; readonly index: number; readonly isKept: boolean };

function HeaderLine({ matching, known, draft, index, nameOf, isKept, onChange }: LineProps) {
  const { words } = useSettings();
  const { header, samples, by } = matching;
  const name = (header[index] ?? "").trim();
  const target = draft.targets[name] ?? "";
  const [isTouched, setTouched] = useState(false);
  const how = by[index];
  const shown = samples
    .map((cells) => cells[index] ?? "")
    .filter(Boolean)
    .slice(0, 3)
    .join(" · ");
  if (isKept)
    return (
      <tr>
        <td>
          <strong>{name}</strong>
        </td>
        <td className="quiet">{words.match.byMapping}</td>
        <td className="quiet">{shown}</td>
      </tr>
    );
  const choose = (to: string) => {
    setTouched(true);
    const splits = to === inTwo ? { ...draft.splits, [name]: draft.splits[name] ?? newSplit } : draft.splits;
    onChange({ targets: { ...draft.targets, [name]: to }, splits });
  };
  const split = target === inTwo ? draft.splits[name] : undefined;
  return (
    <tr className={isTouched || target !== "" ? "" : "to-match"}>
      <td>
        <strong>{name}</strong>
      </td>
      <td>
        <div className="actions">
          <ColumnChoice
            label={words.match.columnFor(name)}
            {...{ known, draft, nameOf }}
            chosen={target}
            hasSplit
            onChoose={choose}
          />
          {how && how !== "name" && !isTouched && target !== "" && (
            <span className="tag">{how === "values" ? words.match.byValues : words.match.byName}</span>
          )}
        </div>
        {split && (
          <SplitFields
            {...{ known, draft, nameOf, name, split }}
            onSplit={(next) => onChange({ splits: { ...draft.splits, [name]: next } })}
          />
        )}
        {target !== "" && target !== inTwo && (
          <Values {...{ known, draft, nameOf, onChange }} column={target} texts={matching.texts[index] ?? []} />
        )}
      </td>
      <td className="quiet">{shown}</td>
    </tr>
  );
}

const newSplit: Split = { at: " ", where: "first", into: ["first_name", "last_name"] };

type ChoiceProps = Omit<PartProps, "onChange"> & {
  readonly label: string;
  readonly chosen: string;
  readonly hasSplit?: boolean;
  readonly onChoose: (column: string) => void;
};

function ColumnChoice({ label, known, draft, nameOf, chosen, hasSplit = false, onChoose }: ChoiceProps) {
  const { words } = useSettings();
  const given = givenBy(draft);
  return (
    <select aria-label={label} value={chosen} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{words.match.leaveOut}</option>
      {hasSplit && <option value={inTwo}>{words.match.inTwo}</option>}
      {known.map(({ name, isRequired }) => (
        <option key={name} value={name} disabled={given.includes(name) && name !== chosen}>
          {nameOf(name)}
          {isRequired ? " *" : ""}
        </option>
      ))}
    </select>
  );
}

type SplitProps = Omit<PartProps, "onChange"> & {
  readonly name: string;
  readonly split: Split;
  readonly onSplit: (split: Split) => void;
};

function SplitFields({ known, draft, nameOf, name, split, onSplit }: SplitProps) {
  const { words } = useSettings();
  const { at, where, into } = split;
  const part = (index: 0 | 1) => (
    <ColumnChoice
      label={words.match.partFor(index + 1, name)}
      {...{ known, draft, nameOf }}
      chosen={into[index]}
      onChoose={(column) => onSplit({ ...split, into: index === 0 ? [column, into[1]] : [into[0], column] })}
    />
  );
  return (
    <div className="actions match-more">
      {part(0)}
      <label>
        {words.match.splitAt}{" "}
        <select value={at} onChange={(event) => onSplit({ ...split, at: event.target.value })}>
          {[...new Set([" ", ",", ";", "-", "/", "|", at])].map((sign) => (
            <option key={sign} value={sign}>
              {sign === " " ? words.match.blankSign : sign}
            </option>
          ))}
        </select>
      </label>
      <select
        aria-label={words.match.splitWhere}
        value={where}
        onChange={(event) => onSplit({ ...split, where: event.target.value === "last" ? "last" : "first" })}
      >
        <option value="first">{words.match.atFirst}</option>
        <option value="last">{words.match.atLast}</option>
      </select>
      {part(1)}
    </div>
  );
}

type ValueProps = PartProps & { readonly column: string; readonly texts: readonly string[] };

/** What each value of the column means, and what stands before its phone numbers. */
function Values({ known, draft, column, texts, onChange }: ValueProps) {
  const { words } = useSettings();
  const facts = known.find(({ name }) => name === column);
  const own = draft.values[column] ?? {};
  const { choices, isNumber = false } = facts ?? {};
  if (isNumber)
    return (
      <label className="match-more">
        {words.match.prefix}{" "}
        <input
          size={6}
          placeholder="+31"
          value={draft.prefix[column] ?? ""}
          onChange={(event) => onChange({ prefix: { ...draft.prefix, [column]: event.target.value } })}
        />
      </label>
    );
  const isKnown = (text: string) => choices?.some((choice) => choice.toLowerCase() === text.toLowerCase()) ?? false;
  const all = [...new Set([...Object.keys(own).filter((text) => text !== ""), ...texts])];
  const asked = all.filter((text) => own[text] !== undefined || !isKnown(text));
  if (!choices && Object.keys(own).length === 0) return null;
  if (asked.length === 0) return null;
  const write = (text: string, to: string) => {
    const { [text]: _before, ...rest } = own;
    onChange({ values: { ...draft.values, [column]: to === "" ? rest : { ...rest, [text]: to } } });
  };
  return (
    <details className="match-more" open={asked.some((text) => own[text] === undefined)}>
      <summary>{words.match.values(asked.length)}</summary>
      {asked.map((text) => (
        <div key={text} className="match-value">
          <span>“{text}” →</span>
          {choices ? (
            <select
              aria-label={words.match.meaningOf(text)}
              value={own[text] ?? ""}
              onChange={(event) => write(text, event.target.value)}
            >
              <option value="">{words.match.asItIs}</option>
              {[...new Set([...choices, ...(own[text] ? [own[text]] : [])])].map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </select>
          ) : (
            <input
              aria-label={words.match.meaningOf(text)}
              value={own[text] ?? ""}
              onChange={(event) => write(text, event.target.value)}
            />
          )}
        </div>
      ))}
    </details>
  );
}

/** Columns that have the same value in every row. */
function Constants({ draft, known, nameOf, onChange }: PartProps) {
  const { words } = useSettings();
  const { constants } = draft;
  const write = (index: number, part: Partial<Draft["constants"][number]>) =>
    onChange({ constants: constants.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <section aria-labelledby="constants">
      <h2 id="constants">{words.match.constants}</h2>
      {constants.map(({ column, value }, index) => {
        const { choices, example = "", isRequired = false } = known.find(({ name }) => name === column) ?? {};
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name while its column is not chosen
          <div key={index} className="actions match-constant">
            <ColumnChoice
              label={words.match.constantColumn(index + 1)}
              {...{ known, draft, nameOf }}
              chosen={column}
              onChoose={(next) => write(index, { column: next, value: "" })}
            />
            {choices ? (
              <select
                aria-label={words.match.valueOf(nameOf(column))}
                value={value}
                onChange={(event) => write(index, { value: event.target.value })}
              >
                <option value="">{words.match.noValue}</option>
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {choice}
                  </option>
                ))}
              </select>
            ) : (
              <input
                aria-label={words.match.valueOf(nameOf(column))}
                placeholder={example}
                value={value}
                onChange={(event) => write(index, { value: event.target.value })}
              />
            )}
            {isRequired && value.trim() === "" && <span className="bad-text">*</span>}
            <Button
              className="button small bare"
              aria-label={words.match.removeConstant(nameOf(column))}
              onPress={() => onChange({ constants: constants.filter((_, at) => at !== index) })}
            >
              ✕
            </Button>
          </div>
        );
      })}
      <Button
        className="button small"
        onPress={() => onChange({ constants: [...constants, { column: "", value: "" }] })}
      >
        {words.match.addConstant}
      </Button>
    </section>
  );
}

/** What a mapping says of the file that this screen does not change. */
function Kept({ kept, nameOf }: Pick<Draft, "kept"> & Pick<PartProps, "nameOf">) {
  const { words } = useSettings();
  const several = Object.entries(kept.headers ?? {}).map(([header, to]) => ({ from: [header], to: [to].flat() }));
  const split = (kept.split ?? []).map(({ header, into }) => ({ from: [header], to: into.filter(Boolean) }));
  const join = (kept.join ?? []).map(({ headers, into }) => ({ from: headers, to: [into] }));
  const rules = [...several, ...split, ...join];
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{words.match.more}</h2>
      {rules.length > 0 && (
        <ul className="list">
          {rules.map(({ from, to }) => (
            <li key={`${from} ${to}`}>
              {from.join(" + ")} → {to.map(nameOf).join(", ")}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{words.match.onlyMapping}</p>
    </section>
  );
}

const waitMs = 300;

/** The first rows as they are read by what is chosen now. */
function ReadRows({
  path,
  file,
  section,
  nameOf,
}: { readonly path: string; readonly file: string; readonly section: WrittenSection } & Pick<PartProps, "nameOf">) {
  const { words, say } = useSettings();
  const [shown, setShown] = useState<MatchedRowsReply>();
  const [trouble, setTrouble] = useState<Trouble>();
  const asked = JSON.stringify({ file, section });
  useEffect(() => {
    let isLast = true;
    const timer = setTimeout(() => {
      post<MatchedRowsReply>(`${path}/rows`, JSON.parse(asked)).then(
        (reply) => {
          if (!isLast) return;
          setShown(reply);
          setTrouble(undefined);
        },
        (error: unknown) => {
          if (isLast) setTrouble(troubleOf(error));
        },
      );
    }, waitMs);
    return () => {
      isLast = false;
      clearTimeout(timer);
    };
  }, [path, asked]);
  return (
    <section aria-labelledby="read-rows">
      <h2 id="read-rows">{words.match.readRows}</h2>
      {trouble && (
        <p className="bad-text">
          {say(trouble.message)} {trouble.hint && say(trouble.hint)}
        </p>
      )}
      {shown && (
        <div className="table-frame">
          <table className="table small">
            <thead>
              <tr>
                {shown.columns.map((column) => (
                  <th key={column}>{nameOf(column)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the first, second, ... row of the file
                <tr key={row}>
                  {cells.map((cell, index) => (
                    <td key={shown.columns[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
