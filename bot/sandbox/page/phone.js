// The lock screen of the person in front: what others in the room could read on it.

import { el } from "./element.js";
import { day, since, time } from "./moment.js";
import { say } from "./strings.js";

/** The phone in `host`; `open(notification)` when one is tapped, `clear()` to wipe them away. */
export function phone(host, { open, clear }) {
  let drawn = "";

  function card(notification, now, app) {
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "notification", on: { click: () => open(notification) } },
        el(
          "span",
          { class: "notification-head" },
          el("span", { class: "notification-app" }, "Slack"),
          el("time", {}, since(now, notification.at)),
        ),
        el("strong", {}, notification.title || app),
        el("span", { class: "notification-text" }, notification.text),
      ),
    );
  }

  /** Shows the phone at `now` with its `notifications`, newest first, and the authenticator app's `code` if it has one. */
  return function show(now, notifications, app, name, code = "") {
    const picture = JSON.stringify([now, notifications, app, name, code, say("phone")]);
    if (picture === drawn) return;
    drawn = picture;
    const newest = [...notifications].reverse();
    host.replaceChildren(
      el("p", { class: "phone-owner" }, name),
      el("p", { class: "phone-time" }, time(now)),
      el("p", { class: "phone-day" }, day(now)),
      newest.length
        ? el(
            "ul",
            { class: "notifications" },
            newest.map((each) => card(each, now, app)),
          )
        : el("p", { class: "phone-empty" }, say("noNotifications")),
      (newest.length > 0 &&
        el("button", { type: "button", class: "phone-clear", on: { click: clear } }, say("clear"))) ||
        "",
      (code && el("p", { class: "phone-code" }, say("authenticator"), el("strong", {}, code))) || "",
    );
  };
}
