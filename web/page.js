// The product's own page: the address bar follows the state, or, in a frame, messages do; and it works offline.
// Runs before embed.js, so that it hears all that the element says, however late the one or the other comes.
import { followHistory } from './history.js';
import { followMessages } from './messages.js';

const element = /** @type {import('./tablero.js').SomosNlpTablero} */ (document.querySelector('somosnlp-tablero'));
const framed = parent !== window;
if (framed) {
  // What is not used here, by wheel or finger, scrolls the page around.
  document.documentElement.classList.add('framed');
  element.setAttribute('standalone', 'framed');
  followMessages(element);
} else {
  followHistory(element);
}

// After the first picture, so that keeping the files costs the start nothing. A page that frames this one says whether
// it wants that, by ?offline=1; where storage is forbidden (a sandbox), nothing happens.
if (!framed || new URLSearchParams(location.search).get('offline') === '1') {
  element.addEventListener('tablero:ready', () => {
    try {
      navigator.serviceWorker?.register('sw.js').catch(() => {});
    } catch {
      // Forbidden here.
    }
  }, { once: true });
}
