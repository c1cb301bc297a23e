/** One request and the whole of its answer as text, within a time limit. Reads no meaning into either. */
import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Dispatcher } from "undici";
import { maxAnswerBytes } from "./dispatcher.ts";

export type Bytes = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** No complete answer came in time. */
export const tooLate = "too_late";

export type RoundTrip = Bytes | typeof tooLate;

/**
 * Sends the request, and gives up when the caller's signal says so (throws its reason) or after `timeoutMs`, in real
 * time: a socket waits in real time, whatever clock a caller has. Throws the error of the network.
 * (By undici's handlers: its streams and signals cost as much again for answers as small as these.)
 */
export function sendWithin(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  timeoutMs: number,
  caller: AbortSignal,
): Promise<RoundTrip> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let isGivenUp = false;
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    const pieces: Buffer[] = [];

    const stop = () => {
      clearTimeout(timer);
      caller.removeEventListener("abort", cancel);
    };
    // the abort comes back as an error of the response: the promise has its word by then
    const giveUp = () => {
      isGivenUp = true;
      stop();
      controller?.abort(new Error("given up"));
    };
    const cancel = () => {
      reject(caller.reason);
      giveUp();
    };
    const timer = setTimeout(() => {
      resolve(tooLate);
      giveUp();
    }, timeoutMs);
    if (caller.aborted) return cancel();
    caller.addEventListener("abort", cancel, { once: true });

    dispatcher.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (isGivenUp) started.abort(new Error("given up"));
      },
      onResponseStart(_controller, statusCode, received) {
        status = statusCode;
        headers = received;
      },
      onResponseData: (_controller, piece) => void pieces.push(piece),
      onResponseEnd() {
        stop();
        try {
          resolve({ status, headers, text: textOf(pieces, headers["content-encoding"]) });
        } catch (error) {
          reject(error);
        }
      },
      onResponseError(_controller, error) {
        stop();
        reject(error);
      },
    });
  });
}

/** Nobody asks for packed answers; some proxies pack them all the same. In the order in which they were packed. */
function unpack(bytes: Buffer, encoding: string | readonly string[]): Buffer {
  const names = [encoding].flat().join(",").toLowerCase().split(",");
  return names.reduceRight((packed, name) => unpackOnce(packed, name.trim()), bytes);
}

function unpackOnce(bytes: Buffer, name: string): Buffer {
  if (bytes.length === 0 || name === "" || name === "identity") return bytes;
  const options = { maxOutputLength: maxAnswerBytes };
  try {
    if (name === "gzip" || name === "x-gzip") return gunzipSync(bytes, options);
    if (name === "deflate") return isZlib(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    if (name === "br") return brotliDecompressSync(bytes, options);
  } catch (error) {
    throw new UnpackError(name, error);
  }
  throw new UnpackError(name);
}

/** Some servers leave the frame of zlib out, which RFC 9110 asks for. */
function isZlib(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

/** An answer that is packed in a way that we do not read, damaged, or larger than what we read when it is unpacked. */
export class UnpackError extends Error {
  readonly code = "UNPACK_ERROR";
  constructor(
    readonly encoding: string,
    cause?: unknown,
  ) {
    super(encoding, { cause });
  }
}

const byteOrderMark = "\uFEFF";

function textOf(pieces: readonly Buffer[], encoding: string | string[] | undefined): string {
  const [first] = pieces;
  const bytes = pieces.length === 1 && first ? first : Buffer.concat(pieces);
  const text = (encoding ? unpack(bytes, encoding) : bytes).toString("utf8");
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}
