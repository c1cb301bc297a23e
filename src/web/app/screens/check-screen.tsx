/** Check: the causes next to the rows, errors at their cells; edit, correct, undo, download, continue. */
import { useEffect, useMemo, useState } from "react";
import {
  Button,
  Dialog,
  DialogTrigger,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from "react-aria-components";
import { type SheetName, sheetNames } from "../../../model/sheet.ts";
import type { BatchReply, CheckReply, StepLine } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { isFiltering } from "../filter-address.ts";
import { Grid, type Seen } from "../grid/grid.tsx";
import type { Swap } from "../grid/problems-at.ts";
import { serverRows } from "../grid/row-source.ts";
import type { Goal } from "../grid/use-goal.ts";
import { FilterBar } from "../parts/filter-bar.tsx";
import { SheetTabs } from "../parts/sheet-tabs.tsx";
import { Toast } from "../parts/toast.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import type { Upload } from "../uploads.ts";
import { useBatch } from "../use-batch.ts";
import { useAddressFilter } from "../use-filter.ts";
import { go } from "../use-route.ts";
import { CheckRail } from "./check-rail.tsx";
import { describe, useBatchEdits } from "./use-batch-edits.ts";

export function CheckScreen({ batchId }: { readonly batchId: string }) {
  const { words } = useSettings();
  const path = `/api/batches/${batchId}`;
  const { batch, uploads, take, reload, trouble } = useBatch(batchId);
  useEffect(() => {
    // another tab may have edited the batch meanwhile
    addEventListener("focus", reload);
    return () => removeEventListener("focus", reload);
  }, [reload]);

  if (!batch) return trouble ? <TroubleNote trouble={trouble} /> : <p className="busy">{words.loading}</p>;
  if (batch.check) return <Checked {...{ batch, uploads, path, take, trouble }} check={batch.check} />;
  return (
    <>
      <h1>{words.check.title}</h1>
      <TroubleNote trouble={trouble ?? batch.trouble} />
      <UploadsNote batchId={batchId} uploads={uploads} />
      <p className={batch.isChecking ? "lead busy" : "lead"} role="status">
        {batch.isChecking ? words.check.checking : words.check.noSheets}
      </p>
      {!batch.isChecking && (
        <p className="actions">
          <a className="button strong" href={pathOf({ screen: "upload", batch: batchId })}>
            {words.check.toUpload}
          </a>
        </p>
      )}
    </>
  );
}

const isOnItsWay = ({ state }: Upload) => state !== "refused";

/** Files of the batch that are not among the rows: nobody takes a part of it for the whole. */
function UploadsNote({ batchId, uploads }: { readonly batchId: string; readonly uploads: readonly Upload[] }) {
  const { words } = useSettings();
  const named = (some: readonly Upload[]) => some.map(({ file }) => file.name);
  const onTheirWay = named(uploads.filter(isOnItsWay));
  const refused = named(uploads.filter(({ state }) => state === "refused"));
  return (
    <>
      {onTheirWay.length > 0 && (
        <p className="note busy" role="status">
          {words.check.stillUploading(onTheirWay)}
        </p>
      )}
      {refused.length > 0 && (
        <p className="note bad" role="alert">
          {words.check.notUploaded(refused)}{" "}
          <a href={pathOf({ screen: "upload", batch: batchId })}>{words.check.toUpload}</a>
        </p>
      )}
    </>
  );
}

type CheckedProps = {
  readonly batch: BatchReply;
  readonly check: CheckReply;
  readonly uploads: readonly Upload[];
  readonly path: string;
  readonly take: (batch: BatchReply) => void;
  readonly trouble: Trouble | undefined;
};

function Checked({ batch, check, uploads, path, take, trouble }: CheckedProps) {
  const { words } = useSettings();
  const { sheets } = check.summary;
  const [usual] = useState(() => firstSheet(check));
  const { filter, shown, set: setFilter } = useAddressFilter(usual);
  const sheet = shown.sheet ?? usual;
  const source = useMemo(() => serverRows(path), [path]);
  const files = useMemo(() => check.files.filter((file) => file.sheet === sheet), [check.files, sheet]);
  const [goal, setGoal] = useState<Goal>();
  const [awaited, setAwaited] = useState<StepLine>();
  const [seen, setSeen] = useState<Seen>();
  const addTo = isFiltering(filter) ? undefined : files.at(-1)?.file;
  const { edits, told, closeTold, isSending } = useBatchEdits({
    path,
    filter: shown,
    addTo,
    take,
    onMoved: setAwaited,
  });
  // to what was taken back, as soon as the rows are as they were
  useEffect(() => {
    if (!awaited || batch.isChecking) return;
    setAwaited(undefined);
    if (awaited.sheet !== undefined && awaited.sheet !== sheet) setFilter({ sheet: awaited.sheet });
    setGoal({ file: awaited.file, line: awaited.row, column: awaited.column });
  }, [awaited, batch.isChecking, sheet, setFilter]);

  const countLike = (code: string, column: string, swap?: Swap) => {
    const isLike = (each: { sheet: SheetName; code: string; column: string }) =>
      each.sheet === sheet && each.code === code && each.column === column;
    const groups = swap ? check.swaps.filter(({ from, to }) => from === swap.from && to === swap.to) : check.repairs;
    return groups.filter(isLike).reduce((sum, { cells }) => sum + cells, 0);
  };
  const goOn = (direction: "next" | "previous") => {
    if (filter.code !== undefined) return;
    const next = nextSheetWithErrors(check, sheet, direction);
    if (next === undefined) return;
    setFilter({ ...filter, sheet: next });
    setGoal({ problem: direction === "next" ? "first" : "last" });
  };
  const isBusy = isSending || batch.isChecking;
  return (
    <div className="check">
      <CheckHead {...{ batch, check, path, isSending }} isUploading={uploads.some(isOnItsWay)} edits={edits} />
      <TroubleNote trouble={trouble ?? batch.trouble} />
      <UploadsNote batchId={batch.id} uploads={uploads} />
      {check.refusedFiles.length > 0 && <p className="note bad">{words.check.cannotRun(check.refusedFiles)}</p>}
      <div className="check-body">
        <CheckRail
          check={check}
          filter={filter}
          isBusy={isBusy}
          onRepair={(choice) => void edits.repair(choice)}
          onPick={({ code, column, first, severity }) => {
            const at = first[0]?.sheet;
            const isChosen = filter.code === code && filter.column === column && filter.sheet === at;
            if (isChosen) return setFilter(at ? { sheet: at } : {});
            setFilter({ code, ...(column === undefined ? {} : { column }), ...(at ? { sheet: at } : {}) });
            if (severity === "error" || severity === "warning") setGoal({ problem: "first" });
          }}
        />
        <div className="check-main">
          <SheetTabs sheets={sheets} selected={sheet} onSelect={(next) => setFilter({ ...pick(filter), sheet: next })}>
            <FilterBar filter={filter} customers={check.customers} onChange={setFilter}>
              {isFiltering(filter) && seen?.total !== undefined && (
                <span className="quiet" role="status">
                  {words.check.found(seen.matching ?? 0, sheets[sheet].rows)}
                  {(seen.matching ?? 0) < seen.total && (
                    <span className="good-text">
                      {" "}
                      · ✓ {words.check.repairedHere(seen.total - (seen.matching ?? 0))}
                    </span>
                  )}
                </span>
              )}
              <RowMenu
                seen={seen}
                onAdd={
                  files.length === 0
                    ? undefined
                    : () => {
                        setFilter({ sheet });
                        setGoal({ newRow: true });
                      }
                }
              />
              <KeyHelp />
            </FilterBar>
            <Grid
              key={sheet}
              label={words.grid.label(words.sheets[sheet])}
              source={source}
              files={files}
              filter={shown}
              version={check.version}
              look="check"
              onSort={(sort) => setFilter(sort ? { ...filter, sort } : withoutSort(filter))}
              edits={edits}
              addTo={addTo}
              countLike={countLike}
              goal={goal}
              onEnd={goOn}
              onLost={() => {
                setFilter({ sheet });
                if (goal && "file" in goal && isFiltering(filter)) setGoal({ ...goal });
              }}
              onGoTo={({ sheet: to, file, row }) => {
                setFilter({ sheet: to });
                setGoal({ file, line: row });
              }}
              onLook={setSeen}
            />
          </SheetTabs>
        </div>
      </div>
      <Toast told={told} onClose={closeTold} />
    </div>
  );
}

type HeadProps = Pick<CheckedProps, "batch" | "check" | "path"> & {
  readonly isSending: boolean;
  readonly isUploading: boolean;
  readonly edits: { undo(): void; redo(): void };
};

function CheckHead({ batch, check, path, isSending, isUploading, edits }: HeadProps) {
  const settings = useSettings();
  const { words } = settings;
  const { total } = check.summary;
  const { invalid, blocked } = total.statuses;
  const isBusy = batch.isChecking || isSending;
  return (
    <div className="work-head">
      <div className="work-title">
        <h1>{words.check.title}</h1>
        <p className="counts" role="status">
          {words.rows(total.rows)}
          {invalid > 0 && <span className="bad-text"> · {words.errors(invalid)}</span>}
          {blocked > 0 && <span className="bad-text"> · {words.check.blocked(blocked)}</span>}
          {invalid + blocked === 0 && !isBusy && !isUploading && (
            <span className="good-text"> · {words.check.allGood}</span>
          )}
          {total.rowsWithWarnings > 0 && <span className="quiet"> · {words.warnings(total.rowsWithWarnings)}</span>}
          {isBusy && <span className="busy quiet"> {words.check.checking}</span>}
        </p>
      </div>
      <div className="actions">
        <Move what={words.check.undo} step={batch.undo && describe(batch.undo, settings)} onPress={edits.undo} />
        <Move what={words.check.redo} step={batch.redo && describe(batch.redo, settings)} onPress={edits.redo} />
        <Downloads batch={batch} path={path} />
        <Button
          className="button strong"
          isDisabled={check.refusedFiles.length > 0 || isBusy || isUploading || total.rows === 0}
          onPress={() => go({ screen: "plan", batch: batch.id })}
        >
          {words.check.toPlan}
        </Button>
      </div>
    </div>
  );
}

type MoveProps = { readonly what: string; readonly step: string | undefined; readonly onPress: () => void };

/** Undo or redo, with what it would take back. */
function Move({ what, step, onPress }: MoveProps) {
  return (
    <span title={step === undefined ? undefined : `${what}: ${step}`}>
      <Button className="button" isDisabled={step === undefined} onPress={onPress}>
        {what}
        {step !== undefined && <span className="unseen">: {step}</span>}
      </Button>
    </span>
  );
}

/** The first sheet with errors, else the first with rows. */
function firstSheet({ summary: { sheets } }: CheckReply): SheetName {
  const isBad = (sheet: SheetName) => sheets[sheet].statuses.invalid + sheets[sheet].statuses.blocked > 0;
  return sheetNames.find(isBad) ?? sheetNames.find((sheet) => sheets[sheet].rows > 0) ?? "customers";
}

/** In the order of the tabs, all around. */
function nextSheetWithErrors(
  { summary: { sheets } }: CheckReply,
  sheet: SheetName,
  direction: "next" | "previous",
): SheetName | undefined {
  const start = sheetNames.indexOf(sheet);
  const step = direction === "next" ? 1 : -1;
  const around = sheetNames.map((_, index) => sheetNames.at((start + step * (index + 1)) % sheetNames.length));
  return around.find((each) => each !== undefined && sheets[each].statuses.invalid > 0);
}

/** What of a filter holds for another sheet too. */
function pick({ customer, text, only }: ReturnType<typeof useAddressFilter>["filter"]) {
  return { ...(customer ? { customer } : {}), ...(text ? { text } : {}), ...(only ? { only } : {}) };
}

function withoutSort({ sort: _sort, ...filter }: ReturnType<typeof useAddressFilter>["filter"]) {
  return filter;
}

function RowMenu({ seen, onAdd }: { readonly seen: Seen | undefined; readonly onAdd: (() => void) | undefined }) {
  const { words } = useSettings();
  const selected = seen?.selectedRows ?? 0;
  return (
    <MenuTrigger>
      <Button className="button small">
        {words.check.rowMenu} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <Menu className="menu" disabledKeys={[...(onAdd ? [] : ["add"]), ...(selected > 0 ? [] : ["delete"])]}>
          <MenuItem id="add" className="menu-item" onAction={() => onAdd?.()}>
            {words.check.addRow}
          </MenuItem>
          <MenuItem id="delete" className="menu-item" onAction={() => seen?.remove()}>
            {words.check.deleteRows(Math.max(1, selected))}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function KeyHelp() {
  const { words } = useSettings();
  return (
    <DialogTrigger>
      <Button className="button small" aria-label={words.check.keys}>
        ?
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="key-help">
            <Heading slot="title">{words.check.keys}</Heading>
            <dl>
              {words.check.keyList.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
            <Button slot="close" className="button">
              {words.check.close}
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

function Downloads({ batch, path }: { readonly batch: BatchReply; readonly path: string }) {
  const { words } = useSettings();
  const files = batch.check?.files ?? [];
  return (
    <MenuTrigger>
      <Button className="button">
        {words.check.download} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <Menu className="menu">
          <MenuItem className="menu-item" href={`${path}/download/workbook`} download="batch.xlsx">
            {words.check.workbook} (.xlsx)
          </MenuItem>
          {files.map(({ file, sheet }, index) => (
            <MenuItem key={file} className="menu-item" href={`${path}/download/${index}`} download={`${sheet}.csv`}>
              {file.toLowerCase().endsWith(".csv") ? file : words.check.asCsv(file)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
