// What lies in a folder: the one walker of the build scripts. Links are never followed: each counts as a file, so that
// what is behind one can neither be missed nor be read twice.
import fs from 'node:fs';

/**
 * Every file below a folder, hidden ones included.
 * @param {string} folder
 * @returns {string[]} paths as "a/b.c", sorted
 */
export function everythingBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true })
    .flatMap((e) => (e.isDirectory() ? everythingBelow(`${folder}/${e.name}`).map((f) => `${e.name}/${f}`) : [e.name]))
    .sort();
}

/**
 * The files below a folder that are no tool's own: neither hidden nor in a hidden folder.
 * @param {string} folder
 * @returns {string[]} paths as "a/b.c", sorted
 */
export const filesBelow = (folder) => everythingBelow(folder).filter((name) => !/(^|\/)\./.test(name));
