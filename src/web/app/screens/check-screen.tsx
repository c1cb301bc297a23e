/** Check: the rows as a grid with errors at their cells; edit, correct, undo, download, continue. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { type SheetName, sheetNames } from "../../../model/sheet.ts";
import type { BatchReply } from "../../api-types.ts";
import type { CellEdit } from "../../edits.ts";
import type { RowFilter } from "../../row-index.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post } from "../api.ts";
import { Grid } from "../grid/grid.tsx";
import { serverRows } from "../grid/row-source.ts";
import { CauseList } from "../parts/cause-list.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { SheetTabs } from "../parts/sheet-tabs.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { troubleOf, useLoad } from "../use-load.ts";
import { go } from "../use-route.ts";

export function CheckScreen({ batchId }: { readonly batchId: string }) {
  const { words, say, language } = useSettings();
  const path = `/api/batches/${batchId}`;
  const load = useCallback(() => ask<BatchReply>(path), [path]);
  const { value: batch, set, trouble: loadTrouble } = useLoad(load);
  const [trouble, setTrouble] = useState<Trouble>();
  const [filter, setFilter] = useState<RowFilter>({});
  const source = useMemo(() => serverRows(path), [path]);
  const check = batch?.check;
  const sheet = filter.sheet ?? firstSheet(batch);
  const files = useMemo(() => check?.files.filter((file) => file.sheet === sheet) ?? [], [check?.files, sheet]);
  const shown = useMemo(() => ({ ...filter, sheet }), [filter, sheet]);

  const isChecking = batch?.isChecking === true;
  useEffect(() => {
    if (!isChecking) return;
    ask<BatchReply>(`${path}/settled`).then(set, (error: unknown) => setTrouble(troubleOf(error)));
  }, [isChecking, path, set]);

  const send = (part: string, body: unknown) => {
    setTrouble(undefined);
    post<BatchReply>(`${path}/${part}`, body).then(set, (error: unknown) => setTrouble(troubleOf(error)));
  };
  const countRepairs = (code: string, column: string) =>
    check?.repairs.find((each) => each.sheet === sheet && each.code === code && each.column === column)?.cells ?? 0;

  if (!batch) return loadTrouble ? <TroubleNote trouble={loadTrouble} /> : <p className="busy">{words.loading}</p>;
  if (!check)
    return (
      <>
        <h1>{words.check.title}</h1>
        <TroubleNote trouble={trouble ?? batch.trouble} />
        <p className="lead" role="status">
          {isChecking ? words.check.checking : words.check.noSheets}
        </p>
        {!isChecking && (
          <p className="actions">
            <a className="button strong" href={pathOf({ screen: "upload", batch: batchId })}>
              {words.check.toUpload}
            </a>
          </p>
        )}
      </>
    );

  const { total, fileIssues } = check.summary;
  const causes = check.causes[language];
  const { invalid, blocked } = total.statuses;
  return (
    <div className="work">
      <div className="work-head">
        <div>
          <h1>{words.check.title}</h1>
          <p className="counts" role="status">
            {isChecking && <span className="busy">{words.check.checking} </span>}
            {words.rows(total.rows)}
            {invalid > 0 && <span className="bad-text"> · {words.errors(invalid)}</span>}
            {blocked > 0 && <span className="bad-text"> · {words.check.blocked(blocked)}</span>}
            {invalid + blocked === 0 && <span className="good-text"> · {words.check.allGood}</span>}
            {total.rowsWithWarnings > 0 && <span className="quiet"> · {words.warnings(total.rowsWithWarnings)}</span>}
          </p>
        </div>
        <div className="actions">
          <Button className="button" isDisabled={batch.edits === 0} onPress={() => send("undo", {})}>
            {words.check.undo}
          </Button>
          <Downloads batch={batch} path={path} />
          <Button
            className="button strong"
            isDisabled={check.refusedFiles.length > 0 || isChecking || total.rows === 0}
            onPress={() => go({ screen: "plan", batch: batchId })}
          >
            {words.check.toPlan}
          </Button>
        </div>
      </div>
      <TroubleNote trouble={trouble ?? batch.trouble} />
      {check.refusedFiles.length > 0 && <p className="note bad">{words.check.cannotRun(check.refusedFiles)}</p>}
      {fileIssues.map(({ severity, message, hint, at, code }) => (
        <p key={`${at.file} ${code} ${say(message)}`} className={severity === "error" ? "note bad" : "note"}>
          <span className="quiet">{at.file}: </span>
          <strong>{say(message)}</strong> {hint && say(hint)}
        </p>
      ))}
      {causes.length > 0 && (
        <details className="fold">
          <summary>
            {words.check.groups} <span className="quiet">({causes.length})</span>
          </summary>
          <CauseList
            groups={causes}
            onPick={({ code, column, first }) => {
              const at = first[0]?.sheet;
              setFilter({ code, ...(column === undefined ? {} : { column }), ...(at ? { sheet: at } : {}) });
            }}
          />
        </details>
      )}
      <SheetTabs
        sheets={check.summary.sheets}
        selected={sheet}
        onSelect={(next) => setFilter({ ...pick(filter), sheet: next })}
      >
        <FilterBar filter={filter} customers={check.customers} hasErrorSwitch onChange={setFilter} />
        <Grid
          key={sheet}
          label={words.grid.label(words.sheets[sheet])}
          source={source}
          files={files}
          filter={shown}
          version={check.version}
          look="check"
          onSort={(sort) => setFilter(sort ? { ...filter, sort } : withoutSort(filter))}
          onEdit={(cells: readonly CellEdit[]) => send("edits", { cells })}
          onUndo={() => send("undo", {})}
          countRepairs={countRepairs}
          onRepairAll={(code, column) => send("repairs", { sheet, code, column })}
        />
      </SheetTabs>
    </div>
  );
}

/** The first sheet with errors, else the first with rows. */
function firstSheet(batch: BatchReply | undefined): SheetName {
  const sheets = batch?.check?.summary.sheets;
  if (!sheets) return "customers";
  const isBad = (sheet: SheetName) => sheets[sheet].statuses.invalid + sheets[sheet].statuses.blocked > 0;
  return sheetNames.find(isBad) ?? sheetNames.find((sheet) => sheets[sheet].rows > 0) ?? "customers";
}

/** What of a filter holds for another sheet too. */
function pick({ customer, text, only }: RowFilter): RowFilter {
  return { ...(customer ? { customer } : {}), ...(text ? { text } : {}), ...(only ? { only } : {}) };
}

function withoutSort({ sort: _sort, ...filter }: RowFilter): RowFilter {
  return filter;
}

function Downloads({ batch, path }: { readonly batch: BatchReply; readonly path: string }) {
  const { words } = useSettings();
  const files = batch.check?.files ?? [];
  return (
    <MenuTrigger>
      <Button className="button">{words.check.download} ▾</Button>
      <Popover className="popover">
        <Menu className="menu">
          <MenuItem className="menu-item" href={`${path}/download/workbook`} download="batch.xlsx">
            {words.check.workbook} (.xlsx)
          </MenuItem>
          {files.map(({ file, sheet }, index) => (
            <MenuItem key={file} className="menu-item" href={`${path}/download/${index}`} download={`${sheet}.csv`}>
              {file} (.csv)
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
