// node .dev/checks/tidy_work.mjs BUILD_DIR STAMP_DIR [COMMIT]: prints our sources that changed since they last passed and
// that differ from COMMIT or include something that does, newest first; one line each: FILE <tab> STAMP FILE <tab> STATE.
// Writes BUILD_DIR/tidy/compile_commands.json: the same commands without the precompiled headers, which only their own
// compiler can read.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [, , build, stamps, base] = process.argv;
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
const ours = (file) => /^(src|tests)\//.test(path.relative(process.cwd(), path.resolve(build, file)));

// The dependencies of each object file in ninja's log: "OBJECT: #deps 3, ..." and indented files.
function dependencies() {
  const text = execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const map = new Map();
  for (const block of text.split('\n\n')) {
    const lines = block.split('\n').filter((line) => !line.startsWith('ninja: '));
    const object = lines[0]?.split(': #deps')[0];
    if (object) map.set(object, lines.slice(1).map((line) => line.trim()).filter((file) => file !== '' && ours(file)));
  }
  return map;
}

const git = (...args) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n').filter((name) => name !== '');
const changed = base ? new Set([...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]) : null;
const inTree = (file) => path.relative(process.cwd(), path.resolve(build, file));

const contents = new Map();
function contentOf(file) {
  if (!contents.has(file)) contents.set(file, read(path.resolve(build, file)));
  return contents.get(file);
}

const used = dependencies();
const rules = read('.clang-tidy');
const work = [];
const commands = JSON.parse(read(path.join(build, 'compile_commands.json')));
const plain = commands.map((entry) => ({ ...entry, command: entry.command.replace(/ (-Winvalid-pch|(-Xclang )?-include(-pch)? (-Xclang )?\S+cmake_pch\.\S+)/g, '') }));
fs.mkdirSync(path.join(build, 'tidy'), { recursive: true });
fs.writeFileSync(path.join(build, 'tidy/compile_commands.json'), JSON.stringify(plain));
for (const { file, command } of commands) {
  // Only the rooms of src/: what clang-tidy finds in tests is about performance, which does not matter there.
  if (!path.relative(process.cwd(), path.resolve(build, file)).startsWith('src/') || !fs.existsSync(file) || work.some((w) => w.file === file)) continue;
  const object = / -o (\S+)/.exec(command)[1];
  const parts = [file, ...(used.get(object) ?? [])];
  if (changed && !changed.has('.clang-tidy') && !parts.some((part) => changed.has(inTree(part)))) continue;
  const hash = createHash('sha256').update(rules);
  for (const name of [file, ...(used.get(object) ?? []).sort()]) hash.update(contentOf(name));
  work.push({ file, name: path.relative(process.cwd(), file), state: hash.digest('hex') });
}
work.sort((a, b) => fs.statSync(b.file).mtimeMs - fs.statSync(a.file).mtimeMs);
for (const { name, state } of work) {
  const stamp = path.join(stamps, name.replaceAll('/', '_'));
  if (read(stamp).trim() !== state) console.log([name, stamp, state].join('\t'));
}
