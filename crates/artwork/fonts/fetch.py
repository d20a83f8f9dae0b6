#!/usr/bin/env python3
"""Makes the faces beside this file from npm packages of the pinned versions below.

Needs npm, and from PyPI: fonttools 4.68.0, brotli 1.2.0. Run it as `python3 fetch.py FOLDER [FACE…]`, where
FOLDER keeps what is downloaded. It writes `*.ttf.br` and changes nothing else; README.md says what each face covers.
"""

import glob
import io
import os
import subprocess
import sys

import brotli
from fontTools import subset
from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib import instancer

HERE = os.path.dirname(os.path.abspath(__file__))
# What a word, a name or a number may need of the layout tables. No hints: cards are drawn large.
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "rlig", "calt", "init", "medi", "fina", "isol"]
INDIC = ["nukt", "akhn", "rphf", "rkrf", "pref", "blwf", "abvf", "half", "pstf", "vatu", "cjct", "pres", "abvs"]
INDIC += ["blws", "psts", "haln", "abvm", "blwm", "dist"]
EVERYTHING = set(range(0x110000))
# European digits and letters come from the Latin faces in every script.
NO_LATIN = EVERYTHING - set(range(0x21, 0x250))


def han():
    """Every ideograph that the package holds, kana, square marks, and a few signs that other faces lack."""
    ideographs = set(range(0x3400, 0xA000)) | set(range(0xF900, 0xFB00)) | set(range(0x20000, 0x30000))
    marks = {0xB7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2027, 0x2030, 0x203B}
    signs = set(range(0x2190, 0x2194)) | {0x221E, 0x2260, 0x2264, 0x2265, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2713}
    return ideographs | marks | signs | set(range(0x3000, 0x3100)) | set(range(0xFF01, 0xFF66)) | {0xFFE5}


def hangul():
    """KS X 1001: the 2,350 syllables of everyday Korean, and the letters they are made of."""
    syllables = set()
    for row in range(0xB0, 0xC9):
        for cell in range(0xA1, 0xFF):
            syllables.add(ord(bytes([row, cell]).decode("euc_kr")))
    return {c for c in syllables if 0xAC00 <= c <= 0xD7A3} | set(range(0x3131, 0x3164))


LATIN = ["latin", "latin-ext", "vietnamese"]
GREEK_AND_CYRILLIC = ["cyrillic", "cyrillic-ext", "greek"]
SERIF = LATIN + GREEK_AND_CYRILLIC
BLACK = {"wght": 900, "wdth": 62.5}
MEDIUM = {"wght": 500, "wdth": 100}
STATIC = {"latin": "@fontsource/league-gothic@5.3.0", "serif": "@fontsource/source-serif-4@5.3.1"}
HAN = "@fontsource/noto-sans-sc@5.3.0"
HANGUL = "@fontsource/noto-sans-kr@5.3.0"
WIDE = "@fontsource-variable/noto-sans-{}@5.3.0"
SOFIA = "@fontsource-variable/sofia-sans-extra-condensed@5.3.0"
OTHERS = {"bengali": INDIC, "tamil": INDIC, "georgian": [], "armenian": []}


def noto(role, script, axes):
    return (f"{role}-{script}", WIDE.format(script), "{}-standard-normal", [script], axes, NO_LATIN, FEATURES + OTHERS[script])


# The face, its package, its files there (one name for each subset), where on its axes, its characters, its features.
FACES = [
    ("poster-latin", STATIC["latin"], "{}-400-normal", LATIN, None, EVERYTHING, FEATURES),
    ("poster-cyrillic", SOFIA, "{}-wght-normal", GREEK_AND_CYRILLIC, {"wght": 900}, NO_LATIN, FEATURES),
    ("poster-arabic", WIDE.format("arabic"), "{}-standard-normal", ["arabic"], BLACK, NO_LATIN, FEATURES),
    ("poster-hebrew", WIDE.format("hebrew"), "{}-standard-normal", ["hebrew"], BLACK, NO_LATIN, FEATURES),
    ("poster-devanagari", WIDE.format("devanagari"), "{}-standard-normal", ["devanagari"], BLACK, NO_LATIN, FEATURES + INDIC),
    ("poster-thai", WIDE.format("thai"), "{}-standard-normal", ["thai"], BLACK, NO_LATIN, FEATURES),
    *[noto("poster", script, BLACK) for script in OTHERS],
    ("poster-han", HAN, "*-900-normal", None, None, han(), []),
    ("poster-hangul", HANGUL, "*-900-normal", None, None, hangul(), []),
    ("book-regular", STATIC["serif"], "{}-400-normal", SERIF, None, EVERYTHING, FEATURES),
    ("book-semibold", STATIC["serif"], "{}-600-normal", SERIF, None, EVERYTHING, FEATURES),
    ("book-arabic", "@fontsource/noto-naskh-arabic@5.3.0", "{}-500-normal", ["arabic"], None, NO_LATIN, FEATURES),
    ("book-arabic-bold", "@fontsource/noto-naskh-arabic@5.3.0", "{}-700-normal", ["arabic"], None, NO_LATIN, FEATURES),
    ("book-hebrew", WIDE.format("hebrew"), "{}-standard-normal", ["hebrew"], MEDIUM, NO_LATIN, FEATURES),
    ("book-devanagari", WIDE.format("devanagari"), "{}-standard-normal", ["devanagari"], MEDIUM, NO_LATIN, FEATURES + INDIC),
    ("book-thai", WIDE.format("thai"), "{}-standard-normal", ["thai"], MEDIUM, NO_LATIN, FEATURES),
    *[noto("book", script, MEDIUM) for script in OTHERS],
    ("book-han", HAN, "*-500-normal", None, None, han(), []),
    ("book-hangul", HANGUL, "*-500-normal", None, None, hangul(), []),
    ("emoji", "@fontsource/noto-color-emoji@5.3.2", "{}-400-normal", ["emoji"], None, EVERYTHING, ["*"]),
]


