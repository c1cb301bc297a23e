/** What Webex takes in requests about people, roles, organisations and settings. */
import { z } from "zod";
import { pageSize, wholeNumber } from "../http/paging.ts";
import { customerLanguage, nonEmpty } from "./fields.ts";

const flag = z.enum(["true", "false"]).optional();
const role = z.strictObject({ value: nonEmpty, type: z.string().optional(), display: z.string().optional() });

export const patchPerson = z.strictObject({
  schemas: z.array(z.string()).refine((list) => list.includes("urn:ietf:params:scim:api:messages:2.0:PatchOp"), {
    message: "must hold urn:ietf:params:scim:api:messages:2.0:PatchOp",
  }),
  Operations: z
    .array(
      z.strictObject({
        op: z.enum(["add", "replace", "remove"]),
        path: z.string().optional(),
        value: z.array(role).optional(),
      }),
    )
    .min(1),
});

export const scimQuery = z.strictObject({
  filter: z.string().optional(),
  attributes: z.string().optional(),
  excludedAttributes: z.string().optional(),
  sortBy: z.string().optional(),
  sortOrder: z.string().optional(),
  startIndex: wholeNumber.optional(),
  count: wholeNumber.optional(),
  returnGroups: flag,
  includeGroupDetails: flag,
  groupUsageTypes: z.string().optional(),
});

export const peopleQuery = z.strictObject({
  email: z.string().optional(),
  displayName: z.string().optional(),
  id: z.string().optional(),
  orgId: z.string().optional(),
  roles: z.string().optional(),
  callingData: flag,
  locationId: z.string().optional(),
  max: pageSize.optional(),
  start: wholeNumber.optional(),
  excludeStatus: flag,
});

export const personQuery = z.strictObject({ callingData: flag });

export const patchOrganization = z.strictObject({
  schemas: z.array(z.string()).refine((list) => list.includes("urn:cisco:codev:identity:organization:core:1.0"), {
    message: "must hold urn:cisco:codev:identity:organization:core:1.0",
  }),
  displayName: nonEmpty.max(256),
  preferredLanguage: customerLanguage.optional(),
});

export const putSetting = z.strictObject({ key: nonEmpty, value: z.boolean() });

export type PatchPerson = z.infer<typeof patchPerson>;
