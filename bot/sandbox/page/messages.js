// The DM with the app: the messages, and the composer with what is not sent yet.

import { blocks } from "./blocks.js";
import { el, keepingPlace } from "./element.js";
import { day, ofTs, time } from "./moment.js";
import { mrkdwn } from "./mrkdwn.js";
import { face, glyph } from "./people.js";
import { say } from "./strings.js";

const NEAR_END = 40; // pixels: whoever reads older messages is not pulled down by a new one

/** A file of a message: a picture, or that it is gone. */
function attached(file) {
  if (file.deleted) return el("p", { class: "file-gone" }, say("fileGone"));
  return el("img", { class: "file", src: `/sandbox/files/${file.id}`, alt: file.alt || file.title });
}

/** One message; `scene` = {person, app, surfaceOf(where, key, ts)}. */
function message({ ts, from, text, blocks: list, edited, files = [] }, { person, app, surfaceOf }) {
  const surface = surfaceOf("message", `${person.id} ${ts}`, ts);
  const fromApp = from === "app";
  const author = fromApp ? app : person.name;
  const tag = fromApp && el("span", { class: "tag" }, say("app"));
  const body = list.length ? blocks(list, surface) : el("div", { class: "mrkdwn" }, mrkdwn(text, surface));
  return el(
    "article",
    { class: "message", "aria-label": author, data: { ts } },
    fromApp ? glyph(app) : face(person),
    el(
      "div",
      { class: "message-body" },
      el("p", { class: "message-head" }, el("strong", {}, author), tag, el("time", {}, time(ofTs(ts)))),
      body,
      ...files.map(attached),
      edited && el("span", { class: "edited" }, say("edited")),
    ),
  );
}

function rows(messages, scene) {
  return messages.flatMap((each, index) => {
    const today = day(ofTs(each.ts));
    const opens = index === 0 || today !== day(ofTs(messages[index - 1].ts));
    const one = message(each, scene);
    return opens ? [el("p", { class: "day" }, el("span", {}, today)), one] : [one];
  });
}

/** Draws `messages` into `list`; it stays at its end if it was there or just came into sight (`turned`). */
export function drawMessages(list, messages, scene, turned) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
  const nothing = () => [el("p", { class: "empty" }, say("noMessages"))];
  keepingPlace(list, () => list.replaceChildren(...(messages.length ? rows(messages, scene) : nothing())));
  if (atEnd || turned) list.scrollTop = list.scrollHeight;
}

const drafts = new Map(); // person -> what stands unsent in the composer

async function send(person, box, act) {
  const text = box.value.trim();
  if (!text) return;
  const [, command, rest] = text.match(/^(\/\S+)\s*(.*)$/s) ?? [];
  box.value = "";
  drafts.delete(person.id);
  const sent = await (command ? act("command", { command, text: rest }) : act("type", { text }));
  if (sent.trouble && !box.value) box.value = text;
}

/** Draws the composer into `host`; `open` says whether the app takes messages. `act` posts an act. */
export function drawComposer(host, open, { person, app, act }) {
  if (!open) return host.replaceChildren(el("p", { class: "composer-closed" }, say("closedComposer")));
  const onKeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(person, box, act);
  };
  const name = say("compose", { app });
  const box = el("textarea", {
    rows: 1,
    "aria-label": name,
    placeholder: name,
    autocomplete: "off",
    on: { keydown: onKeydown, input: () => drafts.set(person.id, box.value) },
  });
  box.value = drafts.get(person.id) ?? "";
  const onClick = () => send(person, box, act);
  const button = { type: "button", class: "button primary", on: { click: onClick } };
  host.replaceChildren(box, el("button", button, say("send")));
}