def package(folder, name):
    """Unpacks a package once; npm checks it against the registry's own checksum."""
    target = os.path.join(folder, name.replace("/", "-").replace("@", ""))
    if not os.path.isdir(target):
        os.makedirs(target)
        packed = subprocess.run(["npm", "pack", "--silent", name], cwd=target, check=True, capture_output=True, text=True)
        subprocess.run(["tar", "xzf", packed.stdout.split()[-1]], cwd=target, check=True)
    return os.path.join(target, "package")


def files(root, name, pattern, subsets):
    short = name.split("/")[1].split("@")[0]
    patterns = [pattern] if subsets is None else [pattern.format(one) for one in subsets]
    found = [sorted(glob.glob(os.path.join(root, "files", f"{short}-{one}.woff2"))) for one in patterns]
    return [file for group in found for file in group]


def cut(file, axes, characters, features):
    """One file of a package: at one place of its axes, with the wanted characters only; none if it has none."""
    font = TTFont(file)
    if not set(font.getBestCmap()) & characters:
        return None
    if "SVG " in font:
        del font["SVG "]
    if axes and "fvar" in font:
        here = {axis.axisTag for axis in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, {tag: place for tag, place in axes.items() if tag in here})
    options = subset.Options(layout_features=features, hinting=False, glyph_names=False, notdef_outline=True)
    options.name_IDs = [1, 2, 3, 4, 6, 13, 14]
    options.drop_tables += ["DSIG", "STAT", "vhea", "vmtx", "BASE", "VORG", "meta", "gasp"]
    if not features:
        options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    return font


def joined(fonts):
    """Fonts of one family, cut apart for the web, as one again."""
    if len(fonts) == 1:
        return fonts[0]
    held = []
    for font in fonts:
        buffer = io.BytesIO()
        font.flavor = None
        font.save(buffer)
        buffer.seek(0)
        held.append(buffer)
    return Merger(MergeOptions()).merge(held)


def with_chains(font):
    """Rules of context by coverage, written as chains without context, which say the same: the shaper (harfrust 0.12)
    overlooks the others where it looks for the consonants that stand below another, as Bengali's ra does."""
    lookups = font["GSUB"].table.LookupList.Lookup if "GSUB" in font else []
    for lookup in lookups:
        if lookup.LookupType != 5 or any(one.Format != 3 for one in lookup.SubTable):
            continue
        lookup.LookupType = 6
        for place, one in enumerate(lookup.SubTable):
            chain = otTables.ChainContextSubst()
            chain.Format = 3
            chain.BacktrackCoverage, chain.InputCoverage, chain.LookAheadCoverage = [], one.Coverage, []
            chain.SubstLookupRecord = one.SubstLookupRecord
            lookup.SubTable[place] = chain


def named(font, face):
    """Modified versions bear a name of their own, as the licence asks where a name is reserved."""
    family, style = "Broadside Cards", face
    names = {1: f"{family} {style}", 2: "Regular", 3: f"{family} {style}", 4: f"{family} {style}", 6: f"BroadsideCards-{style}"}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]


def main(folder, wanted):
    for face, name, pattern, subsets, axes, characters, features in FACES:
        if wanted and face not in wanted:
            continue
        sources = files(package(folder, name), name, pattern, subsets)
        font = joined([one for one in (cut(file, axes, characters, features) for file in sources) if one])
        with_chains(font)
        named(font, face)
        font.flavor = None
        font["head"].created = font["head"].modified = 0
        font.recalcTimestamp = False
        buffer = io.BytesIO()
        font.save(buffer)
        plain = buffer.getvalue()
        packed = brotli.compress(plain, quality=11, lgwin=24)
        with open(os.path.join(HERE, f"{face}.ttf.br"), "wb") as out:
            out.write(packed)
        print(f"{face:20} {len(plain):9} {len(packed):9} {len(font.getBestCmap()):6} characters", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
