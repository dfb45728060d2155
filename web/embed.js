// The one script that a page needs: <script type="module" src=".../embed.js"></script>
export { SomosNlpTablero } from './element.js';
