#!/usr/bin/env python3
"""Makes the fonts of the product from a font of the distribution. Run by ./dev at build time, with fontTools.

    subset.py [--allow-file FILE] --font IN.otf OUT.otf ... TEXT_FILE...

The fonts keep the characters of the text files and a fixed list of Latin letters and marks, as far as the font has
them. A character of a text file without a glyph must be named in the allow file; otherwise nothing is written and the
exit status is 1. Wrong usage: 2.
"""
import argparse
import io
import os
import re
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

# Characters beyond ASCII and Latin-1 that readers may type or new data may contain: letters of Spanish, Portuguese,
# Catalan, Basque, Galician, Guarani, Quechua and of names from the rest of Europe; marks of typography and of the
# interface.
USUAL_CHARACTERS = (
    "ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľĿŀŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮů"
    "ŰűŲųŴŵŶŷŸŹźŻżŽžẼẽỸỹȘșȚț"
    "–—…«»“”‘’‚„‹›·•≥≤≈≠±×÷−°€№‰′″←→↑↓↗↘↔▲▼▶◀●○■□★✓✕✗∞∑Δμ"
)
ASCII_AND_LATIN_1 = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
DIGITS = "0123456789"
# Inter 4.0 beta 7 has tabular fours that are up to 5/1920 narrower than the other digits. A difference within this
# share of the width is taken for that slip and evened out; more means no tabular digits.
WIDTH_TOLERANCE = 0.005
# Only layout engines and hinting need these.
DROPPED_TABLES = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "kern", "meta"]
FAMILY, STYLE, FULL_NAME, POSTSCRIPT_NAME = 1, 2, 4, 6

# The escapes of JSON and C++ that stand for characters beyond ASCII. The last branch takes any other escape, so that
# the second half of "\\\\" does not begin one.
ESCAPE = re.compile(
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?P<unit>\\u[0-9a-fA-F]{4})|(?P<bytes>(?:\\x[89a-fA-F][0-9a-fA-F])+)|\\.",
    re.DOTALL,
)


class Fault(Exception):
    """An input is not as expected; the message names it, what was expected and what was found."""


