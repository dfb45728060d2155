// node web/build/serve.mjs [--port 8080] [--host 127.0.0.1] [--dir build/web]: serves the static folder as a good host
// would: correct MIME types, precompressed brotli or gzip, and revalidation with ETag.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const TRIES = 20; // how many ports after the requested one are tried

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.vue': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
};

// The file below `dir` that `url` names, or null: a malformed URL, a path outside `dir`, or no such file.
/** @type {(dir: string, url: string) => string | null} */
function fileOf(dir, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://local').pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  let file = path.join(dir, path.normalize(name));
  if (file !== dir && !file.startsWith(dir + path.sep)) return null;
  try {
    if (fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    const real = fs.realpathSync(file);
    return real.startsWith(fs.realpathSync(dir) + path.sep) && fs.statSync(real).isFile() ? file : null;
  } catch {
    return null;
  }
}

// Whether the browser accepts the content coding ("br;q=0" means that it does not).
/** @type {(header: string | string[] | undefined, coding: string) => boolean} */
function accepts(header, coding) {
  return String(header ?? '').split(',').some((part) => {
    const [name, ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/);
    return name === coding && !parameters.some((p) => /^q=0(\.0*)?$/.test(p));
  });
}

// Content negotiation: which form of `file` to send, plain or compressed, depending on what the browser accepts and
// what the folder has.
/** @type {(file: string, acceptEncoding: string | string[] | undefined) => { coding: string | null, file: string }} */
function chosenForm(file, acceptEncoding) {
  for (const [coding, ending] of [['br', '.br'], ['gzip', '.gz']]) {
    if (accepts(acceptEncoding, coding) && fs.existsSync(file + ending)) return { coding, file: file + ending };
  }
  return { coding: null, file };
}

/** @type {(dir: string, request: http.IncomingMessage, response: http.ServerResponse) => void} */
function answer(dir, request, response) {
  // A sandboxed frame has an opaque origin
  // (https://html.spec.whatwg.org/multipage/browsers.html#sandboxed-origin-browsing-context-flag), so its fetches of
  // these files are cross-origin and need CORS.
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const url = String(request.url);
  const file = fileOf(dir, url);
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
    return;
  }
  const form = chosenForm(file, request.headers['accept-encoding']);
  const bytes = fs.readFileSync(form.file);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  response.setHeader('ETag', etag);
  // A file requested with a content hash never changes: immutable.
  const kept = /\?v=[0-9a-f]+$/.test(url);
  response.setHeader('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  if (String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/).includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
  if (form.coding !== null) response.setHeader('Content-Encoding', form.coding);
  response.setHeader('Content-Length', bytes.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : bytes);
}

// Starts serving `dir`. Resolves to { server, port, url }; port 0 picks a free one. With `search`, the ports after an
// occupied one are tried.
/**
 * @param {string} dir
 * @param {{ port?: number, host?: string, search?: boolean }} [options]
 * @returns {Promise<{ server: http.Server, port: number, url: string }>}
 */
export async function serve(dir, { port = 0, host = '127.0.0.1', search = false } = {}) {
  const folder = path.resolve(dir);
  const server = http.createServer((request, response) => {
    try {
      answer(folder, request, response);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${error.message}\n`);
    }
  });
  /** @type {(wished: number) => Promise<number>} */
  const listen = (wished) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wished, host, () => {
        server.removeListener('error', reject);
        resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
      });
    });
  for (let wished = port; ; ++wished) {
    try {
      const bound = await listen(wished);
      return { server, port: bound, url: `http://localhost:${bound}/` };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || !search || wished >= port + TRIES) throw error;
    }
  }
}

/** @param {string[]} words */
async function main(words) {
  /** @type {Record<string, string>} */
  const options = { port: '8080', host: '127.0.0.1', dir: path.join(ROOT, 'build/web') };
  for (let i = 0; i < words.length; i += 2) {
    const name = words[i].replace(/^--/, '');
    if (!(name in options) || words[i + 1] === undefined) throw new Error(`unknown option ${words[i]}`);
    options[name] = words[i + 1];
  }
  const wished = Number(options.port);
  if (!Number.isInteger(wished) || wished < 0 || wished > 65535) throw new Error('--port takes a number from 0 to 65535');
  const { port, url } = await serve(options.dir, { port: wished, host: options.host, search: true });
  if (wished !== 0 && port !== wished) console.log(`Port ${wished} is taken; another one is used.`);
  console.log(`Tablero is served at ${url} (Ctrl+C ends)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`serve: ${error.code === 'EADDRINUSE' ? 'no free port; name one with --port' : error.message}`);
    process.exit(1);
  });
}
