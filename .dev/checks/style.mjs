// node .dev/checks/style.mjs: what a machine can see of the style that CONTRIBUTING.md describes. One line per fault; exit
// status 1 if there is any.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDERS = ['src', 'web', 'tests', 'shaders', '.dev', 'CMakeLists.txt', 'dev'];
const TEXT = /(^dev|\.(cpp|h|def|js|mjs|ts|vue|css|html|cmake|sh|py|frag|vert|glsl)|CMakeLists\.txt)$/;
// Files that are data, and those that name what they forbid.
const EXEMPT = [/^tests\/fixtures\/(data|registrations|results)\//, /^\.dev\/checks\/style\.mjs$/, /^tests\/tools\/style\.test\.mjs$/];

const BRITISH = /\w*(?:colour|centre)\w*/gi;
const OUTSIDE = /\b(?:contract\.md|criterion|criteria|the issue|acceptance)\b/i;
// Words in capitals of which a parameter has the name.
const ACRONYMS = new Set(['GL', 'GLFW', 'CSV', 'JSON', 'PNG', 'UTF8', 'ID', 'URL', 'HTML', 'CSS', 'DOM']);
const ENUM = /\benum\s+(?:class\s+|struct\s+)?\w+\s*(?::\s*[\w:]+\s*)?\{([^}]*)\}/g;
const ENUMERATOR = /^k[A-Z0-9]\w*$/;

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

// The same text with comments as spaces, so that places stay; strings are left alone.
const withoutComments = (text) => text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
  (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));

// The comment of a line, or ''.
const commentOf = (line) => /(?:^|\s)(?:\/\/|\/\*|<!--|#(?!\w))(.*)|^\s*\*(.*)/.exec(line)?.[0] ?? '';

function spelling(text) {
  return [...text.matchAll(BRITISH)].map((m) => ({ line: lineAt(text, m.index), what: `expected American spelling, found ${m[0]}` }));
}

function outside(text) {
  return text.split('\n').flatMap((line, i) => {
    const found = OUTSIDE.exec(commentOf(line));
    return found ? [{ line: i + 1, what: `expected no mention of texts outside the repository, found ${found[0]}` }] : [];
  });
}

function enumerators(text) {
  const code = withoutComments(text);
  return [...code.matchAll(ENUM)].flatMap((m) => {
    const start = m.index + m[0].indexOf('{') + 1;
    return [...m[1].matchAll(/(?:^|,)\s*(\w+)/g)].filter(([, name]) => !ENUMERATOR.test(name))
      .map((name) => ({ line: lineAt(code, start + name.index + name[0].length), what: `expected an enumerator kName, found ${name[1]}` }));
  });
}

// Comments in front of a function in which a parameter stands in capitals: "HOVERED may be null".
function capitals(text) {
  return [...text.matchAll(/((?:^[ \t]*\/\/[^\n]*\n)+)([^;{]*?\([^;{]*)/gm)].flatMap((m) => {
    const parameters = new Set([...m[2].slice(m[2].indexOf('(')).matchAll(/[a-z]\w*/g)].map(([name]) => name));
    return [...m[1].matchAll(/\b[A-Z][A-Z0-9_]+\b/g)].filter(([word]) => parameters.has(word.toLowerCase()) && !ACRONYMS.has(word))
      .map((word) => ({ line: lineAt(text, m.index + word.index), what: `expected the parameter \`${word[0].toLowerCase()}\` in backticks, found ${word[0]}` }));
  });
}

// Functions that return Result<bool>, unless their comment says what true and false are: an answer is not "done".
function failures(text) {
  return [...text.matchAll(/((?:^[ \t]*\/\/[^\n]*\n)*)^[ \t]*(?:static )?Result<bool> \w+\(/gm)]
    .filter(([, comment]) => !(/\bTrue:/.test(comment) && /\bFalse:/.test(comment)))
    .map((m) => ({ line: lineAt(text, m.index + m[1].length), what: 'expected Result<void> where there is nothing to return, found Result<bool>' }));
}

// Colors are in the theme alone (src/ui/theme.*), where both themes, more contrast and forced colors are decided
// together: elsewhere none is written as a number.
const HEX = '0[xX][0-9a-fA-F]{6,8}';
const PART = String.raw`\s*[-+]?(?:\d+\.?\d*|\.\d+)f?\s*`;
const COLOR_LITERALS = [
  String.raw`\bIM_COL32\w*`, // a packed color of ImGui, or its masks and shifts
  String.raw`\bImColor\b`,
  String.raw`\brgb\s*\(\s*(?:0[xX]|\d)\w*`,
  String.raw`\b(?:Color|ImU32)\b[^;{}()]*[={]\s*${HEX}`,
  String.raw`\b(?:Add[A-Z]\w*|with_alpha|mix|draw_\w+|label)\([^;]*?(?<!\brgb\(\s*)\b${HEX}`,
  String.raw`\b(?:ImVec4|MapColor)\b[\w\s]*[({]${PART},${PART},${PART}`,
].map((pattern) => new RegExp(pattern, 'g'));

function colors(text) {
  const code = withoutComments(text);
  return COLOR_LITERALS.flatMap((pattern) => [...code.matchAll(pattern)].map((m) => ({
    line: lineAt(code, m.index + m[0].length),
    what: `expected a color of src/ui/theme.h, found ${m[0].split('\n').pop().trim()}`,
  })));
}

// Faults of the file `name` (from the project's root) with this text: { line, what }.
export function faultsOf(name, text) {
  const faults = [...spelling(text), ...outside(text)];
  if (/^(src|web)\/.*\.(h|cpp|js|mjs)$/.test(name)) faults.push(...capitals(text));
  if (/^src\/.*\.(h|cpp)$/.test(name)) faults.push(...enumerators(text), ...failures(text));
  if (/^src\/(?!ui\/theme\.)[^.]*\.(h|cpp)$/.test(name)) faults.push(...colors(text));
  return faults.sort((a, b) => a.line - b.line);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = execFileSync('git', ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...FOLDERS])
    .toString().split('\0').filter((name) => TEXT.test(name) && !EXEMPT.some((one) => one.test(name)) && fs.existsSync(path.join(ROOT, name)));
  let count = 0;
  for (const name of files) {
    for (const { line, what } of faultsOf(name, fs.readFileSync(path.join(ROOT, name), 'utf8'))) {
      console.log(`${name}:${line}: ${what}`);
      count++;
    }
  }
  process.exitCode = count > 0 ? 1 : 0;
}
