// Whole files over the network: with a limit of silence, and checked against the digest that the build knows them by.
// Half-finished uploads, proxies and caches hand out other bytes than were asked for; those are neither kept nor run.
/** @import { Bytes, Version } from './builds.js' */

const SILENCE = 15e3; // milliseconds without a byte
// How long a file may wait for its first byte while others arrive: with HTTP/1.1 it may only be queued behind them.
const QUEUE = 45e3;
// First bytes by ending: what is asked where there is no SubtleCrypto (plain http).
/** @type {Record<string, number[][]>} */
const MAGIC = {
  wasm: [[0, 0x61, 0x73, 0x6d]],
  otf: [[0x4f, 0x54, 0x54, 0x4f], [0, 1, 0, 0]],
  json: [[0x7b], [0x5b]],
  bin: [[0x54, 0x42, 0x4d, 0x31]],
};

let last = 0; // when any download last gave a byte

/** Milliseconds since the last byte of a download that began at `started` and gave its own last byte at `own` (0: none). */
/** @type {(now: number, started: number, own: number) => number} */
const silence = (now, started, own) => now - (own || Math.max(started, Math.min(last, started + QUEUE)));

// Watches a download that `abort` ends after `SILENCE`. `heard` is to be called with each byte, `done` at the end.
/** @param {() => void} abort */
export function watchdog(abort) {
  const started = performance.now();
  let own = 0;
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const check = () => {
    const left = SILENCE - silence(performance.now(), started, own);
    if (left > 0) timer = setTimeout(check, left);
    else abort();
  };
  timer = setTimeout(check, SILENCE);
  return {
    heard() {
      last = own = performance.now();
    },
    done() {
      clearTimeout(timer);
    },
  };
}

// Whether `bytes` are the file `name` in the version [first hexadecimal digits of its SHA-256, its length].
/** @type {(name: string, bytes: Bytes, version: Version) => Promise<boolean>} */
export async function isVersion(name, bytes, [digest, size]) {
  if (bytes.length !== size) return false;
  // Only secure contexts have it (https://www.w3.org/TR/webcrypto/#crypto-interface).
  if (globalThis.crypto?.subtle) {
    const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...found].map((byte) => byte.toString(16).padStart(2, '0')).join('').startsWith(digest);
  }
  const begins = MAGIC[name.split('.').at(-1) ?? ''];
  return !begins || begins.some((begin) => begin.every((byte, i) => byte === bytes[i]));
}

export const WRONG = 'another version';
const UNREACHED = 'network error';

// What is wrong with a whole answer; '' if nothing is.
/** @type {(name: string, bytes: Bytes, version: Version | undefined) => Promise<string>} */
async function wrong(name, bytes, version) {
  if (!version || await isVersion(name, bytes, version)) return '';
  return bytes[0] === 0x3c && !name.endsWith('.html') ? `${WRONG}: a web page` : WRONG;
}

/** @typedef {{ max?: number, signal?: AbortSignal, version?: Version }} Wanted */
/** @typedef {{ status: number, bytes: Bytes, error: string, response?: Response }} Answer */

const NOTHING = new Uint8Array();

// One request. Never throws: `error` says in words what went wrong, and then there are no bytes.
/** @type {(url: string, cache: RequestCache, wanted: Wanted) => Promise<Answer>} */
async function once(url, cache, { max = Infinity, signal, version }) {
  const ender = new AbortController();
  let silent = false;
  const { heard, done } = watchdog(() => {
    silent = true;
    ender.abort();
  });
  const end = () => ender.abort();
  signal?.addEventListener('abort', end);
  let status = 0;
  /** @type {(error: string) => Answer} */
  const failed = (error) => ({ status, bytes: NOTHING, error });
  try {
    const response = await fetch(url, { cache, signal: ender.signal });
    heard();
    ({ status } = response);
    if (!response.ok) {
      end();
      return failed(`HTTP ${status}`);
    }
    /** @type {Bytes[]} */
    const chunks = [];
    let size = 0;
    const reader = /** @type {ReadableStream<Bytes>} */ (response.body).getReader();
    for (let part; !(part = await reader.read()).done;) {
      heard();
      chunks.push(part.value);
      size += part.value.length;
      if (size > max) {
        end();
        return failed(`larger than ${Math.round(max / 2 ** 20)} MB`);
      }
    }
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    const error = await wrong(new URL(url).pathname, bytes, version);
    return error ? failed(error) : { status, bytes, error, response };
  } catch {
    return failed(silent ? `no answer for ${SILENCE / 1000} s` : status ? 'the connection broke off' : UNREACHED);
  } finally {
    done();
    signal?.removeEventListener('abort', end);
  }
}


// Reads the file at `url`, at most `max` bytes of it; past every cache if `cache` is 'reload' (a retry). An error, and
// other bytes than those of `version`, may come from a cache, or from a preload of long ago, which in Chromium even a
// 'reload' gets once: then it asks once more.
/** @type {(url: string, wanted: Wanted, cache?: 'default' | 'reload') => Promise<Answer>} */
export async function read(url, wanted, cache = 'default') {
  const answer = await once(url, cache, wanted);
  const doubtful = answer.status >= 400 || answer.error.startsWith(WRONG) || answer.error === UNREACHED;
  return doubtful && !wanted.signal?.aborted ? once(url, 'reload', wanted) : answer;
}
