// The runtime around tablero.wasm, loaded by embed.js when the program is wanted.
export { start } from './instance.js';
