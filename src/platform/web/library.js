// Tells the linker that the page serves these functions (host.h), so that it reports every other name that
// nobody defines. What they do is in web/instance.js; no JavaScript of the linker is used.
'query now frame frame_after fetch cursor open copy paste link save can_share share text_input language state semantics announce ready error'
  .split(' ').forEach(function (name) {
    LibraryManager.library['tb_host_' + name] = function () {};
  });
