// The state in the address: a tab is a step back, a filter is not.

/** @param {import('./tablero.js').SomosNlpTablero} element */
export function followHistory(element) {
  element.addEventListener('tablero:statechange', ({ detail: { query, push } }) => {
    history[push ? 'pushState' : 'replaceState'](null, '', query ? '?' + query : location.pathname);
  });
  addEventListener('popstate', () => element.setState(location.search));
}
