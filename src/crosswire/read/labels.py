"""The names that pages and servers give to encodings, and what they mean on the web."""

from __future__ import annotations

# Encoding as Python knows it: its labels (WHATWG Encoding Standard, section 4.2, read 2026-11). The standard's own
# choices, which differ from the labels' words: iso-8859-1 and ascii mean windows-1252, gb2312 and gbk mean gb18030,
# shift_jis means Microsoft's variant, tis-620 means windows-874. What is not here is no encoding of the web: UTF-7,
# which hides markup in plain ASCII, and Python's own codecs (unicode_escape, idna …) are never used for a page.
_LABELS = {
    "utf-8": ("unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 "),
    "cp866": ("866 cp866 csibm866 ibm866 "),
    "iso8859-2": ("csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 "),
    "iso8859-3": ("csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 "),
    "iso8859-4": ("csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 "),
    "iso8859-5": ("csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 "),
    "iso8859-6": (
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
        "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "
    ),
    "iso8859-7": (
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
        "iso_8859-7:1987 sun_eu_greek "
    ),
    "iso8859-8": (
        "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
        "iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical "
    ),
    "iso8859-10": ("csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 "),
    "iso8859-13": ("iso-8859-13 iso8859-13 iso885913 "),
    "iso8859-14": ("iso-8859-14 iso8859-14 iso885914 "),
    "iso8859-15": ("csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 "),
    "iso8859-16": ("iso-8859-16 "),
    "koi8-r": ("cskoi8r koi koi8 koi8-r koi8_r "),
    "koi8-u": ("koi8-ru koi8-u "),
    "mac-roman": ("csmacintosh mac macintosh x-mac-roman "),
    "cp874": ("dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 "),
    "cp1250": ("cp1250 windows-1250 x-cp1250 "),
    "cp1251": ("cp1251 windows-1251 x-cp1251 "),
    "cp1252": (
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
        "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 "
    ),
    "cp1253": ("cp1253 windows-1253 x-cp1253 "),
    "cp1254": (
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
        "windows-1254 x-cp1254 "
    ),
    "cp1255": ("cp1255 windows-1255 x-cp1255 "),
    "cp1256": ("cp1256 windows-1256 x-cp1256 "),
    "cp1257": ("cp1257 windows-1257 x-cp1257 "),
    "cp1258": ("cp1258 windows-1258 x-cp1258 "),
    "mac-cyrillic": ("x-mac-cyrillic x-mac-ukrainian "),
    "gb18030": ("chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 "),
    "big5hkscs": ("big5 big5-hkscs cn-big5 csbig5 x-x-big5 "),
    "euc_jp": ("cseucpkdfmtjapanese euc-jp x-euc-jp "),
    "iso2022_jp": ("csiso2022jp iso-2022-jp "),
    "cp932": ("csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis "),
    "cp949": (
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 "
    ),
}
ENCODINGS = {label: name for name, labels in _LABELS.items() for label in labels.split()}

# Only a server can mean these: in a page's own bytes a label that could be read as ASCII can't be true.
WIDE = {
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "unicode": "utf-16-le",
    "ucs-2": "utf-16-le",
    "iso-10646-ucs-2": "utf-16-le",
    "csunicode": "utf-16-le",
    "unicodefeff": "utf-16-le",
    "utf-16be": "utf-16-be",
    "unicodefffe": "utf-16-be",
}

# A wider form of an encoding, for text that does not fit the one it names: row 13 (①, ㈱) in Japanese pages, the
# private characters of Taiwanese Windows.
WIDER = {"euc_jp": "euc_jis_2004", "iso2022_jp": "iso2022_jp_ext", "big5hkscs": "cp950"}

# Encodings of languages in Latin letters: in their text letters outside ASCII are the fewer.
LATIN = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac-roman"}
    | {f"iso8859-{n}" for n in (2, 3, 4, 10, 13, 14, 15, 16)}
)


def encoding_of(label: str, *, by_server: bool = False) -> str | None:
    """The encoding that a label means, as Python knows it; None for a label that the web does not know.

    `latin1` → cp1252. `utf-16` is believed of a server; a page that says it of itself is UTF-8.
    """
    name = label.strip().lower()
    if name in WIDE:
        return WIDE[name] if by_server else "utf-8"
    return ENCODINGS.get(name)