def without_escapes(text):
    """TEXT with the escapes \\uXXXX (surrogate pairs too) and \\xXX (bytes of UTF-8) replaced by their characters."""

    def character(match):
        if match["pair"]:
            high, low = int(match[0][2:6], 16), int(match[0][8:12], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        if match["unit"]:
            return chr(int(match[0][2:], 16))
        if match["bytes"]:
            return bytes.fromhex(match[0].replace("\\x", "")).decode("utf-8", "ignore")
        return match[0]

    return ESCAPE.sub(character, text)


def printable(code_point):
    return 0x20 <= code_point < 0x7F or (code_point >= 0xA0 and not 0xD800 <= code_point < 0xE000)


def characters_of(path):
    """The code points of the printable characters in the file at PATH."""
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8")
    except OSError:
        raise Fault(f"{path}: expected a file that can be read, found none") from None
    except UnicodeDecodeError as error:
        raise Fault(f"{path}: byte {error.start}: expected UTF-8, found other bytes") from None
    return {ord(c) for c in without_escapes(text) if printable(ord(c))}


def characters_by_file(paths):
    """Code point -> the first of PATHS that has it."""
    used = {}
    for path in paths:
        for code_point in sorted(characters_of(path)):
            used.setdefault(code_point, path)
    return used


def open_font(path):
    if not os.path.isfile(path):
        raise Fault(f"{path}: expected a font, found no file (is fonts-inter installed?)")
    try:
        # Keeping the original timestamp makes the output reproducible.
        return TTFont(path, recalcTimestamp=False)
    except TTLibError:
        raise Fault(f"{path}: expected a font, found another kind of file") from None


def tabular_digits(font, path):
    """Code point of each digit -> its glyph with the feature tnum. Evens out their advances."""
    cmap, substitutes = font.getBestCmap(), {}
    gsub = font["GSUB"].table if "GSUB" in font else None
    features = gsub.FeatureList.FeatureRecord if gsub else []
    lookups = sorted({i for f in features if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex})
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            substitutes.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    digits = {ord(c): substitutes.get(cmap.get(ord(c)), cmap.get(ord(c))) for c in DIGITS}
    metrics = font["hmtx"].metrics
    widths = [metrics[glyph][0] for glyph in digits.values() if glyph]
    if len(widths) < len(DIGITS) or max(abs(w - widths[0]) for w in widths) > WIDTH_TOLERANCE * widths[0]:
        raise Fault(f"{path}: expected digits of one width under tnum, found none")
    for glyph in digits.values():
        metrics[glyph] = (widths[0], metrics[glyph][1])
    return digits


def set_character_map(font, glyphs):
    """Replaces the table cmap by one subtable, format 12, for platform Windows, encoding UCS-4."""
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 10, 0, glyphs
    table.format, table.reserved, table.length, table.nGroups = 12, 0, 0, 0
    font["cmap"].tables = [table]


def make_subset(path, code_points):
    """The font at PATH with the glyphs of CODE_POINTS only, without hints and layout tables: (bytes of an OpenType
    file, number of glyphs, code points without a glyph).

    The program's text engine (stb_truetype) knows no OpenType features, so what features would give is put into the
    character map itself: digits are the tabular ones, all of one width.
    """
    font = open_font(path)
    digits = tabular_digits(font, path)
    cmap = font.getBestCmap()
    glyphs = {c: digits.get(c) or cmap[c] for c in sorted(code_points) if c in cmap}
    set_character_map(font, glyphs)
    for tag in DROPPED_TABLES:
        if tag in font:
            del font[tag]
    # Without subroutines the file is larger but compresses better, and that is what travels.
    options = subset.Options(hinting=False, desubroutinize=True, notdef_outline=True, glyph_names=False,
                             name_IDs=[FAMILY, STYLE, FULL_NAME, POSTSCRIPT_NAME])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=glyphs)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), len(font.getGlyphOrder()), [c for c in sorted(code_points) if c not in cmap]


def check_missing(missing, used, allowed, path):
    """Raises a Fault when a text file needs a glyph that the font at PATH lacks and that is not allowed to lack."""
    faults = [f"{used[c]}: U+{c:04X} {chr(c)}: expected a glyph in {path}, found none"
              for c in missing if c in used and c not in allowed]
    unused = "".join(chr(c) for c in missing if c not in used)
    if unused:
        print(f"{path}: no glyph for (unused): {unused}")
    if faults:
        raise Fault("\n".join(faults))


def write_whole(path, data):
    try:
        with open(f"{path}.part", "wb") as file:
            file.write(data)
        os.replace(f"{path}.part", path)
    except OSError:
        raise Fault(f"{path}: expected a file that can be written, found none") from None


def make_fonts(arguments):
    used = characters_by_file(arguments.texts)
    allowed = characters_of(arguments.allow_file) if arguments.allow_file else set()
    wanted = {*ASCII_AND_LATIN_1, *map(ord, USUAL_CHARACTERS), *used}
    files = []
    for source, target in arguments.font:
        data, glyph_count, missing = make_subset(source, wanted)
        check_missing(missing, used, allowed, source)
        print(f"{target}: {glyph_count} glyphs, {len(data)} bytes")
        files.append((target, data))
    for path, data in files:
        write_whole(path, data)


def main():
    # The console of a build may be set to ASCII; the messages name other characters.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(usage="subset.py [--allow-file FILE] --font IN.otf OUT.otf ... TEXT_FILE...")
    parser.add_argument("--allow-file")
    parser.add_argument("--font", nargs=2, action="append", required=True)
    parser.add_argument("texts", nargs="*")
    try:
        make_fonts(parser.parse_args())
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
