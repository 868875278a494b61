// The Slack of one person: tabs, App Home, the DM with the app, and the modals over them.

import { Surface, blocks } from "./blocks.js";
import { el, keepingPlace } from "./element.js";
import { drawComposer, drawMessages } from "./messages.js";
import { Modals } from "./modal.js";
import { face, glyph } from "./people.js";
import { language, say } from "./strings.js";

const TABS = ["home", "messages"];

/** The client in `host`. `act(name, body)` posts an act of the person in front; `turn(tab)` shows a tab. */
export class Client {
  #beneath = el("div", { class: "beneath", tabindex: "-1" });
  #typed = new Map(); // person and place -> answers of fields outside modals
  #framed = ""; // for whom the parts were made
  #parts = null;
  #before = {}; // what each part shows now
  #modals;

  constructor(host, { act, turn }) {
    Object.assign(this, { host, act, turn });
    host.replaceChildren(this.#beneath);
    this.#modals = new Modals(host, this.#beneath, act);
  }

  /** Shows the scene: person (row of people), state (their Slack), people, app, chosen tab, trouble. */
  show({ person, state, people, app, chosen, trouble }) {
    const framed = JSON.stringify([person.id, app, language()]);
    if (this.#framed !== framed) this.#frame(person, app);
    this.#framed = framed;
    const spoken = person.locale.startsWith("ja") ? "ja" : "en";
    const surfaceOf = (where, key, ts) => this.#surface(where, key, ts, people, spoken);
    const scene = { person, people, app, spoken, act: this.act, surfaceOf };
    this.host.lang = spoken;
    this.#turnTo(chosen);
    const turned = this.#before.tab !== chosen;
    this.#before.tab = chosen;
    this.#when("home", state.home, () => this.#drawHome(state.home, scene));
    this.#when("messages", [state.messages, chosen], () =>
      drawMessages(this.#parts.list, state.messages, scene, turned),
    );
    this.#when("composer", state.composer, () => drawComposer(this.#parts.composer, state.composer, scene));
    this.#parts.trouble.textContent = trouble ? say("trouble", { why: trouble }) : "";
    this.#parts.trouble.hidden = !trouble;
    this.#modals.show(state.modals, scene, [person.id, language()]);
  }

  /** Shows that nobody was chosen yet; `words` say what to do. */
  showNobody(words) {
    this.#framed = "";
    const title = el("h1", {}, say("welcome"));
    this.#beneath.replaceChildren(el("div", { class: "welcome" }, title, el("p", {}, words)));
  }

  /** Draws a part again only when `data` differs from what it shows, so that typing and menus stay. */
  #when(part, data, draw) {
    const picture = JSON.stringify(data);
    if (this.#before[part] === picture) return;
    draw();
    this.#before[part] = picture;
  }

  #surface(where, key, ts, people, spoken) {
    if (!this.#typed.has(key)) this.#typed.set(key, {});
    const click = (payload) => this.act("click", { where, ts, ...payload, values: surface.values() });
    const surface = new Surface({ answers: this.#typed.get(key), click, people, language: spoken });
    return surface;
  }

  #frame(person, app) {
    const pane = (name, ...children) =>
      el(
        "div",
        { class: `pane ${name}`, id: `panel-${name}`, role: "tabpanel", "aria-labelledby": `tab-${name}` },
        ...children,
      );
    const log = { class: "messages-list", role: "log", "aria-label": say("messages"), tabindex: "0" };
    const list = el("div", log);
    const composer = el("div", { class: "composer" });
    const trouble = el("p", { class: "trouble", role: "alert", hidden: true });
    const panes = { home: pane("home"), messages: pane("messages", list, composer) };
    const tabs = Object.fromEntries(TABS.map((name) => [name, this.#tab(name)]));
    this.#parts = { list, composer, trouble, panes, tabs };
    this.#before = {};
    this.#beneath.replaceChildren(this.#head(person, app), trouble, panes.home, panes.messages);
  }

  #head(person, app) {
    const tag = el("span", { class: "tag" }, say("app"));
    const you = el("span", {}, say("you", { name: person.name }));
    const tabs = Object.values(this.#parts.tabs);
    return el(
      "header",
      { class: "client-head" },
      el("div", { class: "client-app" }, glyph(app), el("strong", {}, app), tag),
      el("p", { class: "client-person" }, face(person), you),
      el("div", { class: "tabs", role: "tablist", "aria-label": say("tabs") }, tabs),
    );
  }

  #tab(name) {
    const onKeydown = (event) => {
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
      const other = TABS.find((each) => each !== name);
      this.turn(other);
      this.#parts.tabs[other].focus();
    };
    const on = { click: () => this.turn(name), keydown: onKeydown };
    const names = { id: `tab-${name}`, "aria-controls": `panel-${name}` };
    return el("button", { type: "button", role: "tab", ...names, on }, say(name));
  }

  #turnTo(chosen) {
    for (const name of TABS) {
      this.#parts.panes[name].hidden = name !== chosen;
      this.#parts.tabs[name].setAttribute("aria-selected", String(name === chosen));
      this.#parts.tabs[name].tabIndex = name === chosen ? 0 : -1;
    }
  }

  #drawHome(view, { person, surfaceOf }) {
    const pane = this.#parts.panes.home;
    keepingPlace(pane, () => {
      const sheet = () => el("div", { class: "sheet" }, blocks(view.blocks, surfaceOf("home", person.id)));
      pane.replaceChildren(view ? sheet() : el("p", { class: "empty" }, say("noHome")));
    });
  }
}
