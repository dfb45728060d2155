// Shared by the accessibility tests: the views and languages, the mirror of a page, and what was drawn.
import fs from 'node:fs';
import path from 'node:path';
import { ABI } from '../../web/build/abi.mjs';
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

const { Role } = ABI.enumerations;
const { StateBits } = ABI.constants;
const { SemanticsNode } = ABI.records;
// The argument of captureNodes: the names and places that C++ has (src/base/semantics_node.h).
const LAYOUT = { roles: [...Role.keys()], states: [...StateBits], places: Object.fromEntries(SemanticsNode), words: SemanticsNode.size };

// Run in the page before anything else: window.nodes() gives the nodes that the program published last, read out of its
// memory; role and states by the names of their enumerators: 'kTab', ['kStatePressable'].
function captureNodes({ roles, states, places, words }) {
  const { instantiate } = WebAssembly;
  let memory;
  let nodes = [];
  window.nodes = () => nodes;
  WebAssembly.instantiate = async (wasm, imports) => {
    const publish = imports.env.tb_host_semantics;
    imports.env.tb_host_semantics = (at, count, textAt, length) => {
      const numbers = new Uint32Array(memory.buffer, at, count * words);
      const floats = new Float32Array(memory.buffer, at, count * words);
      const text = new Uint8Array(memory.buffer, textAt, length);
      const decoder = new TextDecoder();
      nodes = Array.from({ length: count }, (_, i) => {
        const number = (field) => numbers[i * words + places[field]];
        return {
          id: 'n' + number('id'),
          states: states.filter(([, bit]) => number('state') & bit).map(([name]) => name),
          rect: ['x', 'y', 'w', 'h'].map((field) => floats[i * words + places[field]]),
          name: decoder.decode(text.slice(number('name_offset'), number('name_offset') + number('name_length'))),
          role: roles[number('role')],
        };
      });
      return publish(at, count, textAt, length);
    };
    const made = await instantiate.call(WebAssembly, wasm, imports);
    memory = made.exports.memory;
    return made;
  };
}
// captureNodes as a script of countedPage() and visit().
export const CAPTURE = [captureNodes, LAYOUT];
