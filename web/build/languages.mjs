// node web/build/languages.mjs I18N_FOLDER OUT_FILE: writes the list of languages, {tag: its own name}, from the files
// of the folder. To add a language, add a file there and nothing else.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './folder.mjs';

const FIRST = ['es', 'pt', 'en']; // the languages of the data's own texts come first; the others are sorted by tag

// {tag: name} of the files of `folder` in the order of the menu.
/** @type {(folder: string) => Record<string, string>} */
export function languagesOf(folder) {
  /** @param {string} tag */
  const place = (tag) => (FIRST.includes(tag) ? FIRST.indexOf(tag) : FIRST.length);
  const tags = filesBelow(folder).filter((name) => /^[^/]+\.json$/.test(name)).map((name) => path.basename(name, '.json'));
  tags.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(tags.map((tag) => {
    const name = JSON.parse(fs.readFileSync(path.join(folder, `${tag}.json`), 'utf8'))['locale.name'];
    if (!name) throw new Error(`data/i18n/${tag}.json: /locale.name: expected the name of the language in itself, found none`);
    return [tag, name];
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const [, , i18n, out] = process.argv;
    fs.writeFileSync(out, `${JSON.stringify(languagesOf(i18n))}\n`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
