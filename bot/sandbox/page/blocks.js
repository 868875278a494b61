// Block Kit to nodes: one function for each kind of block and of clickable element.

import { confirmed } from "./confirm.js";
import { el, freshId } from "./element.js";
import { complaint, field, fits, isField, untouched } from "./fields.js";
import { richText, textObject } from "./mrkdwn.js";
import { say } from "./strings.js";

/** Where blocks are shown. `answers` = what was typed there so far ({block: {action: answer}}, kept by the
 *  caller over redraws), `click(payload)` = tells the app, `people` = the workspace's people,
 *  `language` = the reader's. */
export class Surface {
  constructor({ answers, click, people, language }) {
    Object.assign(this, { answers, click, people, language, inputs: new Map(), live: [] });
    this.mended = new Set(); // blocks that were changed since they were found wrong
    this.nameOf = (id) => people.find((person) => person.id === id)?.name ?? id;
  }

  /** The answer of one field; before anybody touched it, what the app proposes. */
  answer(block, element) {
    const kept = this.answers[block.block_id]?.[element.action_id];
    return fits(element, kept) ? kept : untouched(element);
  }

  keep(block, element, answer) {
    (this.answers[block.block_id] ??= {})[element.action_id] = answer;
    this.mended.add(block.block_id);
    this.#tell(block.block_id, "");
  }

  /** Forgets the answers of fields that are not shown any more, as Slack does when a view is updated. */
  prune() {
    const shown = new Set(this.live.map(([block, element]) => `${block.block_id} ${element.action_id}`));
    for (const [blockId, actions] of Object.entries(this.answers)) {
      for (const actionId of Object.keys(actions))
        if (!shown.has(`${blockId} ${actionId}`)) delete actions[actionId];
    }
  }

  /** What view.state.values holds: the answers of the fields now shown, and of nothing else. */
  values() {
    const values = {};
    for (const [block, element] of this.live) {
      (values[block.block_id] ??= {})[element.action_id] = this.answer(block, element);
    }
    return values;
  }

  /** What Slack's client itself refuses to send, by block. */
  complaints() {
    const inputs = this.live.filter(([block]) => block.type === "input");
    const found = inputs.map(([block, element]) => [
      block.block_id,
      complaint(element, this.answer(block, element), block.optional),
    ]);
    return Object.fromEntries(found.filter(([, why]) => why));
  }

  /** Shows `errors` ({block: sentence}) under their fields and no others; the first wrong field or null. */
  showErrors(errors) {
    let first = null;
    for (const blockId of this.inputs.keys()) {
      const why = this.mended.has(blockId) ? "" : (errors[blockId] ?? "");
      const control = this.#tell(blockId, why);
      if (why) first ??= control;
    }
    return first;
  }

  /** Says `why` a field is wrong, or nothing; gives its first control. */
  #tell(blockId, why) {
    const { node, slot } = this.inputs.get(blockId) ?? {};
    if (!node) return null;
    slot.textContent = why;
    slot.hidden = !why;
    node.classList.toggle("wrong", Boolean(why));
    const controls = node.querySelectorAll("[data-action-id]");
    controls.forEach((control) =>
      why ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid"),
    );
    return controls[0];
  }
}

const ids = (block, element) => ({ blockId: block.block_id ?? "", actionId: element.action_id ?? "" });

async function press(surface, block, element, node, told) {
  if (element.confirm && !(await confirmed(element.confirm, surface))) return;
  if (element.url) window.open(element.url, "_blank", "noopener");
  node.setAttribute("aria-busy", "true");
  try {
    await surface.click({
      block_id: block.block_id,
      action_id: element.action_id,
      type: element.type,
      ...told,
    });
  } finally {
    node.removeAttribute("aria-busy");
  }
}

function button(element, block, surface) {
  const node = el(
    "button",
    {
      type: "button",
      class: `button ${element.style ?? ""}`,
      "aria-label": element.accessibility_label,
      data: ids(block, element),
      on: { click: () => press(surface, block, element, node, { value: element.value ?? null }) },
    },
    element.text.text,
  );
  return node;
}

