/** Plan: what would be created, updated and left unchanged, by customer, and what someone has to do in Partner Hub. */

import { useCallback, useEffect, useMemo, useState } from "react";
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { PlanCounts } from "../../../model/run-event.ts";
import { formatAddress, sheetNames } from "../../../model/sheet.ts";
import type { BatchReply, PlanOffer, PlanReply } from "../../api-types.ts";
import type { Trouble } from "../../trouble.ts";
import { ask, post } from "../api.ts";
import { ProgressLine } from "../parts/progress-line.tsx";
import { TroubleNote } from "../parts/trouble-note.tsx";
import { pathOf } from "../route.ts";
import { useSettings } from "../settings.tsx";
import { useHashQuery } from "../use-filter.ts";
import { troubleOf, useLoad } from "../use-load.ts";
import { go } from "../use-route.ts";
import { useStream } from "../use-stream.ts";
import { CustomerPlans, type PlanFilter, planActions } from "./customer-plans.tsx";

type Looked = { readonly batch: BatchReply; readonly plan: PlanReply | undefined };

export function PlanScreen({ batchId }: { readonly batchId: string }) {
  const { words } = useSettings();
  const path = `/api/batches/${batchId}`;
  const load = useCallback(() => look(path), [path]);
  const { value, reload, trouble } = useLoad(load);
  const [isRemaking, setRemaking] = useState(false);
  if (!value) return trouble ? <TroubleNote trouble={trouble} /> : <p className="busy">{words.loading}</p>;
  const remade = () => {
    setRemaking(false);
    reload();
  };
  if (isRemaking) return <PlanProgress path={path} onMade={remade} onAgain={remade} />;
  if (value.plan) return <MadePlan batchId={batchId} plan={value.plan} onRemaking={() => setRemaking(true)} />;
  return (
    <>
      <h1>{words.plan.title}</h1>
      {/* an edit that came while the plan was made makes it one of another batch: it begins anew */}
      <PlanMaking key={value.batch.asOf} path={path} isGoing={value.batch.isPlanning} onMade={reload} />
    </>
  );
}

async function look(path: string): Promise<Looked> {
  const batch = await ask<BatchReply>(path);
  return { batch, plan: batch.hasPlan ? await ask<PlanReply>(`${path}/plan`) : undefined };
}

type MakingProps = { readonly path: string; readonly isGoing: boolean; readonly onMade: () => void };

/** Begins to make the plan when the screen is opened: it only reads. */
function PlanMaking({ path, isGoing, onMade }: MakingProps) {
  const { words } = useSettings();
  const [round, setRound] = useState(0);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBegun, setBegun] = useState(isGoing);
  useEffect(() => {
    if (isBegun) return;
    post(`${path}/plan`).then(
      () => setBegun(true),
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  }, [path, isBegun]);
  const again = () => {
    setTrouble(undefined);
    setBegun(false);
    setRound(round + 1);
  };
  return (
    <>
      <TroubleNote trouble={trouble} onRetry={again} />
      {isBegun && <PlanProgress key={round} path={path} onMade={onMade} onAgain={again} />}
      {!isBegun && !trouble && <p className="busy">{words.plan.making}</p>}
    </>
  );
}

function PlanProgress({ path, onMade, onAgain }: Omit<MakingProps, "isGoing"> & { readonly onAgain: () => void }) {
  const { words } = useSettings();
  const { state, isGoing, trouble } = useStream(`${path}/plan/events`, 0);
  useEffect(() => {
    if (isGoing === false && !trouble) onMade();
  }, [isGoing, trouble, onMade]);
  if (trouble) return <TroubleNote trouble={trouble} onRetry={onAgain} />;
  const { planning } = state;
  return (
    <div role="status">
      <p className="busy">{words.plan.making}</p>
      {planning && <ProgressLine label={words.customers(planning.of)} done={planning.customers} of={planning.of} />}
    </div>
  );
}

type MadeProps = { readonly batchId: string; readonly plan: PlanReply; readonly onRemaking: () => void };

