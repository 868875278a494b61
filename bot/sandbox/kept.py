"""What an export of the workspace would contain: every message, also as it was before edits and deletion."""

from bot.sandbox.methods import shown
from bot.sandbox.strictness import elements
from bot.sandbox.words_seen import words_in
from bot.sandbox.workspace import Json, Message, Workspace


def kept(workspace: Workspace) -> Json:
    """The export: messages in order of time, and files; `blocks` holds everything as it is stored."""
    messages = [
        told
        for person, state in workspace.states.items()
        for message in state.messages
        if not message.ephemeral
        for told in _versions(workspace, person, message)
    ]
    return {
        "messages": sorted(messages, key=lambda one: float(one["ts"])),
        "files": [shown(file) for file in workspace.files.values() if file["complete"]],
        "note": "",  # the page explains the panel in its reader's language
    }


def _versions(workspace: Workspace, person: str, message: Message) -> list[Json]:
    member = workspace.members.get(person)
    head = {"with": person, "with_name": member.name if member else person, "from": message.author}
    now: Json = {"what": "sent", "at": "", "text": message.text, "blocks": message.blocks}
    versions = [*message.past, *([] if message.deleted else [now])]
    return [
        {
            **head,
            **version,
            "ts": message.ts,
            "blocks_text": "\n".join(words_in(version["blocks"])),
            "action_ids": [one["action_id"] for block in version["blocks"] for one in elements(block)],
            "metadata": message.metadata,
        }
        for version in versions
    ]
