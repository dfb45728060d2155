// .dev/checks/rooms.mjs sees an include that points up or sideways, and a library where it does not belong.
import assert from 'node:assert/strict';
import test from 'node:test';
import { includeFault } from '../../.dev/checks/rooms.mjs';

const allowed = (pairs) => {
  for (const [file, target] of pairs) assert.equal(includeFault(file, target), '', `${file} includes ${target}`);
};
const forbidden = (pairs) => {
  for (const [file, target] of pairs) assert.notEqual(includeFault(file, target), '', `${file} includes ${target}`);
};

test('rooms include downwards only', () => {
  allowed([['views/x.cpp', 'model/selection.h'], ['ui/x.cpp', 'data/strings.h'], ['model/x.cpp', 'query/rank.h'], ['model/a/x.cpp', 'model/csv.h'], ['model/x.cpp', 'string']]);
  forbidden([['model/x.cpp', 'views/view_context.h'], ['model/x.cpp', 'ui/ui.h'], ['state/x.cpp', 'model/csv.h'], ['charts/x.cpp', 'map/camera.h'], ['gpu/x.cpp', 'data/store.h']]);
});

test('the bodies are above all, and nothing below includes them', () => {
  allowed([['bodies/web.cpp', 'app/app.h'], ['bodies/web.cpp', 'platform/web/host.h'], ['bodies/native.cpp', 'platform/native/window.h']]);
  forbidden([['app/app.cpp', 'bodies/web.h'], ['tools/render.cpp', 'bodies/native.h'], ['platform/web/x.cpp', 'bodies/web.h']]);
});

test('the insides of platform/ are for the bodies and themselves, and include downwards as well', () => {
  allowed([['app/app.h', 'platform/platform.h'], ['platform/web/x.cpp', 'platform/web/host.h'], ['platform/web/x.cpp', 'platform/platform.h'], ['tools/render.cpp', 'platform/native/disk.h']]);
  forbidden([['app/app.cpp', 'platform/web/host.h'], ['views/x.cpp', 'platform/native/disk.h'], ['tools/render.cpp', 'platform/web/host.h'], ['platform/platform.h', 'platform/web/host.h'],
    ['platform/web/x.cpp', 'platform/native/disk.h'], ['platform/web/main.cpp', 'app/app.h'], ['platform/native/main.cpp', 'app/app.h'], ['platform/web/x.cpp', 'gpu/program.h']]);
});

test('libraries stay in their rooms', () => {
  allowed([['views/x.cpp', 'imgui.h'], ['data/x.cpp', 'nlohmann/json.hpp'], ['platform/native/x.cpp', 'GLFW/glfw3.h']]);
  forbidden([['model/x.cpp', 'imgui.h'], ['model/x.h', 'imgui_internal.h'], ['bodies/web.cpp', 'imgui.h'], ['views/x.cpp', 'nlohmann/json.hpp'], ['model/x.cpp', 'gpu/gl.h'], ['app/x.cpp', 'GLFW/glfw3.h']]);
  forbidden([['bodies/native.cpp', 'base/list.h'], ['import/x.cpp', 'base/sort.h']]);
});
