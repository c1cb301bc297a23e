/**
 * The library in a process of its own, with delays that are short and tries that are many: `apply <batch> <base URL> <state>`
 * or `resume <state>`. Ends with the exit code of the run.
 */
import { apply, connect, defaultLimits, resume, runContext } from "../../dist/index.js";

const [command, ...rest] = process.argv.slice(2);
const stateFolder = rest.at(-1);
const retry = { ...defaultLimits.retry, tries: 12, firstDelayMs: 20, longestDelayMs: 500 };
const options = {
  limits: { ...defaultLimits, retry },
  isStrict: false,
  isRemovingPackages: false,
  confirm: async () => true,
};
const connectTo = (baseUrl) => (onRequest, target) =>
  connect({ name: "simulator", stateFolder, retry, onRequest, baseUrl: target?.baseUrl ?? baseUrl });

try {
  const [batch, baseUrl] = rest;
  const end =
    command === "apply"
      ? await apply({ batch: { inputs: [batch] }, options, connect: connectTo(baseUrl) }, runContext({ stateFolder }))
      : await resume(undefined, options, connectTo(), runContext({ stateFolder }));
  console.error(end.stopped?.reason ?? "");
  process.exitCode = end.exitCode;
} catch (error) {
  console.error(error.message, error.hint ?? error.stack);
  process.exitCode = error.exitCode ?? 70;
}
