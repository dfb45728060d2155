// Tells the linker that the page serves these functions (host.h), so that it reports every other name that
// nobody defines. What they do is in web/instance.js; no JavaScript of the linker is used.
'query now frame frame_after fetch cursor open copy paste link save picture can_share share text_input language state semantics transcript announce ready error number'
  .split(' ').forEach(function (name) {
    LibraryManager.library['tb_host_' + name] = function () {};
  });
// Of the module "m" (libc.cpp).
'sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp expm1 log log1p log2 log10 atan2 hypot pow'
  .split(' ').forEach(function (name) {
    LibraryManager.library[name] = function () {};
  });
