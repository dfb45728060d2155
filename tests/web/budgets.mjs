// What the page may cost a visitor, in bytes as they are sent (brotli).
import fs from 'node:fs';
import path from 'node:path';

const KB = 1000;
export const LIMITS = {
  code: 320 * KB, // Apache ECharts and Leaflet, which together do less, are 341
  fonts: 60 * KB,
  firstView: 430 * KB, // all that any tab asks for until it is complete
};

// Loaded only where the program cannot run, or after the first view.
const LATER = ['fallback.js', 'sw.js'];
export const isCode = (name) => /\.(js|wasm)$/.test(name) && !name.includes('/') && !LATER.includes(name);

export const sizesOf = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'sizes.json'), 'utf8'));

// The brotli bytes of files by name; what is not there counts nothing.
export const bytesOf = (sizes, names) => names.reduce((sum, name) => sum + (sizes[name]?.brotli ?? 0), 0);

// A line when `names` together are over a limit; nothing otherwise.
export function overLimit(sizes, what, names, limit) {
  const bytes = bytesOf(sizes, names);
  return bytes <= limit ? [] : [`${what}: expected at most ${limit} bytes brotli, found ${bytes}`];
}

// What is over its limit in a packaged page, before anybody opens it.
export function budgetFaults(folder) {
  const sizes = sizesOf(folder);
  const names = Object.keys(sizes);
  return [
    ...overLimit(sizes, 'code of a first visit', names.filter(isCode), LIMITS.code),
    ...overLimit(sizes, 'fonts', names.filter((name) => name.startsWith('fonts/')), LIMITS.fonts),
  ];
}
