/** Licenses of an organization: how many there are of each package, and how many are in use. Webex never gives a limit back; this is the one place where it shows. */
import { z } from "zod";
import type { Licenses } from "../../model/existing.ts";
import type { Http, Reply } from "../http/request.ts";

const units = z
  .number()
  .nullish()
  .transform((count) => count ?? undefined);

const licenseSchema = z.object({
  id: z.string(),
  totalUnits: units,
  consumedUnits: units,
  consumedByWorkspaces: units,
});
type License = z.infer<typeof licenseSchema>;

const licensesSchema = z
  .object({ items: z.array(licenseSchema).nullish() })
  .transform(({ items }) => new Map((items ?? []).map((license) => [license.id, license])));

const packageSchema = z.object({ name: z.string(), licenseIds: z.array(z.string()).nullish() });

const customerSchema = z
  .object({ resourceDetails: z.object({ packages: z.array(packageSchema).nullish() }).nullish() })
  .transform(({ resourceDetails }) => resourceDetails?.packages ?? []);

/** By package; packages for which Webex returns no number are left out. Of several licenses of a package, the scarcest counts. */
export async function readLicenses(
  http: Http,
  { customerId, orgId }: { readonly customerId: string; readonly orgId: string },
  signal: AbortSignal,
): Promise<Reply<ReadonlyMap<string, Licenses>>> {
  const route = "/wholesale/customers/{customerId}";
  const query = { includePackageLicenseInfo: "true" };
  const packages = await http.send({
    ...{ method: "GET", route, params: { customerId }, query },
    ...{ answer: customerSchema, signal },
  });
  if (!packages.ok) return packages;
  const licenses = await http.send({
    ...{ method: "GET", route: "/licenses", query: { orgId }, orgId },
    ...{ answer: licensesSchema, signal },
  });
  if (!licenses.ok) return licenses;
  const found = packages.value.flatMap(({ name, licenseIds }) => {
    const own = (licenseIds ?? []).flatMap((id) => toLicenses(licenses.value.get(id)));
    const scarcest = own.toSorted((one, other) => one.total - one.used - (other.total - other.used))[0];
    return scarcest ? [[name, scarcest] as const] : [];
  });
  return { ...licenses, value: new Map(found) };
}

function toLicenses(license: License | undefined): readonly Licenses[] {
  if (license?.totalUnits === undefined || license.consumedUnits === undefined) return [];
  const { totalUnits: total, consumedUnits: used, consumedByWorkspaces: usedByWorkspaces = 0 } = license;
  return [{ total, used, usedByWorkspaces }];
}
