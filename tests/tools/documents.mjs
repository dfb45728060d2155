// The texts that explain the project, taken apart: blocks of code, words in backticks, and what both name.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const INDENTED = /(?:^|\n\n)((?: {4}.*(?:\n|$)|\n(?= {4}))+)/g;
const ENDING = /\.(md|mjs|js|ts|vue|json|cpp|h|def|sh|py|css|html|txt|csv|tsv|png|zip|tgz|wasm|yml)$/;

// { name, text, blocks: [{ language, text }], spans: [text] }; an indented block has no language.
export function documentOf(name) {
  const text = fs.readFileSync(path.join(ROOT, name), 'utf8');
  const blocks = [];
  let prose = text.replace(FENCE, (_, language, code) => {
    blocks.push({ language, text: code });
    return '';
  });
  prose = prose.replace(INDENTED, (_, code) => {
    blocks.push({ language: '', text: code.replace(/^ {4}/gm, '') });
    return '\n\n';
  });
  const spans = [...prose.replace(/`` .*? ``/g, '').matchAll(/`([^`\n]+)`/g)].map((m) => m[1]);
  return { name, text, blocks, spans };
}

// The part of a document below the heading `title`, up to the next heading of the same rank or a higher one.
export function chapter(text, title) {
  const rank = /^#+/.exec(title)[0].length;
  const start = text.indexOf(`\n${title}\n`);
  if (start < 0) throw new Error(`expected the heading ${title}, found none`);
  const rest = text.slice(start + title.length + 2);
  const end = rest.search(new RegExp(`^#{1,${rank}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

// Cells of the rows of the tables in a text, without headings and rules.
export const rowsOf = (text) => [...text.matchAll(/^\|(.*)\|$/gm)].map((m) => m[1].split(' | ').map((cell) => cell.trim()))
  .filter((cells, i, all) => !cells[0].startsWith('---') && !(all[i + 1]?.[0].startsWith('---')));

// Whether a word in backticks is meant as a file or folder of the project: "src/app/", "web/keys.js", "dev.cpp".
export const isPath = (word) => word !== './dev' && /^[\w.@*<>-]+(\/[\w.@*<>-]+)*\/?$/.test(word) && !/^\.\w+$/.test(word) && (word.includes('/') || ENDING.test(word));

const tracked = execFileSync('git', ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  .toString().split('\0').filter((name) => name !== '' && fs.existsSync(path.join(ROOT, name)));
const folders = new Set(tracked.flatMap((name) => name.split('/').slice(0, -1).map((_, i, parts) => `${parts.slice(0, i + 1).join('/')}/`)));
const packaged = Object.keys(JSON.parse(fs.readFileSync(path.join(ROOT, 'tests/sizes.json'), 'utf8')).files);

const glob = (word) => new RegExp(`^${word.replace(/[.+]/g, '\\$&').replace(/<[^>]*>|\*/g, '[^/]*')}$`);

// Whether there is such a file or folder: of the project, by its path or, without one, by its name; or of the packaged page.
export function exists(word) {
  const pattern = glob(word);
  if (word.endsWith('/')) return [...folders].some((name) => pattern.test(name)) || packaged.some((name) => name.startsWith(word));
  const names = word.includes('/') ? tracked : tracked.map((name) => path.basename(name));
  return [...names, ...folders].some((name) => pattern.test(name.replace(/\/$/, ''))) || packaged.some((name) => pattern.test(name));
}

export const filesIn = (folder) => tracked.filter((name) => name.startsWith(folder));
export const read = (name) => fs.readFileSync(path.join(ROOT, name), 'utf8');

// Commands of ./dev that a document shows, each as its arguments: "./dev test unit # x" -> ['test', 'unit'].
export function devCommands({ blocks, spans }) {
  const lines = [...blocks.flatMap(({ text }) => text.split('\n')), ...spans];
  return lines.flatMap((line) => {
    const command = /(?:^|\s)\.\/dev\s+([^#|>]*)/.exec(line)?.[1];
    return command === undefined ? [] : [[...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3])];
  });
}

// Whether a text shows what a document says: line by line, "…" for anything within a line, or as a line of its own for any lines.
export function shows(said, seen) {
  const line = (pattern, text) => new RegExp(`^${pattern.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(text);
  let at = 0;
  let gap = false;
  for (const pattern of said) {
    if (pattern.trim() === '…') {
      gap = true;
      continue;
    }
    while (gap && at < seen.length && !line(pattern, seen[at])) at++;
    if (at >= seen.length || !line(pattern, seen[at])) return `expected "${pattern}", found ${JSON.stringify(seen[at] ?? 'the end')}`;
    at++;
    gap = false;
  }
  return gap || at === seen.length ? '' : `expected the end, found ${JSON.stringify(seen[at])}`;
}
