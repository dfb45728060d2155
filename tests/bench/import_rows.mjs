// Registration files of any length for measuring tablero-data import: rows are made while they are read, so that neither the disk
// nor this program's memory counts. Nobody in them exists.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const PLACES = ['Madrid, España', 'CDMX', 'Bogotá D.C.', 'Lima Perú', 'Buenos Aires', 'Santiago de Chile', 'Montevideo (Uruguay)', 'Quito',
  'São Paulo, Brasil', 'La Paz', 'Guadalajara, México', 'Barcelona', 'Córdoba, Argentina', 'San José, Costa Rica', 'Vivo en Sevilla',
  'Medellín', 'La Habana, Cuba', 'Asunción', 'Lisboa', 'EEUU'];
const HEADING = 'Order #,Order Date,First Name,Last Name,Email,Quantity,Attendee Status,Ciudad y país,"¿Por qué participas?"\r\n';
const BLOCK = 2000;

// Every tenth row is somebody who registered before.
function block(from, to) {
  let text = from === 0 ? HEADING : '';
  for (let i = from; i < to; ++i) {
    const person = i % 10 === 9 ? i - 5 : i;
    text += `${i},3/${1 + (i % 28)}/26,Nombre,Apellido,persona${person}@example.org,1,Attending,"${PLACES[i % PLACES.length]}","Aprender, practicar y\npublicar ""algo"""\r\n`;
  }
  return text;
}

// Imports `rows` rows through standard input, writing nothing. Resolves to { seconds, megabytes (peak resident memory of the
// process), bytes (of the file), status, stdout, stderr }.
export function importRows(program, rows, { data, gazetteer, env = process.env }) {
  return new Promise((resolve, reject) => {
    const options = ['import', 'registrations', '-', '--edition', '2026', '--dry-run', '--data', data, '--gazetteer', gazetteer];
    const child = spawn(program, options, { env });
    const result = { megabytes: 0, bytes: 0, stdout: '', stderr: '' };
    const started = performance.now();
    const look = () => {
      try {
        const line = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/);
        if (line) result.megabytes = Number(line[1]) / 1024;
      } catch { /* it has just ended */ }
    };
    const timer = setInterval(look, 20);
    child.stdout.on('data', (part) => { result.stdout += part; });
    child.stderr.on('data', (part) => { result.stderr += part; });
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      resolve({ ...result, status, seconds: (performance.now() - started) / 1000 });
    });
    child.stdin.on('error', () => {});  // the program may end before the rows do
    let next = 0;
    const feed = () => {
      while (next < rows) {
        const text = block(next, Math.min(next + BLOCK, rows));
        next += BLOCK;
        result.bytes += Buffer.byteLength(text);
        if (!child.stdin.write(text)) { child.stdin.once('drain', feed); look(); return; }
      }
      child.stdin.end();
    };
    feed();
  });
}
