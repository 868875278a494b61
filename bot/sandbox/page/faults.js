// Faults on demand: makes the next calls of one method fail, for developers.

import { post, read } from "./door.js";
import { el } from "./element.js";
import { language, say } from "./strings.js";

const METHODS = [
  "chat.postMessage",
  "chat.update",
  "views.open",
  "views.update",
  "views.push",
  "views.publish",
  "conversations.open",
  "conversations.history",
  "users.info",
];
const KINDS = [
  "rate_limited",
  "http_status",
  "html",
  "error",
  "timeout_before",
  "timeout_after",
  "reset_before",
  "reset_after",
];
// Counters of Socket Mode, not of one method.
const COUNTERS = ["duplicate_events", "late_events", "dead_tickets", "lost_acks"];

function labelled(key, field) {
  return el("label", { class: "fault-field" }, el("span", {}, say(key)), field);
}

/** The panel in `host` (a details element). */
export function faults(host) {
  const title = el("summary", {});
  const body = el("div", { class: "panel-body" });
  const waiting = el("ul", { class: "fault-list" });
  host.replaceChildren(title, body);
  let drawn = "";

  async function stop() {
    await post("faults", { clear: true, release_late_events: true });
    await show();
  }

  function form() {
    const method = el(
      "select",
      {},
      METHODS.map((each) => el("option", { value: each }, each)),
    );
    const kind = el(
      "select",
      {},
      [...KINDS, ...COUNTERS].map((each) => el("option", { value: each }, say(each))),
    );
    const times = el("input", { type: "number", min: 1, max: 99, value: 1 });
    const onSubmit = async (event) => {
      event.preventDefault();
      const n = Number(times.value);
      await post(
        "faults",
        COUNTERS.includes(kind.value)
          ? { [kind.value]: n }
          : { method: method.value, kind: kind.value, times: n },
      );
      await show();
    };
    return el(
      "form",
      { class: "fault-form", on: { submit: onSubmit } },
      labelled("method", method),
      labelled("kind", kind),
      labelled("times", times),
      el(
        "div",
        { class: "fault-buttons" },
        el("button", { type: "button", class: "button", on: { click: stop } }, say("stopFaults")),
        el("button", { type: "submit", class: "button" }, say("cause")),
      ),
    );
  }

  async function show() {
    title.textContent = say("faults");
    if (!host.open) return;
    if (drawn !== language())
      body.replaceChildren(el("p", { class: "panel-note" }, say("faultsNote")), form(), waiting);
    drawn = language();
    const told = await read("faults");
    const counted = COUNTERS.filter((name) => told[name]).map((name) => ({
      method: "Socket Mode",
      kind: name,
      times: told[name],
    }));
    const rows = [...told.faults, ...counted];
    waiting.replaceChildren(
      ...(rows.length
        ? rows.map(({ method, kind, times }) =>
            el("li", {}, el("code", {}, method), ` ${say(kind)} ×\u00a0${times}`),
          )
        : [el("li", { class: "panel-note" }, say("faultsNone"))]),
    );
  }

  host.addEventListener("toggle", show);
  return show;
}
