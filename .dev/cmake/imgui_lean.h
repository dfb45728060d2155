// Included before everything else when Dear ImGui itself is compiled for the web. ImGui reads numbers with sscanf only
// from .ini files, in number fields and in the "#version 300 es" of its GL backend; this program has only the last,
// and the reader of every kind of number costs 12 kB, 8 after brotli.
#pragma once

#include <stdarg.h>
#include <stdio.h>

// Reads the whole number of a "#version N" line into an int; any other pattern reads nothing.
static inline int tablero_lean_sscanf(const char* text, const char* format, ...) {
  int number = 0;
  if (format[0] != '#') return 0;
  while (*text != '\0' && (*text < '0' || *text > '9')) ++text;
  for (; *text >= '0' && *text <= '9'; ++text) number = number * 10 + (*text - '0');
  va_list arguments;
  va_start(arguments, format);
  *va_arg(arguments, int*) = number;
  va_end(arguments);
  return 1;
}

#define sscanf tablero_lean_sscanf

// There is no terminal to print to; printf would bring all of stdio.
#define IMGUI_DEBUG_PRINTF(...) ((void)0)
