# For the web only: copies of Dear ImGui's sources without what this program never uses (windows that are sized, titled or
# listed with Ctrl+Tab, .ini files, a mouse cursor of its own, menus of table headers, legacy columns, a text log,
# mending of unbalanced Begin and End), so that the linker can leave the code behind it out. Native builds, and with
# them the tests, keep every check. It makes the module 44 kB smaller, 20 kB after brotli.

# lean_source(FILE TEXT REPLACEMENT [TEXT REPLACEMENT]...): writes the copy and puts its path into lean_FILE.
function(lean_source file)
  file(READ ${imgui_SOURCE_DIR}/${file} source)
  list(LENGTH ARGN count)
  math(EXPR last "${count} - 2")
  foreach(i RANGE 0 ${last} 2)
    math(EXPR j "${i} + 1")
    list(GET ARGN ${i} text)
    list(GET ARGN ${j} replacement)
    string(FIND "${source}" "${text}" at)
    if(at EQUAL -1)
      message(FATAL_ERROR "${file} of Dear ImGui has no `${text}`: renew .dev/cmake/imgui_lean.cmake")
    endif()
    string(REPLACE "${text}" "${replacement}" source "${source}")
  endforeach()
  set(copy ${CMAKE_BINARY_DIR}/imgui_lean/${file})
  file(CONFIGURE OUTPUT ${copy} CONTENT "${source}" @ONLY)
  set(lean_${file} ${copy} PARENT_SCOPE)
endfunction()

lean_source(imgui.cpp
  "\n    UpdateSettings()" "\n    (void)0"
  "AddSettingsHandler(&ini_handler)" "(void)0"
  "\n    TableSettingsAddSettingsHandler()" "\n    (void)0"
  "\n        ApplyWindowSettings(window, settings)" "\n        (void)0"
  "\n        ErrorRecoveryTryToRecoverState(&g.StackSizesInNewFrame)" "\n        (void)0"
  "\n        ErrorRecoveryTryToRecoverWindowState(&window_stack_data.StackSizesInBegin)" "\n        (void)0"
  "\n    ErrorCheckEndFrameFinalizeErrorTooltip()" "\n    (void)0"
  "bool    ImGui::ErrorLog(const char* msg)\n{" "bool    ImGui::ErrorLog(const char* msg)\n{ return false\;"
  "void ImGui::LogRenderedText(const ImVec2* ref_pos, const char* text, const char* text_end)\n{"
  "void ImGui::LogRenderedText(const ImVec2* ref_pos, const char* text, const char* text_end)\n{ return\;"
  "\n        LogFinish()" "\n        (void)0"
  "UpdateWindowManualResize(window, size_auto_fit, &border_hovered, &border_held, resize_grip_count, &resize_grip_col[0], visibility_rect)" "0"
  "RenderWindowTitleBarContents(window, ImRect(title_bar_rect.Min.x + window->WindowBorderSize, title_bar_rect.Min.y, title_bar_rect.Max.x - window->WindowBorderSize, title_bar_rect.Max.y), name, p_open)" "(void)0"
  "\n        EndColumns()" "\n        (void)0"
  "\n    NavUpdateWindowing()" "\n    (void)0"
  "\n        NavUpdateWindowingOverlay()" "\n        (void)0"
  "\n    RenderDimmedBackgrounds()" "\n    (void)0"
  "RenderMouseCursor(g.IO.MousePos, g.Style.MouseCursorScale, g.MouseCursor, IM_COL32_WHITE, IM_COL32_BLACK, IM_COL32(0, 0, 0, 48))" "(void)0")

lean_source(imgui_tables.cpp
  "\n        TableLoadSettings(table)" "\n        (void)0"
  "\n        TableSaveSettings(table)" "\n        (void)0"
  "&& TableBeginContextMenuPopup(table)" "&& false"
  "\n        TableDrawDefaultContextMenu(table, table->Flags)" "\n        (void)0")

lean_source(imgui_draw.cpp
  "atlas->Flags & ImFontAtlasFlags_NoMouseCursors" "true")
