"""A small language for the JSON that Slack accepts; every mistake is told with its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def mistake(words: str, place: str) -> str:
    """One line of `response_metadata.messages`."""
    return f"[ERROR] {words} [json-pointer:{place}]"


def string(limit: int, minimum: int = 1) -> Check:
    """A string of `minimum` to `limit` characters."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield mistake("must be a string", place)
        elif len(value) > limit:
            yield mistake(f"must be less than {limit + 1} characters", place)
        elif len(value) < minimum:
            yield mistake(f"must be more than {minimum - 1} characters", place)

    return check


def pattern(expression: str) -> Check:
    """A string of this form."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(expression, value):
            yield mistake("must match the required format", place)

    return check


def number(lowest: int, highest: int) -> Check:
    """A whole number between the two."""

    def check(value: Any, place: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield mistake("must be an integer", place)
        elif not lowest <= value <= highest:
            yield mistake(f"must be between {lowest} and {highest}", place)

    return check


def flag(value: Any, place: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield mistake("must be a boolean", place)


def one_of(*values: str) -> Check:
    """One of these words."""

    def check(value: Any, place: str) -> Iterator[str]:
        if value not in values:
            yield mistake(f"must be one of: {', '.join(values)}", place)

    return check


def anything(_value: Any, _place: str) -> Iterator[str]:
    """Whatever it is; the sandbox does not look inside."""
    return iter(())


def listing(item: Check, highest: int, lowest: int = 1) -> Check:
    """A list of so many items, each of this shape."""

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield mistake("must be an array", place)
            return
        if len(value) > highest:
            yield mistake(f"no more than {highest} items allowed", place)
        if len(value) < lowest:
            yield mistake(f"must contain at least {lowest} items", place)
        for index, one in enumerate(value):
            yield from item(one, f"{place}/{index}")

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with all of the first fields, perhaps some of the second, and no other."""
    known = {**required, **(optional or {})}

    def check(value: Any, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield mistake("must be an object", place)
            return
        for name in required:
            if value.get(name) is None:
                yield mistake(f"missing required field: {name}", place)
        for name, inner in value.items():
            if name not in known:
                yield mistake(f"invalid additional property: {name}", place)
            elif inner is not None or name not in required:
                yield from known[name](inner, f"{place}/{name}")

    return check


def by_type(shapes: Mapping[str, Check], what: str) -> Check:
    """An object whose `type` says which of the shapes it must have."""

    def check(value: Any, place: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in shapes:
            yield mistake(f"unsupported {what}: {kind}", f"{place}/type")
        else:
            yield from shapes[kind](value, place)

    return check


def plain(limit: int) -> Check:
    """A plain_text object of at most so many characters."""
    return shape({"type": one_of("plain_text"), "text": string(limit)}, {"emoji": flag})


def words(limit: int) -> Check:
    """A plain_text or mrkdwn object of at most so many characters."""
    mrkdwn = shape({"type": one_of("mrkdwn"), "text": string(limit)}, {"verbatim": flag})
    return by_type({"plain_text": plain(limit), "mrkdwn": mrkdwn}, "text type")
