/** An onboarding template: a person makes it in Partner Hub; the simulator stands in for the person. */

import type { AttemptResult } from "../../model/outcome.ts";
import { quoteForShell } from "../../model/shell-text.ts";
import { text } from "../../model/words/text.ts";
import { refuse, toFailed } from "./reply-result.ts";
import type { Call, Resource } from "./resource.ts";
import { registerTemplate } from "./template.wire.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    readonly template: { readonly name: string; readonly provisioningId?: string };
  }
}

const template = { create: register, update: register } satisfies Resource<"template">;

export const templateResources = { template };

async function register({ http, target, operation, signal }: Call<"template">): Promise<AttemptResult> {
  const { payload, action } = operation;
  if (target === "webex") {
    return refuse(
      "template_without_provisioning_id",
      text("no_api_for_templates", { template: payload.name }),
      text("make_template_and_link", { template: quoteForShell(payload.name) }),
      "provisioning_id",
    );
  }
  const reply = await registerTemplate(http, payload, signal);
  if (!reply.ok) return toFailed(reply);
  const { provisioningId, isNew } = reply.value;
  return {
    status: "done",
    effect: isNew ? "created" : action === "update" ? "updated" : "unchanged",
    ids: { provisioningId },
    trace: reply.trace,
  };
}
