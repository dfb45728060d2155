// The files that the program reads while it runs (data, fonts, maps), in the versions that belong to this build.
/** @import { Version } from './builds.js' */
/** @import { Answer } from './bytes.js' */
import { read } from './bytes.js';

// The build lists them as "name digest size|name digest size".
const VERSIONS = new Map(BUILD.FILES.split('|').map((row) => {
  const [name, digest, size] = row.split(' ');
  return [name, /** @type {Version} */ ([digest, Number(size)])];
}));

// Reads `name`, a path below the folder `base`. Never throws: see Answer. A file that the build does not know is asked
// for without a digest.
/** @type {(base: string, name: string, wanted: { max?: number, signal?: AbortSignal }, cache?: 'default' | 'reload') => Promise<Answer>} */
export async function readFile(base, name, wanted, cache) {
  const version = VERSIONS.get(name);
  const { href } = new URL(base + name + (version ? '?v=' + version[0] : ''));
  // Path traversal: never outside the folder of the program.
  if (!href.startsWith(base)) return { status: 0, bytes: new Uint8Array(), error: 'network error' };
  return read(href, { ...wanted, version }, cache);
}
