// Included before everything else when Dear ImGui itself is compiled for the web. ImGui reads numbers with sscanf only
// from .ini files and in number fields; this program has neither, and the reader of every kind of number costs 12 kB.
#pragma once

#include <stdio.h>

#define sscanf(...) 0
