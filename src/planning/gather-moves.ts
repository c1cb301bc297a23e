/** Users who go to the same location, and wait for the same, go together: one job moves up to a hundred of them. Pure but for the numbers of operations. */
import type { Operation, OperationId, OperationOf } from "../model/plan.ts";
import { mostInMove } from "../webex/resources/move.wire.ts";

type Move = OperationOf<"move">;

/** The operations, with one for each job before the first of its users. Who is alone, refused, or goes without the number is left alone. */
export function gatherMoves(operations: readonly Operation[], nextId: () => OperationId): readonly Operation[] {
  const groups = new Map<string, Move[]>();
  for (const operation of operations) {
    if (operation.resource !== "move" || operation.refusal || operation.payload.letsGo) continue;
    const { locationId, personId } = operation.ids;
    if (!locationId || !personId) continue;
    const key = JSON.stringify([locationId, operation.needs]);
    groups.set(key, [...(groups.get(key) ?? []), operation]);
  }
  const jobs = new Map<OperationId, Operation>();
  const jobOf = new Map<OperationId, OperationId>();
  for (const group of [...groups.values()].flatMap(inJobs)) {
    const [first] = group;
    if (!first || group.length < 2) continue;
    const job = toJob(first, group, nextId());
    jobs.set(first.id, job);
    for (const { id } of group) jobOf.set(id, job.id);
  }
  return operations.flatMap((operation): readonly Operation[] => {
    const need = jobOf.get(operation.id);
    if (need === undefined) return [operation];
    const job = jobs.get(operation.id);
    const together: Operation = { ...operation, needs: [...operation.needs, { operation: need }] };
    return job ? [job, together] : [together];
  });
}

function inJobs(group: readonly Move[]): readonly (readonly Move[])[] {
  const jobs: Move[][] = [];
  for (let at = 0; at < group.length; at += mostInMove) jobs.push(group.slice(at, at + mostInMove));
  return jobs;
}

function toJob(first: Move, group: readonly Move[], id: OperationId): Operation {
  const { personId: _one, subscriberId: _other, ...ids } = first.ids;
  return {
    id,
    unit: first.unit,
    row: first.row,
    resource: "move_job",
    key: first.payload.locationName,
    action: "update",
    payload: { people: group.map(toPerson) },
    needs: first.needs,
    ids,
  };
}

function toPerson({ ids, payload: { phoneNumber, extension, mustValidate, mayLose } }: Move) {
  return {
    personId: ids.personId ?? "",
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(extension === undefined ? {} : { extension }),
    ...(mustValidate ? { mustValidate } : {}),
    ...(mayLose ? { mayLose } : {}),
  };
}
