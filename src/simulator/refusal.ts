/** An answer that says no. Thrown by rules, caught once per request; nothing that the request had done stays. */

export type Complaint = { readonly description: string; readonly errorCode?: number };

/** What the benchmark counts: a create that was sent for a thing that exists. */
export type CreatedKind = "customer" | "subscriber" | "location" | "calling" | "numbers";

export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly status: number,
    readonly complaints: readonly Complaint[],
    readonly duplicate?: CreatedKind,
  ) {
    super(complaints.map((complaint) => complaint.description).join("; "));
  }
}

/** 400 (or another status) with one complaint. */
export function refuse(status: number, description: string, errorCode?: number): never {
  throw new Refusal(status, [complain(description, errorCode)]);
}

/** The create is for a thing that exists. */
export function refuseDuplicate(kind: CreatedKind, status: number, description: string, errorCode?: number): never {
  throw new Refusal(status, [complain(description, errorCode)], kind);
}

export function complain(description: string, errorCode?: number): Complaint {
  return errorCode === undefined ? { description } : { description, errorCode };
}

/** Refuses when there is any complaint, with all of them. */
export function refuseAny(status: number, complaints: readonly Complaint[]): void {
  if (complaints.length > 0) throw new Refusal(status, complaints);
}
