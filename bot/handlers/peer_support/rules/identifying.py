"""Finds in a text what may tell who somebody is, so that it can be left out before anybody reads it (Yam 10(2), 11(3)).

It is careful rather than clever: a name of the roster is found in every spelling the policy knows, also where
it happens to be another word. Whoever wrote the text sees what would be left out before it goes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.handlers.peer_support.rules.spelling import Spelling, spelling_of, squeezed
from bot.rules.people import Person
from bot.rules.policy import IdentifyingKind, Policy

PART_ALONE, SURNAME_ALONE = 3, 2  # so long must a part of a name be to be taken for one without "Mr" or "Ms"
NUMBER_ALONE = 4  # digits of a telephone number of the roster
ROUNDS = 3  # what is left out can uncover something beside it, such as a date before a name
BLANK = "\ufffd"


class Found(NamedTuple):
    """A stretch of the text, from `start` up to but not including `end`, and what it may be."""

    kind: IdentifyingKind
    start: int
    end: int


def found(text: str, people: Mapping[str, Person], policy: Policy) -> tuple[Found, ...]:
    """Every stretch of `text` that may identify somebody, in order, none within another.

    `people` is the roster: their names, units, rooms, account ids and telephone numbers are looked for in any
    spacing, width and case; dates, addresses and numbers of documents by the patterns of the policy.
    """
    spelling = spelling_of(policy.identifying)
    lexicon = _Lexicon.of(people.values(), spelling)
    plain, hits = spelling.plain(text), list[Found]()
    for _ in range(ROUNDS):
        new = [*_listed(plain, lexicon, spelling), *_patterned(plain, spelling)]
        if not new:
            break
        hits += new
        plain = _blanked(plain, new)
    return _joined(plain, hits)


def stripped(text: str, hits: Iterable[Found], marks: Mapping[IdentifyingKind, str]) -> str:
    """`text` with every hit (as `found` gives them) replaced by the neutral mark of its kind."""
    kept, done = [], 0
    for hit in hits:
        kept += [text[done : hit.start], marks[hit.kind]]
        done = hit.end
    return "".join([*kept, text[done:]])


def few_fit(text: str, people: Mapping[str, Person], policy: Policy) -> bool:
    """Whether fewer people of the roster than the policy's smallest cell match what the text says of somebody.

    Looked at are the units, rooms and employment classes it names; a text that names none fits everybody.
    """
    spelling = spelling_of(policy.identifying)
    here = [person for person in people.values() if not person.left]
    said = spelling.word(text)
    for words_of in (_unit_words, _room_words, _class_words):
        fitting = {person.id for person in people.values() if any(word in said for word in words_of(person, spelling))}
        here = [person for person in here if not fitting or person.id in fitting]
    return len(here) < policy.minimum_cell


class _Lexicon(NamedTuple):
    """The roster's words, folded and without spaces: those that stand alone, and parts of names that need a title."""

    alone: Mapping[str, IdentifyingKind]
    called: frozenset[str]

    @staticmethod
    def of(people: Iterable[Person], spelling: Spelling) -> "_Lexicon":
        alone: dict[str, IdentifyingKind] = {}
        called: set[str] = set()
        for person in people:
            alone |= dict.fromkeys(_class_words(person, spelling), "employment")
            alone |= dict.fromkeys(_room_words(person, spelling), "room")
            alone |= dict.fromkeys(_unit_words(person, spelling), "unit")
            alone[spelling.word(person.id)] = "mention"
            if sum(character.isdigit() for character in person.phone) >= NUMBER_ALONE:
                alone[spelling.word(person.phone)] = "phone"
            whole, parts = _name(person, spelling)
            alone |= {part: "name" for part in (whole, *parts) if _stands_alone(part, parts)}
            called |= {*parts, *(_beginnings(whole) if len(parts) == 1 else ())}
        return _Lexicon(alone, frozenset(called - {""}))


def _name(person: Person, spelling: Spelling) -> tuple[str, list[str]]:
    """The name as one word, and its parts, the surname first."""
    parts = [spelling.word(part) for part in person.name.split()]
    return "".join(parts), parts


def _stands_alone(part: str, parts: Sequence[str]) -> bool:
    surname = part == parts[0] if parts else False
    whole = part == "".join(parts)
    enough = SURNAME_ALONE if (surname or whole) and not part.isascii() else PART_ALONE
    return len(part) >= enough


def _beginnings(whole: str) -> list[str]:
    """What may be the surname of a name that the roster has without a space."""
    return [] if whole.isascii() else [whole[:length] for length in range(1, len(whole))]


def _unit_words(person: Person, spelling: Spelling) -> Sequence[str]:
    return [spelling.word(person.unit)] if person.unit.strip() else []


def _room_words(person: Person, spelling: Spelling) -> Sequence[str]:
    return [spelling.word(person.room)] if person.room.strip() else []


def _class_words(person: Person, spelling: Spelling) -> Sequence[str]:
    return spelling.classes.get(person.employment, ())


def _listed(plain: str, lexicon: _Lexicon, spelling: Spelling) -> Iterator[Found]:
    """The roster's words in the text, however they are spaced; a name with the title that follows it."""
    said, places = squeezed(plain)
    lengths = sorted({len(word) for word in (*lexicon.alone, *lexicon.called)}, reverse=True)
    for start in range(len(said)):
        for length in lengths:
            hits = (
                Found(kind, places[start], places[end - 1] + 1)
                for kind, end in _ends(said, start, start + length, lexicon, spelling)
            )
            hit = next((hit for hit in hits if _is_whole(plain, hit)), None)
            if hit is not None:
                yield hit
                break


def _ends(
    said: str, start: int, end: int, lexicon: _Lexicon, spelling: Spelling
) -> Iterator[tuple[IdentifyingKind, int]]:
    """What the word from `start` to `end` may be and where that ends: a name with its title, or the word alone."""
    word = said[start:end]
    kind = lexicon.alone.get(word)
    if kind == "name" or word in lexicon.called:
        title = spelling.titles.match(said, end)
        if title is not None:
            yield "name", title.end()
    if kind is not None:
        yield kind, start + len(word)


def _is_whole(plain: str, hit: Found) -> bool:
    """Whether a hit that begins or ends in Latin letters or digits does not cut a word in two."""
    edges = ((hit.start - 1, hit.start), (hit.end - 1, hit.end))
    return not any(
        left >= 0 and right < len(plain) and _latin(plain[left]) and _latin(plain[right]) for left, right in edges
    )


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _patterned(plain: str, spelling: Spelling) -> Iterator[Found]:
    for kind, pattern in spelling.patterns:
        for match in pattern.finditer(plain):
            yield Found(kind, match.start(), match.end())


def _blanked(plain: str, hits: Iterable[Found]) -> str:
    for hit in hits:
        plain = plain[: hit.start] + BLANK * (hit.end - hit.start) + plain[hit.end :]
    return plain


def _joined(plain: str, hits: Iterable[Found]) -> tuple[Found, ...]:
    """The hits in order; those that overlap become one of the first's kind, neighbours of one kind too."""
    joined: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        last = joined[-1] if joined else None
        between = plain[last.end : hit.start] if last else ""
        if last and (hit.start < last.end or (hit.kind == last.kind and not between.strip())):
            joined[-1] = last._replace(end=max(last.end, hit.end))
        else:
            joined.append(hit)
    return tuple(joined)
