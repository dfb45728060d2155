// The standalone page: the address bar follows the state (in a frame, messages do), and the page works offline. Runs
// before embed.js, so that it misses no event of the element, whichever script loads first.
import { followHistory } from './history.js';
import { followMessages } from './messages.js';

const element = /** @type {import('./tablero.js').SomosNlpTablero} */ (document.querySelector('somosnlp-tablero'));
const framed = parent !== window;
if (framed) {
  // Wheel and touch that are not used here scroll the surrounding page.
  document.documentElement.classList.add('framed');
  element.setAttribute('standalone', 'framed');
  followMessages(element);
} else {
  followHistory(element);
}

// The service worker is registered after the first picture, so that filling its cache does not slow down the start. A
// page that frames this one opts in with ?offline=1; where storage is forbidden (a sandbox), nothing happens.
if (!framed || new URLSearchParams(location.search).get('offline') === '1') {
  element.addEventListener('tablero:ready', () => {
    try {
      navigator.serviceWorker?.register('sw.js').catch(() => {});
    } catch {
      // Storage is forbidden here.
    }
  }, { once: true });
}
