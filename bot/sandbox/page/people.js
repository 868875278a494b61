// The list of people, to be any of them; a badge shows on whose phone a notification waits.

import { el } from "./element.js";
import { say } from "./strings.js";

const hue = (text) =>
  ([...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) * 137) % 360;

/** The small square that stands for a person. */
export function face({ name, id }) {
  const node = el("span", { class: "face", "aria-hidden": "true" }, [...name][0]);
  node.style.setProperty("--hue", hue(id));
  return node;
}

/** The small square that stands for the app. */
export const glyph = (app) => el("span", { class: "glyph", "aria-hidden": "true" }, [...app][0]);

/** Unit and title, the unit once. */
const post = ({ unit, title }) => (title.startsWith(unit) ? title : `${unit} ${title}`);

const found = (person, words) =>
  words.every((word) =>
    `${person.name} ${person.title} ${person.unit} ${person.roles_note}`.toLowerCase().includes(word),
  );

/** The list in `host`; `choose(id)` is called with the person to be. */
export function peopleList(host, choose) {
  const search = el("input", { type: "search", autocomplete: "off", on: { input: () => draw() } });
  const list = el("ul", { class: "people-list", lang: "ja", on: { keydown: (event) => walk(event) } });
  host.replaceChildren(el("div", { class: "people-search" }, search), list);
  let scene = { people: [], chosen: null };
  let drawn = "";

  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.querySelectorAll("button")];
    buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  }

  function row(person) {
    const waiting = person.unread;
    return el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "person",
          disabled: person.deleted,
          "aria-current": String(person.id === scene.chosen),
          data: { person: person.id },
          on: { click: () => choose(person.id) },
        },
        face(person),
        el(
          "span",
          { class: "person-words" },
          el(
            "span",
            { class: "person-name" },
            person.name,
            person.guest && el("span", { class: "tag" }, say("guest")),
            person.deleted && el("span", { class: "tag" }, say("gone")),
          ),
          el("span", { class: "person-note" }, post(person)),
          person.roles_note && el("span", { class: "person-role" }, person.roles_note),
        ),
        waiting > 0 &&
          el(
            "span",
            { class: "badge", role: "img", "aria-label": say("unread", { n: waiting }) },
            String(waiting),
          ),
      ),
    );
  }

  function draw() {
    search.placeholder = say("search");
    search.setAttribute("aria-label", say("search"));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = scene.people.filter((person) => !person.is_bot && found(person, words));
    const picture = JSON.stringify([rows, scene.chosen, say("search")]);
    if (picture === drawn) return;
    drawn = picture;
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    list.replaceChildren(
      ...(rows.length
        ? rows.map(row)
        : [el("li", { class: "empty" }, say(scene.people.length ? "nobody" : "noPeople"))]),
    );
    if (focused) list.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Shows `people` and which of them is `chosen`. */
  return function show(next) {
    scene = next;
    draw();
  };
}
