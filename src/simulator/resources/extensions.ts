/** Which extensions would be taken: in a location, and in an organization. */
import { z } from "zod";
import { webexCodes } from "../codes.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { orgQuery } from "../http/wire.ts";
import type { Complaint } from "../refusal.ts";
import { extensionFault, extensionTaken } from "../rules/extensions.ts";
import { enterOrganization, findCallingLocation } from "../rules/organization-access.ts";

const validateExtensions = z.strictObject({ extensions: z.array(z.string()).min(1) });

type ExtensionStatus = {
  readonly extension: string;
  readonly state: "VALID" | "DUPLICATE" | "DUPLICATE_IN_LIST" | "INVALID";
  readonly errorCode?: number | undefined;
  readonly message?: string;
};

const inLocation = defineRoute({
  method: "POST",
  path: "/telephony/config/locations/{locationId}/actions/validateExtensions/invoke",
  effect: "read",
  query: orgQuery,
  body: validateExtensions,
  answer({ params, query, body }, world) {
    const location = findCallingLocation(world, params.locationId, query.orgId);
    return answerFor(body.extensions, (extension) => extensionTaken(world, location.uuid, extension));
  },
});

const inOrganization = defineRoute({
  method: "POST",
  path: "/telephony/config/actions/validateExtensions/invoke",
  effect: "read",
  query: orgQuery,
  body: validateExtensions,
  answer({ query, body }, world) {
    const orgUuid = enterOrganization(world, query.orgId);
    return answerFor(body.extensions, (extension) =>
      world.store.people.extensionInOrg(orgUuid, extension)
        ? { description: "The extension is not available.", errorCode: webexCodes.extensionAssigned }
        : undefined,
    );
  },
});

export const extensionRoutes: readonly Route[] = [inLocation, inOrganization];

function answerFor(extensions: readonly string[], findTaken: (extension: string) => Complaint | undefined) {
  const extensionStatus = extensions.map((extension, index) =>
    judge(extension, extensions.indexOf(extension) < index, findTaken),
  );
  const status = extensionStatus.every(({ state }) => state === "VALID") ? "OK" : "ERRORS";
  return { status: 200, body: { status, extensionStatus } };
}

function judge(
  extension: string,
  isRepeated: boolean,
  findTaken: (extension: string) => Complaint | undefined,
): ExtensionStatus {
  if (isRepeated) return { extension, state: "DUPLICATE_IN_LIST", errorCode: webexCodes.extensionTwiceInList };
  const fault = extensionFault(extension);
  if (fault) return { extension, state: "INVALID", ...toMessage(fault) };
  const taken = findTaken(extension);
  return taken ? { extension, state: "DUPLICATE", ...toMessage(taken) } : { extension, state: "VALID" };
}

function toMessage({ description, errorCode }: Complaint): { readonly message: string; readonly errorCode?: number } {
  return errorCode === undefined ? { message: description } : { message: description, errorCode };
}
