// Size budgets of the page, in bytes as transferred (brotli).
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

// The total brotli bytes of files by name; missing files count as 0.
export const bytesOf = (sizes, names) => names.reduce((sum, name) => sum + (sizes[name]?.brotli ?? 0), 0);

// A line when `names` together are over a limit; nothing otherwise.
export function overLimit(sizes, what, names, limit) {
  const bytes = bytesOf(sizes, names);
  return bytes <= limit ? [] : [`${what}: expected at most ${limit} bytes brotli, found ${bytes}`];
}

// The size limits that a packaged page exceeds, without opening it.
export function budgetFaults(folder) {
  const sizes = sizesOf(folder);
  const names = Object.keys(sizes);
  return [
    ...overLimit(sizes, 'code of a first visit', names.filter(isCode), LIMITS.code),
    ...overLimit(sizes, 'fonts', names.filter((name) => name.startsWith('fonts/')), LIMITS.fonts),
  ];
}
