// "What Slack keeps": what an export of the workspace would contain, word for word.

import { read } from "./door.js";
import { el } from "./element.js";
import { dayAndTime, ofTs } from "./moment.js";
import { say } from "./strings.js";

const SHOWN = 100;

function pair(key, words) {
  return words && [el("dt", {}, say(key)), el("dd", {}, words)];
}

function entry(message) {
  const from = message.from === "app" ? say("fromApp") : say("fromPerson");
  const seen = message.blocks_text && message.blocks_text !== message.text;
  return el(
    "li",
    { class: "kept-entry" },
    el(
      "p",
      { class: "kept-head" },
      el("strong", {}, say("keptWith", { name: message.with_name })),
      el("span", {}, from),
      message.what !== "sent" && el("span", { class: "tag" }, say(`${message.what}_before`)),
      el("time", {}, dayAndTime(ofTs(message.ts))),
    ),
    el(
      "dl",
      {},
      pair(message.from === "app" ? "keptText" : "keptTyped", message.text),
      seen && pair("keptBlocks", message.blocks_text),
      message.action_ids.length > 0 && pair("keptActions", message.action_ids.join(", ")),
    ),
  );
}

function fileName(file) {
  return file.deleted ? say("fileDeleted", { name: file.name }) : file.name;
}

/** The panel in `host` (a details element), and how to show it again; it is read only while it is open. */
export function kept(host) {
  const body = el("div", { class: "panel-body" });
  const title = el("summary", {});
  host.replaceChildren(title, body);
  let drawn = "";

  async function show() {
    title.textContent = say("kept");
    if (!host.open) return;
    const answer = await read("kept");
    const picture = JSON.stringify([answer, say("kept")]);
    if (picture === drawn) return;
    drawn = picture;
    const { messages, files, note } = answer;
    const newest = messages.slice(-SHOWN).reverse();
    const older = messages.length - newest.length;
    body.replaceChildren(
      ...[
        el("p", { class: "panel-note" }, note || say("keptNote")),
        messages.length + files.length === 0 && el("p", { class: "empty" }, say("keptNone")),
        newest.length > 0 && el("ul", { class: "kept-list" }, newest.map(entry)),
        older > 0 && el("p", { class: "panel-note" }, say("keptMore", { n: older })),
        files.length > 0 &&
          el(
            "p",
            { class: "panel-note" },
            `${say("files")}: ${files.map(fileName).join(", ")}`,
          ),
      ].filter(Boolean),
    );
  }

  host.addEventListener("toggle", show);
  return show;
}
