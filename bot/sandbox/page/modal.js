// The dialog in front: the top of one person's stack, with what was typed kept as long as in Slack.

import { Surface, blocks } from "./blocks.js";
import { el, keepingPlace } from "./element.js";
import { say } from "./strings.js";

const CONTROLS = ["button", "input", "select", "textarea"].map((tag) => `${tag}:not(:disabled)`);
const FOCUSABLE = [...CONTROLS, "summary", "a[href]"].join(", ");

function trap(event, dialog) {
  if (event.key !== "Tab") return;
  const reachable = [...dialog.querySelectorAll(FOCUSABLE)].filter((node) => node.checkVisibility());
  const [first, last] = [reachable[0], reachable.at(-1)];
  const outside = !dialog.contains(document.activeElement) || document.activeElement === dialog;
  if (event.shiftKey && (outside || document.activeElement === first)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (outside || document.activeElement === last)) {
    event.preventDefault();
    first.focus();
  }
}

/** The block that gets the focus when `view` opens. */
const focusBlock = (view) =>
  view.blocks.find(({ element }) => element?.focus_on_load) ??
  view.blocks.find(({ type }) => type === "input");

/** The modals of one client. `host` holds the dialog; `beneath` cannot be reached while it is open;
 *  `act(name, body)` posts an act of the person. */
export class Modals {
  #typed = new Map(); // view id -> answers; a view id is never used twice
  #dialog = null;
  #opener = null; // what had the focus before
  #view = null;
  #surface = null;
  #picture = ""; // what is drawn now
  #refused = {}; // what the client itself found wrong at the last submit
  #errorsSeen = "";

  constructor(host, beneath, act) {
    Object.assign(this, { host, beneath, act });
  }

  /** Shows the top of `stack`, or nothing; `scene` = {people, spoken}.
   *  `drawn` names everything else that the picture depends on (person, language). */
  show(stack, scene, drawn) {
    const top = stack.at(-1);
    if (!top) return this.#leave();
    const picture = JSON.stringify([top.view, drawn]);
    if (this.#picture !== picture) {
      this.#redraw(top.view, top.values, scene);
      this.#picture = picture;
    }
    this.#dialog.dataset.depth = stack.length;
    const trouble = this.#dialog.querySelector(".trouble");
    trouble.textContent = top.trouble ?? "";
    trouble.hidden = !top.trouble;
    this.#showErrors(Object.keys(this.#refused).length ? this.#refused : top.errors);
  }

  async #submit() {
    this.#surface.mended.clear();
    this.#refused = this.#surface.complaints();
    this.#errorsSeen = "";
    if (Object.keys(this.#refused).length) return this.#showErrors(this.#refused);
    this.#dialog.setAttribute("aria-busy", "true");
    await this.act("submit", { values: this.#surface.values() });
    this.#dialog?.removeAttribute("aria-busy");
  }

  #showErrors(errors) {
    const first = this.#surface.showErrors(errors);
    const seen = JSON.stringify(errors);
    if (first && seen !== this.#errorsSeen) first.focus();
    this.#errorsSeen = seen;
  }

  #redraw(view, values, { people, spoken }) {
    const isNew = this.#view?.id !== view.id;
    const answers = this.#typed.get(view.id) ?? structuredClone(values);
    this.#typed.set(view.id, answers);
    const click = (payload) =>
      this.act("click", { where: "modal", ...payload, values: this.#surface.values() });
    this.#surface = new Surface({ answers, click, people, language: spoken });
    this.#view = view;
    this.#refused = {};
    this.#errorsSeen = "";
    if (!this.#dialog) this.#enter();
    if (isNew) this.#draw();
    else keepingPlace(this.#dialog, () => this.#keepingScroll(() => this.#draw()));
    this.#surface.prune();
    if (isNew) this.#focus();
  }

  #enter() {
    const onKeydown = (event) => {
      trap(event, this.#dialog);
      if (event.key === "Escape" && !event.isComposing) this.act("close", { all: false });
    };
    this.#opener = document.activeElement;
    this.#dialog = el("div", {
      class: "dialog",
      role: "dialog",
      tabindex: "-1",
      on: { keydown: onKeydown },
    });
    this.host.append(this.#dialog);
    this.beneath.inert = true;
  }

  #draw() {
    const { title, close, submit, blocks: list } = this.#view;
    const onSubmit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    const closing = (all) => ({ click: () => this.act("close", { all }) });
    const cross = { type: "button", class: "quiet", "aria-label": say("dismissDialog"), on: closing(true) };
    this.#dialog.setAttribute("aria-label", title.text);
    this.#dialog.replaceChildren(
      el("header", { class: "dialog-head" }, el("h1", {}, title.text), el("button", cross, "✕")),
      el(
        "form",
        { class: "dialog-form", novalidate: true, on: { submit: onSubmit } },
        el(
          "div",
          { class: "dialog-body" },
          el("p", { class: "trouble", role: "alert", hidden: true }),
          blocks(list, this.#surface),
        ),
        el(
          "footer",
          { class: "dialog-foot" },
          el("button", { type: "button", class: "button", on: closing(false) }, close?.text ?? say("cancel")),
          submit && el("button", { type: "submit", class: "button primary" }, submit.text),
        ),
      ),
    );
  }

  #keepingScroll(draw) {
    const scrolled = this.#dialog.querySelector(".dialog-body").scrollTop;
    draw();
    this.#dialog.querySelector(".dialog-body").scrollTop = scrolled;
  }

  #focus() {
    const node = this.#surface.inputs.get(focusBlock(this.#view)?.block_id)?.node;
    (node?.querySelector("[data-action-id]") ?? this.#dialog).focus({ preventScroll: true });
  }

  #leave() {
    if (!this.#dialog) return;
    const inside = this.#dialog.contains(document.activeElement);
    this.#dialog.remove();
    [this.#dialog, this.#view, this.#surface, this.#picture] = [null, null, null, ""];
    this.beneath.inert = false;
    if (inside) this.#opened().focus({ preventScroll: true });
  }

  /** What opened the dialog, also when it was drawn again since. */
  #opened() {
    if (this.#opener?.isConnected && this.#opener !== document.body) return this.#opener;
    const { blockId, actionId } = this.#opener?.dataset ?? {};
    const controls = [...this.beneath.querySelectorAll("[data-action-id]")];
    const again = controls.find(
      ({ dataset }) => dataset.blockId === blockId && dataset.actionId === actionId,
    );
    return again ?? this.beneath;
  }
}
