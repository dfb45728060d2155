// node .dev/checks/rooms.mjs: checks that the rooms of src/ include only downwards (layered architecture), that
// libraries are used only where allowed, and that files stay short. One line per fault; exit status 1 if there is any.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SRC = path.join(ROOT, 'src');

// The layers from the top down; rooms of the same layer may not include each other.
const FLOORS = [['tools'], ['app'], ['views'], ['charts', 'map'], ['ui'], ['state'], ['query', 'geo', 'import'], ['data'],
  ['gpu'], ['platform'], ['base']];
const floorOf = new Map(FLOORS.flatMap((rooms, i) => rooms.map((room) => [room, i])));

// Libraries by their headers, and the rooms that may use them.
const LIBRARIES = [
  { name: 'nlohmann/json', header: /^nlohmann\//, rooms: ['data', 'tools'] },
  { name: 'Dear ImGui', header: /^(backends\/)?imgui/, rooms: ['app', 'views', 'charts', 'map', 'ui', 'tools'] },
  { name: 'OpenGL', header: /^(GL|GLES3|EGL)\//, rooms: ['gpu', 'platform'] },
  { name: 'OpenGL', header: /^gpu\/gl\.h$/, rooms: ['app', 'map', 'gpu', 'views'] },
  { name: 'GLFW', header: /^GLFW\//, rooms: ['platform'] },
];
const MAX_LINES = 400;
// Headers that exist only for the size of the web build.
const OF_THE_WEB = /^base\/(list|sort|moves_as_bytes)\.h$/;
const isNativeOnly = (file) => /^(import|tools|platform\/native)\//.test(file);

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
  for (const { name, header, rooms } of LIBRARIES) {
    if (header.test(target) && !rooms.includes(room)) return `${name} is not for ${room}/`;
  }
  if (isNativeOnly(file) && OF_THE_WEB.test(target)) {
    return 'rooms that are only native use std::vector and std::sort; lists of records come with the headers of data/';
  }
  if (!floorOf.has(targetRoom) || !target.includes('/')) return '';
  const entryPoint = /^platform\/(web|native)\/main\.cpp$/.test(file);
  const inside = targetRoom === 'platform' && target !== 'platform/platform.h';
  if (inside && !entryPoint) {
    const [, body] = file.split('/');
    const own = room === 'platform' && target.startsWith(`platform/${body}/`);
    if (!own && !(room === 'tools' && target.startsWith('platform/native/'))) {
      return 'of platform/ only platform.h is for others';
    }
    return '';
  }
  if (room === targetRoom || entryPoint) return '';
  // Exception: the web platform serves the shaders that the web build embeds.
  if (file.startsWith('platform/web/') && target === 'gpu/embedded_shader.h') return '';
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
