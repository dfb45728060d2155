// The runtime around tablero.wasm, loaded by embed.js when the program is to start.
export { start } from './instance.js';
