// Style of the shadow tree. A constructable stylesheet passes a strict Content-Security-Policy (style-src), which an
// inline style element would not (https://github.com/WICG/construct-stylesheets/issues/98). The canvas fills its box
// whatever its backing size is, so that the two never form a resize loop.
export const shadowSheet = new CSSStyleSheet();
shadowSheet.replaceSync(`:host{display:block;position:relative;height:min(85vh,760px);min-height:320px;contain:content}\
:host([hidden]),[hidden]{display:none!important}\
div,canvas,img{position:absolute;inset:0;width:100%;height:100%}\
.stage{touch-action:pan-y pinch-zoom;-webkit-user-select:none;user-select:none;}\
:host([standalone='']) .stage{touch-action:none}\
canvas{outline:0}\
.poster{overflow:auto}\
img{object-fit:cover;object-position:0 0;z-index:-1}\
.over{z-index:1}\
.bar{height:3px;background:#facc15;transform-origin:0;transform:scaleX(var(--part,0));animation:show 0s .6s both}\
@keyframes show{from{visibility:hidden}}\
.note{inset:auto 0 0;height:auto;margin:0;padding:8px 16px;box-sizing:border-box;z-index:2;position:absolute;font:14px/1.4 system-ui,sans-serif;color:#111;background:#fffd}\
.panel{box-sizing:border-box;overflow:auto;padding:24px;font:16px/1.5 Inter,system-ui,sans-serif;color:#111;background:#fff}\
.panel button{font:inherit;padding:8px 16px;border:0;border-radius:8px;background:#1e3a8a;color:#fff;min-height:44px}\
@media (prefers-color-scheme:dark){.panel{color:#fff;background:#121212}.panel button{background:#facc15;color:#111}}\
.mirror{overflow:hidden;opacity:0;color:#0000;forced-color-adjust:none;pointer-events:none;contain:strict}\
.mirror *{position:absolute;inset:auto;box-sizing:border-box;margin:0;padding:0;border:0;overflow:hidden;white-space:pre;font:16px/1.2 sans-serif;color:inherit;background:none;outline:0;appearance:none;cursor:inherit!important}\
.mirror input{opacity:0}\
.mirror .hit{pointer-events:auto}\
.mirror>[role=dialog]{z-index:1}\
.mirror .marks{inset:0}\
.mirror .marks *{position:static;height:auto}\
.live{width:1em;height:1px;clip-path:inset(50%)}`);
