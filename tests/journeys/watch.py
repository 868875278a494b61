"""Looks over everybody's shoulder for a whole journey: every screen has its help button and its reader's language."""

import re
from typing import Any

from bot.sandbox.town import Town
from bot.sandbox.townhall import APPOINTMENTS, DIVISIONS, OUTSIDERS, STAFF
from bot.sandbox.words_seen import words_in

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
ENGLISH_SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
NAMED = {word for one in (*STAFF, *OUTSIDERS) for word in (one.name, one.unit, one.room) if word} | {
    *DIVISIONS.values()
}
FIELDS = {one.field for one in APPOINTMENTS if one.field}


class Watch:
    """Collects what each person is shown, from the moment it is made."""

    def __init__(self, town: Town) -> None:
        self._sandbox = town.sandbox
        phones = {contact.phone for contact in town.program.casework.policy.contacts}
        self._as_written = sorted(NAMED | FIELDS | phones, key=len, reverse=True)  # as the roster has them
        self.screens: dict[str, list[dict[str, Any]]] = {}
        self.words: dict[str, set[str]] = {}
        town.sandbox.workspace.on_change.append(self._look)

    def text(self, person: str) -> str:
        """Every word that this person has been shown."""
        return "\n".join(sorted(self.words.get(person, set())))

    def titles(self, person: str) -> list[str]:
        """The titles of the modals, in the order in which they came."""
        return [view["title"]["text"] for view in self.screens.get(person, [])]

    def without_help(self) -> list[str]:
        """The modals from which nobody could have reached the help lines (G5)."""
        return [
            view["title"]["text"]
            for views in self.screens.values()
            for view in views
            if "home.help" not in {view["callback_id"], *actions(view)}
        ]

    def in_another_language(self) -> list[str]:
        """What was not in its reader's language."""
        wrong = []
        for person, words in self.words.items():
            foreign = ENGLISH_SENTENCE if self._sandbox.workspace.members[person].locale == "ja-JP" else JAPANESE
            wrong += [word for word in words if foreign.search(self._without_names(word))]
        return wrong

    def _without_names(self, words: str) -> str:
        for name in self._as_written:
            words = words.replace(name, "")
        return words

    def _look(self) -> None:
        for person, state in self._sandbox.workspace.states.items():
            seen, words = self.screens.setdefault(person, []), self.words.setdefault(person, set())
            for modal in state.modals:
                if modal.view not in seen:
                    seen.append(dict(modal.view))
                    words.update(_words(modal.view))
                words.update(modal.errors.values())
            words.update(_words(state.home) if state.home else ())
            words.update(w for m in state.messages if m.author == "app" for w in (m.text, *words_in(m.blocks)))


def actions(view: dict[str, Any]) -> set[str]:
    """The action ids of a view's buttons."""
    return {element.get("action_id", "") for block in view["blocks"] for element in block.get("elements", ())}


def _words(view: dict[str, Any]) -> list[str]:
    edges = [view[name]["text"] for name in ("title", "submit", "close") if view.get(name)]
    return [*edges, *words_in(view["blocks"])]
