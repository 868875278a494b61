// The short question of a confirm object, over everything else.

import { el } from "./element.js";
import { textObject } from "./mrkdwn.js";
import { say } from "./strings.js";

/** Asks what `confirm` says; resolves to true when the person agrees, false on refusal or Escape. */
export function confirmed(confirm, reader) {
  return new Promise((resolve) => {
    const answer = (value) => () => dialog.close(value);
    const dialog = el(
      "dialog",
      {
        class: "confirm",
        role: "alertdialog",
        "aria-label": confirm.title.text,
        on: {
          close: () => {
            dialog.remove();
            resolve(dialog.returnValue === "yes");
          },
        },
      },
      el("h2", {}, confirm.title.text),
      textObject(confirm.text, reader),
      el(
        "div",
        { class: "confirm-buttons" },
        el(
          "button",
          { type: "button", class: "button", on: { click: answer("no") } },
          confirm.deny?.text ?? say("cancel"),
        ),
        el(
          "button",
          { type: "button", class: `button ${confirm.style ?? "primary"}`, on: { click: answer("yes") } },
          confirm.confirm.text,
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