function overflow(element, block, surface) {
  const choose = (item) => {
    box.open = false;
    if (item.url) window.open(item.url, "_blank", "noopener");
    press(surface, block, element, box, { selected_option: item });
  };
  const box = el(
    "details",
    {
      class: "overflow",
      on: {
        focusout: (event) => {
          if (!box.contains(event.relatedTarget)) box.open = false;
        },
        keydown: (event) => {
          if (event.key !== "Escape" || !box.open) return;
          event.stopPropagation();
          box.open = false;
          box.firstElementChild.focus();
        },
      },
    },
    el(
      "summary",
      {
        class: "button",
        role: "button",
        "aria-label": element.accessibility_label ?? say("more"),
        data: ids(block, element),
      },
      "⋯",
    ),
    el(
      "div",
      { class: "menu" },
      element.options.map((item) =>
        el("button", { type: "button", on: { click: () => choose(item) } }, item.text.text),
      ),
    ),
  );
  return box;
}

const image = (element) => el("img", { src: element.image_url, alt: element.alt_text, loading: "lazy" });

function unknown({ type }) {
  return el("p", { class: "unknown" }, say("unknownBlock", { type }));
}

/** A field outside or inside an input block; outside, every change goes to the app at once. */
function fieldOf(element, block, surface, label) {
  surface.live.push([block, element]);
  const told = block.type !== "input" || block.dispatch_action;
  const dispatched = () => {
    if (told) press(surface, block, element, node, surface.answer(block, element));
    return Boolean(told);
  };
  const node = field(element, surface.answer(block, element), {
    ...label,
    attributes: { ...label.attributes, data: ids(block, element) },
    optional: block.type !== "input" || block.optional,
    people: surface.people,
    changed: (answer) => surface.keep(block, element, answer),
    dispatched,
  });
  return node;
}

const CLICKABLE = { button, overflow, image };

function element(item, block, surface, name) {
  if (item.type in CLICKABLE) return CLICKABLE[item.type](item, block, surface);
  if (!isField(item)) return unknown(item);
  const label = item.accessibility_label ?? item.placeholder?.text ?? name ?? item.action_id;
  return fieldOf(item, block, surface, { attributes: { "aria-label": label } });
}

function section(block, surface) {
  const words = block.text && textObject(block.text, surface);
  const fields =
    block.fields &&
    el(
      "div",
      { class: "pairs" },
      block.fields.map((text) => textObject(text, surface)),
    );
  const side =
    block.accessory &&
    el("div", { class: "accessory" }, element(block.accessory, block, surface, block.text?.text));
  const wide = block.accessory && /radio_buttons|checkboxes|multi_static_select/.test(block.accessory.type);
  return el(
    "div",
    { class: wide ? "section stacked" : "section" },
    el("div", { class: "section-words" }, words, fields),
    side,
  );
}

function input(block, surface) {
  const [id, labelId, hintId, errorId] = ["field", "label", "hint", "error"].map(freshId);
  if (!isField(block.element)) return unknown(block.element);
  const grouped = /radio_buttons|checkboxes|multi_static_select/.test(block.element.type);
  const described = `${block.hint ? `${hintId} ` : ""}${errorId}`;
  const optional = block.optional && el("span", { class: "optional" }, say("optional"));
  const slot = el("p", { id: errorId, class: "error", role: "alert", hidden: true });
  const node = el(
    "div",
    { class: "input" },
    el(
      grouped ? "p" : "label",
      { class: "label", id: labelId, for: grouped ? null : id },
      block.label.text,
      optional,
    ),
    fieldOf(block.element, block, surface, {
      attributes: { id, "aria-describedby": described },
      labelledBy: labelId,
    }),
    block.hint && el("p", { class: "hint", id: hintId }, block.hint.text),
    slot,
  );
  surface.inputs.set(block.block_id, { node, slot });
  return node;
}

const contextItem = (item, surface) => (item.type === "image" ? image(item) : textObject(item, surface));

const BLOCKS = {
  section,
  input,
  header: (block) => el("h2", { class: "header" }, block.text.text),
  divider: () => el("hr"),
  actions: (block, surface) =>
    el(
      "div",
      { class: "actions" },
      block.elements.map((item) => element(item, block, surface)),
    ),
  context: (block, surface) =>
    el(
      "div",
      { class: "context" },
      block.elements.map((item) => contextItem(item, surface)),
    ),
  image: (block) => el("figure", {}, block.title && el("figcaption", {}, block.title.text), image(block)),
  rich_text: (block, surface) => richText(block, surface),
  alert: (block, surface) =>
    el("div", { class: `alert ${block.level ?? "default"}`, role: "note" }, textObject(block.text, surface)),
};

/** The nodes of `blocks` on `surface`. */
export function blocks(list, surface) {
  return list.map((block) => el("div", { class: "block" }, (BLOCKS[block.type] ?? unknown)(block, surface)));
}
