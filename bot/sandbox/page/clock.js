// The clock of the workspace: what time it is there, what waits, and the buttons that move it on.

import { el } from "./element.js";
import { day, since, time, year } from "./moment.js";
import { say } from "./strings.js";

function waitingLine({ now, waiting }) {
  if (!waiting.length) return null;
  const at = since(now, waiting.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0]);
  return say(waiting.length === 1 ? "waitingOne" : "waitingMany", { n: waiting.length, at });
}

/** The clock in `host`; `move(body)` asks the sandbox to move on and resolves when it has. */
export function clock(host, move) {
  let drawn = "";

  async function push(body, button) {
    host.setAttribute("aria-busy", "true");
    button.setAttribute("aria-busy", "true");
    status.textContent = say("moving");
    try {
      await move(body);
    } finally {
      host.removeAttribute("aria-busy");
      button.removeAttribute("aria-busy");
      status.textContent = "";
    }
  }

  const status = el("p", { class: "clock-status", role: "status" });

  function mover(key, body, disabled = false) {
    const button = el(
      "button",
      {
        type: "button",
        class: "button",
        disabled,
        data: { move: key },
        on: { click: () => push(body, button) },
      },
      say(key),
    );
    return button;
  }

  /** Shows `state` = {now, waiting, next}. */
  return function show(state) {
    const picture = JSON.stringify([state, say("clock")]);
    if (picture === drawn) return;
    drawn = picture;
    const focused = host.contains(document.activeElement) ? document.activeElement.dataset.move : null;
    host.replaceChildren(
      el(
        "p",
        { class: "clock-now" },
        el("span", { class: "clock-year" }, year(state.now)),
        " ",
        el("time", { datetime: state.now }, `${day(state.now)} ${time(state.now)}`),
      ),
      el("p", { class: "clock-note" }, say("clockNote")),
      el(
        "div",
        { class: "clock-moves" },
        mover("hour", { minutes: 60 }),
        mover("oneDay", { days: 1 }),
        mover("next", { to: state.next }, !state.next),
      ),
      el(
        "p",
        { class: "clock-next" },
        state.next ? say("nextAt", { at: since(state.now, state.next) }) : say("nothingNext"),
      ),
      ...[waitingLine(state)].filter(Boolean).map((line) => el("p", { class: "clock-waiting" }, line)),
      status,
    );
    if (focused) host.querySelector(`[data-move="${focused}"]`)?.focus();
  };
}
