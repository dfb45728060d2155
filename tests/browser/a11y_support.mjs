// Shared by the accessibility tests: the views and languages, the mirror of a page, and what was drawn.
import fs from 'node:fs';
import path from 'node:path';
import { DATA } from '../fixtures/frozen.mjs';

export { show } from './harness.mjs';
export { VIEWS } from '../fixtures/tabs.mjs';
export const LANGUAGES = fs.readdirSync(path.join(DATA, 'i18n')).map((file) => file.replace('.json', ''));

// Run in the page: the elements of the mirror that stand for nodes of the program, as plain values.
export function mirrorNodes() {
  const stage = document.querySelector('somosnlp-tablero').shadowRoot.querySelector('.stage');
  return [...stage.querySelectorAll('.mirror [id^=n]')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
      id: element.id,
      tag: element.localName,
      role: element.getAttribute('role') ?? element.localName,
      name: element.getAttribute('aria-label') ?? element.textContent,
      hit: element.classList.contains('hit'),
      stop: element.tabIndex >= 0,
      x, y, width, height,
    };
  });
}

// Run in the page: from now on window.told records each message as a screen reader announces it, i.e. each live region
// that was added with text or whose text has changed.
export function listenToRegions() {
  const LIVE = '[role=status], [role=alert], [aria-live]';
  window.told = [];
  new MutationObserver((list) => {
    const regions = new Set();
    for (const { target, addedNodes } of list) {
      const element = target.nodeType === 3 ? target.parentElement : target;
      if (element?.closest(LIVE)) regions.add(element.closest(LIVE));
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        if (node.matches(LIVE)) regions.add(node);
        node.querySelectorAll(LIVE).forEach((region) => regions.add(region));
      }
    }
    for (const region of regions) if (region.isConnected && region.textContent) window.told.push(region.textContent);
  }).observe(document.querySelector('somosnlp-tablero').shadowRoot, { subtree: true, childList: true, characterData: true });
}

// Run in the page before anything else: window.nodes() gives the nodes that the program published last, read
// out of its memory (layout in src/base/semantics_node.h).
export function captureNodes() {
  const { instantiate } = WebAssembly;
  let memory;
  let nodes = [];
  window.nodes = () => nodes;
  WebAssembly.instantiate = async (wasm, imports) => {
    const publish = imports.env.tb_host_semantics;
    imports.env.tb_host_semantics = (at, count, textAt, length) => {
      const words = new Uint32Array(memory.buffer, at, count * 18);
      const floats = new Float32Array(memory.buffer, at, count * 18);
      const text = new Uint8Array(memory.buffer, textAt, length);
      const decoder = new TextDecoder();
      nodes = Array.from({ length: count }, (_, i) => ({
        id: 'n' + words[i * 18],
        state: words[i * 18 + 2],
        rect: [...floats.subarray(i * 18 + 4, i * 18 + 8)],
        name: decoder.decode(text.slice(words[i * 18 + 8], words[i * 18 + 8] + words[i * 18 + 9])),
        role: words[i * 18 + 17] & 255,
      }));
      return publish(at, count, textAt, length);
    };
    const made = await instantiate.call(WebAssembly, wasm, imports);
    memory = made.exports.memory;
    return made;
  };
}
