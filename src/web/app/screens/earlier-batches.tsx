/** Earlier batches: what is in each, how it stands, and what became of it; to continue, to name or to remove. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { BatchLine } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { post } from "../api.ts";
import { isFound, ListFilter, ShowMore, shortList } from "../parts/list-filter.tsx";
import { ResultLine } from "../parts/result-line.tsx";
import { Toast } from "../parts/toast.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { useHashQuery } from "../use-filter.ts";
import { troubleOf } from "../use-load.ts";

/** More at once make a long page. */
const linesShown = 20;

export function EarlierBatches({ batches }: { readonly batches: readonly BatchLine[] }) {
  const { words } = useSettings();
  const { query, set } = useHashQuery();
  const removal = useRemoval();
  const [renamed, setRenamed] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Trouble>();
  const [most, setMost] = useState(linesShown);
  const rename = async (id: string, name: string) => {
    setTrouble(undefined);
    setRenamed((before) => ({ ...before, [id]: name }));
    await post(`/api/batches/${id}/name`, { name }, "PUT").catch((error: unknown) => {
      setRenamed(({ [id]: _, ...others }) => others);
      setTrouble(troubleOf(error));
    });
  };
  const text = query.get("text") ?? "";
  const left = batches
    .filter(({ id, files }) => files.length > 0 && !removal.gone.includes(id)) // where no file was taken, nothing is left
    .map((line) => ({ ...line, ...(renamed[line.id] === undefined ? {} : { name: renamed[line.id] ?? "" }) }));
  const found = left.filter((line) => isFound([nameOf(line, words), ...line.files, ...customersOf(line)], text));
  const last = batches.find(({ id }) => id === removal.pending);
  return (
    <>
      {left.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{words.upload.earlier}</h2>
          <TroubleNote trouble={trouble} />
          <ListFilter
            label={words.batchList.search}
            text={text}
            onText={(next) => set({ text: next }, true)}
            found={found.length}
            of={left.length}
          />
          <div className="table-frame">
            <table className="table">
              <thead>
                <tr>
                  <th>{words.batchList.batch}</th>
                  <th>{words.batchList.content}</th>
                  <th>{words.batchList.state}</th>
                  <th>{words.batchList.made}</th>
                  <th>
                    <span className="unseen">{words.upload.removeColumn}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, most).map((line) => (
                  <Line
                    key={line.id}
                    line={line}
                    onRename={(name) => void rename(line.id, name)}
                    onRemove={() => removal.remove(line.id)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <ShowMore left={found.length - most} onPress={() => setMost(most + 200)} />
        </section>
      )}
      <Toast
        told={last && { text: words.batchList.removed(nameOf(last, words)), onUndo: removal.restore }}
        onClose={removal.end}
      />
    </>
  );
}

type Words = ReturnType<typeof useSettings>["words"];

/** As a person has called it, else after its customers, else after its files. */
function nameOf(line: BatchLine, words: Words): string {
  const { found: { customers } = {}, files, name } = line;
  if (name) return name;
  if (!customers || customers.count === 0) return files.join(", ");
  const [first = ""] = customers.names;
  return customers.count === 1 ? first : `${first} ${words.plan.more(customers.count - 1)}`;
}

function customersOf({ found }: BatchLine): readonly string[] {
  return found?.customers.names ?? [];
}

type LineProps = {
  readonly line: BatchLine;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
};

function Line({ line, onRename, onRemove }: LineProps) {
  const { words, time } = useSettings();
  const [isNaming, setNaming] = useState(false);
  const { id, createdAt, files, found } = line;
  const name = nameOf(line, words);
  const count = found?.customers.count ?? 0;
  const counts = [...(count > 0 ? [words.customers(count)] : []), ...(found ? [words.rows(found.rows)] : [])];
  return (
    <tr>
      <td>
        {isNaming ? (
          <NameField
            name={name}
            onEnd={(next) => {
              setNaming(false);
              if (next !== undefined && next !== name) onRename(next);
            }}
          />
        ) : (
          <>
            <a href={pathOf({ screen: "check", batch: id })}>
              <strong>{name}</strong>
            </a>{" "}
            <Button
              className="button small bare"
              aria-label={words.batchList.rename(name)}
              onPress={() => setNaming(true)}
            >
              ✎
            </Button>
          </>
        )}
      </td>
      <td>
        {counts.join(" · ")}
        <div className="quiet">{shortList(files, words.plan.more)}</div>
      </td>
      <td className="state-cell">
        <State line={line} />
      </td>
      <td className="quiet">{time(createdAt)}</td>
      <td>
        <Button className="button small bare" aria-label={words.upload.removeBatch(name)} onPress={onRemove}>
          ✕
        </Button>
      </td>
    </tr>
  );
}

/** What is to be done with it next, or what came of its run. */
function State({ line: { runId, statuses, found } }: Pick<LineProps, "line">) {
  const { words } = useSettings();
  if (runId)
    return (
      <a className="state-link" href={pathOf({ screen: statuses ? "review" : "run", run: runId })}>
        {statuses ? <ResultLine counts={statuses} /> : words.batchList.begun}
      </a>
    );
  if (!found) return <span className="quiet">{words.batchList.notChecked}</span>;
  if (found.toCorrect > 0) return <span className="bad-text">{words.batchList.toCorrect(found.toCorrect)}</span>;
  return <span className="good-text">{words.check.allGood}</span>;
}

type FieldProps = { readonly name: string; readonly onEnd: (name: string | undefined) => void };

/** Enter keeps what is written, as leaving the field does; Escape does not. */
function NameField({ name, onEnd }: FieldProps) {
  const { words } = useSettings();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <input
      ref={field}
      aria-label={words.batchList.nameOf(name)}
      defaultValue={name}
      maxLength={100}
      onBlur={(event) => onEnd(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === "Enter") onEnd(event.currentTarget.value.trim());
        if (event.key === "Escape") onEnd(undefined);
      }}
    />
  );
}

/** What is removed can be taken back until the next one is removed, the message is closed or the screen is left. */
function useRemoval() {
  const [gone, setGone] = useState<readonly string[]>([]);
  const [pending, setPending] = useState<string>();
  const asked = useRef<string>(undefined);
  const carryOut = useCallback(() => {
    const id = asked.current;
    asked.current = undefined;
    // also when the page is on its way out
    if (id !== undefined)
      void fetch(`/api/batches/${id}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
  }, []);
  useEffect(() => {
    addEventListener("pagehide", carryOut);
    return () => {
      removeEventListener("pagehide", carryOut);
      carryOut();
    };
  }, [carryOut]);
  const ask = (id: string | undefined) => {
    asked.current = id;
    setPending(id);
  };
  return {
    gone,
    pending,
    remove(id: string) {
      carryOut();
      ask(id);
      setGone([...gone, id]);
    },
    restore() {
      setGone(gone.filter((id) => id !== pending));
      ask(undefined);
    },
    end() {
      carryOut();
      ask(undefined);
    },
  };
}
