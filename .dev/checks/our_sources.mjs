// node .dev/checks/our_sources.mjs COMPILE_COMMANDS.json: our sources (not the libraries'), one line each: FILE <tab> OBJECT.
import fs from 'node:fs';
import path from 'node:path';

const seen = new Set();
for (const { file, command } of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))) {
  const name = path.relative(process.cwd(), file);
  if (!/^(src|tests)\//.test(name) || seen.has(name)) continue;
  seen.add(name);
  console.log(`${name}\t${/ -o (\S+)/.exec(command)[1]}`);
}
