// node .dev/checks/rooms.mjs: checks that the rooms of src/ include only downwards (layered architecture), that
// libraries are used only where allowed, and that files stay short. One line per fault; exit status 1 if there is any.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SRC = path.join(ROOT, 'src');

// The layers from the top down; rooms of the same layer may not include each other.
const FLOORS = [['bodies', 'tools'], ['app'], ['views'], ['charts', 'map'], ['ui'], ['model'], ['state'], ['query', 'geo', 'import'],
  ['data'], ['gpu'], ['platform'], ['base']];
const floorOf = new Map(FLOORS.flatMap((rooms, i) => rooms.map((room) => [room, i])));

// Headers that not every room may include, and the rooms or parts of rooms that may.
const RESTRICTED = [
  { name: 'nlohmann/json', header: /^nlohmann\//, rooms: ['data', 'tools'] },
  // Not model/: what the views show is computed and tested without drawing.
  { name: 'Dear ImGui', header: /^(backends\/)?imgui/, rooms: ['app', 'views', 'charts', 'map', 'ui', 'tools'] },
  { name: 'OpenGL', header: /^(GL|GLES3|EGL)\//, rooms: ['gpu', 'platform'] },
  { name: 'OpenGL', header: /^gpu\/gl\.h$/, rooms: ['app', 'map', 'gpu', 'views'] },
  { name: 'pugixml', header: /^pugixml/, rooms: ['import'] },
  { name: 'libzip', header: /^zip\.h$/, rooms: ['import'] },
  { name: 'GLFW', header: /^GLFW\//, rooms: ['platform'] },
  // Of platform/, only platform.h is for all.
  { name: 'platform/web', header: /^platform\/web\//, rooms: ['platform/web', 'bodies'] },
  { name: 'platform/native', header: /^platform\/native\//, rooms: ['platform/native', 'bodies', 'tools'] },
];
const MAX_LINES = 400;
// Headers that exist only for the size of the web build.
const OF_THE_WEB = /^base\/(list|sort|moves_as_bytes)\.h$/;
const isNativeOnly = (file) => /^((import|tools|platform\/native)\/|bodies\/native\.)/.test(file);

function filesOf(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const full = path.join(folder, e.name);
    return e.isDirectory() ? filesOf(full) : /\.(cpp|h)$/.test(e.name) ? [full] : [];
  });
}

// Why `file` (below src/) may not include `target`, or nothing.
export function includeFault(file, target) {
  const room = file.split('/')[0];
  const targetRoom = target.split('/')[0];
  for (const { name, header, rooms } of RESTRICTED) {
    if (header.test(target) && !rooms.some((one) => file.startsWith(`${one}/`))) return `${name} is not for ${room}/`;
  }
  if (isNativeOnly(file) && OF_THE_WEB.test(target)) {
    return 'rooms that are only native use std::vector and std::sort; lists of records come with the headers of data/';
  }
  if (!floorOf.has(targetRoom) || !target.includes('/')) return '';
  if (room === targetRoom) return '';
  return floorOf.get(targetRoom) > floorOf.get(room) ? '' : `${targetRoom}/ is not below ${room}/`;
}

function faultsOf(file) {
  const name = path.relative(SRC, file);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const faults = [];
  if (!floorOf.has(name.split('/')[0])) faults.push(`src/${name}: expected a room of the list, found none`);
  lines.forEach((line, i) => {
    const target = /^\s*#\s*include\s+["<]([^">]+)[">]/.exec(line)?.[1];
    const why = target === undefined ? '' : includeFault(name, target);
    if (why !== '') faults.push(`src/${name}:${i + 1}: includes ${target}: ${why}`);
  });
  if (lines.length - 1 > MAX_LINES) {
    faults.push(`src/${name}: expected at most ${MAX_LINES} lines, found ${lines.length - 1}`);
  }
  return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = filesOf(SRC).flatMap(faultsOf);
  for (const fault of faults) console.log(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