function MadePlan({ batchId, plan, onRemaking }: MadeProps) {
  const { words, say } = useSettings();
  const { counts, notes, checklist, unlisted, customers } = plan;
  const { filter, setFilter } = usePlanFilter();
  const names = new Map(customers.map(({ customer, name }) => [customer, name]));
  const changes = changesIn(counts);
  const touched = customers.filter((each) => each.customer !== "" && changesIn(each.counts) > 0).length;
  const sentence = words.plan.sentence(
    (["create", "update", "delete"] as const).map((action) => ({
      action,
      customers: plan.sheets.customers?.[action] ?? 0,
      locations: plan.sheets.locations?.[action] ?? 0,
      users: plan.sheets.users?.[action] ?? 0,
    })),
    touched,
  );
  return (
    <>
      <div className="work-head">
        <h1>{words.plan.title}</h1>
        <div className="actions">
          <RunDialog batchId={batchId} plan={plan} />
        </div>
      </div>
      {sentence && <p className="plan-sentence">{sentence}</p>}
      <PlanTable plan={plan} filter={filter} onFilter={setFilter} />
      {changes === 0 && counts.unchanged > 0 && <p className="note good">{words.plan.nothing}</p>}
      {counts.refused > 0 && (
        <p className="note bad">
          {words.plan.leftOut(counts.refused)}{" "}
          <a href={pathOf({ screen: "check", batch: batchId })}>{words.plan.toCheck}</a>
        </p>
      )}
      {plan.offers.map((offer) => (
        <Offer key={offer} batchId={batchId} offer={offer} onRemaking={onRemaking} />
      ))}
      {plan.organizations && <Organizations batchId={batchId} plan={plan} onRemaking={onRemaking} />}
      {notes.map((note) => (
        <p key={say(note)} className="note">
          {say(note)}
        </p>
      ))}
      {checklist.length > 0 && (
        <section aria-labelledby="checklist">
          <h2 id="checklist">{words.plan.checklist}</h2>
          {checklist.map(({ template, steps, at }) => (
            <details key={template} className="fold" open={checklist.length === 1}>
              <summary>
                {template} <span className="quiet">{formatAddress(at)}</span>
              </summary>
              <table className="table">
                <thead>
                  <tr>
                    <th>
                      <span className="unseen">{words.plan.done}</span>
                    </th>
                    <th>{words.plan.page}</th>
                    <th>{words.plan.field}</th>
                    <th>{words.plan.value}</th>
                  </tr>
                </thead>
                <tbody>
                  {steps.map((step) => (
                    <tr key={`${say(step.page)} ${say(step.field)}`}>
                      <td>
                        <input type="checkbox" aria-label={words.plan.doneStep(say(step.field))} />
                      </td>
                      <td>{say(step.page)}</td>
                      <td>{say(step.field)}</td>
                      <td>
                        {say(step.value)} <CopyValue value={say(step.value)} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <TemplateId batchId={batchId} template={template} onSaved={onRemaking} />
            </details>
          ))}
        </section>
      )}
      <section aria-labelledby="per-customer">
        <h2 id="per-customer">{words.plan.perCustomer}</h2>
        <CustomerPlans batchId={batchId} customers={customers} filter={filter} onFilter={setFilter} />
      </section>
      {unlisted.length > 0 && (
        <details className="fold">
          <summary>{words.plan.unlisted(unlisted.length)}</summary>
          <ul className="list">
            {unlisted.slice(0, 200).map(({ customer, kind, key }) => (
              <li key={`${customer} ${kind} ${key}`}>
                {names.get(customer) ?? customer} {names.get(customer) && <span className="quiet">{customer}</span>}{" "}
                <span className="quiet">{words.plan.kinds[kind] ?? kind}</span> {key}
              </li>
            ))}
            {unlisted.length > 200 && <li className="quiet">{words.plan.more(unlisted.length - 200)}</li>}
          </ul>
        </details>
      )}
    </>
  );
}

function changesIn({ create, update, delete: removed = 0 }: PlanCounts): number {
  return create + update + removed;
}

type OfferProps = { readonly batchId: string; readonly offer: PlanOffer; readonly onRemaking: () => void };

/** Rows were refused because nobody has allowed what they ask for: the plan can be made anew with that. */
function Offer({ batchId, offer, onRemaking }: OfferProps) {
  const { words } = useSettings();
  const [trouble, setTrouble] = useState<Trouble>();
  const allow = () =>
    post(`/api/batches/${batchId}/plan`, { allow: offer }).then(onRemaking, (error: unknown) =>
      setTrouble(troubleOf(error)),
    );
  return (
    <div className="note">
      <p>{words.plan.offers[offer].why}</p>
      <Button className="button" onPress={allow}>
        {words.plan.offers[offer].allow}
      </Button>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

/** Where customers go: their organizations stay, unless a person wants them to go too. The plan is made anew with that. */
function Organizations({ batchId, plan, onRemaking }: MadeProps) {
  const { words } = useSettings();
  const [trouble, setTrouble] = useState<Trouble>();
  const choose = (isGoing: boolean) =>
    post(`/api/batches/${batchId}/plan`, { organizations: isGoing ? "go" : "stay" }).then(
      onRemaking,
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  return (
    <div className="note">
      <label className="choice">
        <input
          type="checkbox"
          checked={plan.organizations === "go"}
          onChange={(event) => choose(event.target.checked)}
        />
        {words.plan.organizations(plan.removals.customers)}
      </label>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

/** The filter of the list, as the address has it. */
function usePlanFilter() {
  const { query, set } = useHashQuery();
  const sheet = sheetNames.find((each) => each === query.get("sheet"));
  const action = planActions.find((each) => each === query.get("action"));
  const text = query.get("text") ?? "";
  const filter = useMemo<PlanFilter>(
    () => ({ ...(sheet ? { sheet } : {}), ...(action ? { action } : {}), ...(text ? { text } : {}) }),
    [sheet, action, text],
  );
  return { filter, setFilter: (next: PlanFilter) => set(next, (next.text ?? "") !== text) };
}

type TableProps = {
  readonly plan: PlanReply;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
};

/** Rows by sheet and action; each number leaves only its rows in the list below. */
function PlanTable({ plan: { sheets, counts }, filter, onFilter }: TableProps) {
  const { words, number } = useSettings();
  const shown = planActions.filter((action) => (counts[action] ?? 0) > 0);
  const cell = (count: number, wanted: PlanFilter, label: string) => {
    const isChosen = filter.action === wanted.action && filter.sheet === wanted.sheet;
    if (count === 0) return <span className="quiet">–</span>;
    return (
      <button
        type="button"
        className="number-filter"
        aria-pressed={isChosen}
        aria-label={`${label}: ${number(count)}`}
        onClick={() => onFilter(isChosen ? {} : wanted)}
      >
        {number(count)}
      </button>
    );
  };
  return (
    <div className="table-frame plan-table">
      <table className="table small">
        <thead>
          <tr>
            <th>{words.plan.sheet}</th>
            {shown.map((action) => (
              <th key={action}>{words.plan[action]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheetNames.map((sheet) => {
            const own = sheets[sheet];
            if (!own) return null;
            return (
              <tr key={sheet}>
                <th scope="row">{words.sheets[sheet]}</th>
                {shown.map((action) => (
                  <td key={action} className={`plan-${action}`}>
                    {cell(own[action] ?? 0, { sheet, action }, `${words.sheets[sheet]}, ${words.plan[action]}`)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Copies what Partner Hub is to be given. */
function CopyValue({ value }: { readonly value: string }) {
  const { words } = useSettings();
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      className="button small bare"
      aria-label={words.plan.copy(value)}
      onPress={() =>
        void navigator.clipboard.writeText(value).then(
          () => setCopied(true),
          () => undefined,
        )
      }
    >
      {isCopied ? "✓" : "⧉"}
    </Button>
  );
}

type TemplateIdProps = { readonly batchId: string; readonly template: string; readonly onSaved: () => void };

/** The ID that Partner Hub shows for the template once it is made; the plan goes on from there. */
function TemplateId({ batchId, template, onSaved }: TemplateIdProps) {
  const { words } = useSettings();
  const [id, setId] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const save = async () => {
    setTrouble(undefined);
    const path = `/api/batches/${batchId}`;
    await post(`${path}/templates`, { name: template, provisioningId: id.trim() })
      .then(() => post(`${path}/plan`))
      .then(onSaved, (error: unknown) => setTrouble(troubleOf(error)));
  };
  return (
    <div className="template-id">
      <label>
        {words.plan.provisioningId} <input value={id} onChange={(event) => setId(event.target.value)} />
      </label>
      <Button className="button strong" isDisabled={id.trim() === ""} onPress={() => void save()}>
        {words.plan.saveId}
      </Button>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

function RunDialog({ batchId, plan }: { readonly batchId: string; readonly plan: PlanReply }) {
  const { words } = useSettings();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const { counts, target } = plan;
  const where = target.organization?.name ?? target.organization?.id ?? target.baseUrl;
  const hasChanges = changesIn(counts) > 0;
  const [typed, setTyped] = useState({ users: "", customers: "" });
  const going = (["customers", "users"] as const).filter((of) => plan.removals[of] > 0);
  const isTyped = going.every((of) => typed[of].trim() === String(plan.removals[of]));
  const run = async () => {
    setBusy(true);
    await post<{ readonly runId: string }>("/api/runs", {
      batch: batchId,
      ...(going.length > 0 ? { removals: { users: Number(typed.users), customers: Number(typed.customers) } } : {}),
    }).then(
      ({ runId }) => go({ screen: "run", run: runId }),
      (error: unknown) => setTrouble(troubleOf(error)),
    );
    setBusy(false);
  };
  return (
    <DialogTrigger>
      <Button
        className={hasChanges ? "button strong" : "button"}
        isDisabled={changesIn(counts) + counts.unchanged === 0}
      >
        {hasChanges ? words.plan.toRun : words.plan.runAnyway}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>
            {({ close }) => (
              <>
                <Heading slot="title">{words.plan.confirmTitle}</Heading>
                <p>{words.plan.confirm(counts.create, counts.update, counts.delete)}</p>
                {counts.refused > 0 && <p>{words.plan.confirmLeft(counts.refused)}</p>}
                {plan.organizations === "go" && <p>{words.plan.organizationsGo(plan.removals.customers)}</p>}
                <p className={target.name === "webex" ? "note bad" : "quiet"}>
                  {target.name === "webex" ? words.plan.confirmAt(where) : words.plan.confirmSimulator}
                </p>
                {going.map((of) => (
                  <label key={of} className="note bad">
                    {words.plan.typeRemovals[of](plan.removals[of])}{" "}
                    <input
                      inputMode="numeric"
                      value={typed[of]}
                      onChange={(event) => setTyped({ ...typed, [of]: event.target.value })}
                    />
                  </label>
                ))}
                <TroubleNote trouble={trouble} />
                <div className="actions">
                  <Button
                    className={target.name === "webex" ? "button danger" : "button strong"}
                    isDisabled={isBusy || !isTyped}
                    onPress={run}
                  >
                    {words.plan.run}
                  </Button>
                  <Button className="button" onPress={close}>
                    {words.cancel}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
