// Puts the page together: who is in front, what the sandbox says, and when to draw it again.

import { Client } from "./client.js";
import { clock } from "./clock.js";
import { listen, of, post, read } from "./door.js";
import { faults } from "./faults.js";
import { kept } from "./kept.js";
import { peopleList } from "./people.js";
import { phone } from "./phone.js";
import { language, say, sayAll, speak } from "./strings.js";

const byId = (id) => document.getElementById(id);
const REGIONS = ["people", "client", "side"];

let team = null; // what GET people says
let chosen = null; // id of the person in front
let state = null; // what GET person/{id} says
let now = null; // what GET clock says
let refusal = null; // why the last act did not work
const tabs = new Map(); // person -> tab last seen

const show = {
  people: peopleList(byId("people"), choose),
  client: new Client(byId("client"), { act, turn }),
  phone: phone(byId("phone"), { open: openNotification, clear: () => act("dismiss") }),
  clock: clock(byId("clock"), (body) => attempt("clock", body)),
  kept: kept(byId("kept")),
  faults: faults(byId("faults")),
};

const tabOf = (id) => tabs.get(id) ?? "home";

function draw() {
  document.title = `${team.team.name} – ${say("practice")}`;
  byId("team").textContent = team.team.name;
  show.people({ people: team.people, chosen });
  show.clock(now);
  const person = team.people.find(({ id }) => id === chosen);
  // What still stands there belongs to the person before: nobody may press it while the next one is read.
  const reading = Boolean(person && !state);
  byId("client").inert = reading;
  byId("client").setAttribute("aria-busy", String(reading));
  if (!person || !state) {
    show.phone(now.now, [], team.app.name, person?.name ?? "");
    if (!person) show.client.showNobody(say(team.people.length ? "choose" : "noPeople"));
    return;
  }
  show.client.show({
    person,
    state,
    people: team.people,
    app: team.app.name,
    chosen: tabOf(chosen),
    trouble: state.trouble ?? refusal,
  });
  show.phone(now.now, state.notifications, team.app.name, person.name, state.code);
  const waiting = state.notifications.length;
  byId("side-badge").hidden = waiting === 0;
  byId("side-badge").textContent = String(waiting);
}

let running = null;
let again = false;

/** Reads everything and draws it; calls during a reading lead to one more reading after it. */
function refresh() {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      const wanted = chosen;
      const [people, clockNow, person] = await Promise.all([
        read("people"),
        read("clock"),
        wanted && read(of(wanted)),
      ]);
      [team, now] = [people, clockNow];
      if (wanted === chosen) state = person;
      else again = true;
      draw();
      await Promise.all([show.kept(), show.faults()]);
    } while (again);
  })().finally(() => {
    running = null;
  });
  return running;
}

/** Posts; what the sandbox itself refuses is shown where Slack shows its troubles. Gives the answer. */
async function attempt(path, body) {
  refusal = null;
  const answer = await post(path, body).catch((error) => {
    refusal = error.message;
    return { trouble: error.message };
  });
  await refresh();
  return answer;
}

/** One act of the person in front. */
function act(name, body = {}) {
  return attempt(of(chosen, name), body);
}

function remember() {
  history.replaceState(null, "", `#${chosen}/${tabOf(chosen)}`);
}

function look() {
  remember();
  return act(tabOf(chosen) === "home" ? "home" : "messages_tab");
}

async function choose(id) {
  [chosen, state, refusal] = [id, null, null];
  region("client");
  draw();
  await refresh();
  await look();
}

function turn(tab) {
  tabs.set(chosen, tab);
  draw();
  look();
}

async function openNotification() {
  region("client");
  turn("messages");
  await act("dismiss");
}

function region(name) {
  document.body.dataset.region = name;
  document
    .querySelectorAll("button[data-region]")
    .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.region === name)));
}

function speakAgain(wanted) {
  speak(wanted);
  document.documentElement.lang = wanted;
  sayAll(document);
  document
    .querySelectorAll("button[data-language]")
    .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === wanted)));
}

/** F6 walks between people, Slack and phone, as in Slack's client: by keyboard the way out of a dialog. */
function walkRegions(event) {
  if (event.key !== "F6") return;
  event.preventDefault();
  const here = REGIONS.findIndex((name) => byId(name).contains(document.activeElement));
  const next = REGIONS[(here + (event.shiftKey ? REGIONS.length - 1 : 1)) % REGIONS.length];
  region(next);
  (byId(next).querySelector("[role=dialog]") ?? byId(next)).focus();
}

async function start() {
  speakAgain(language());
  region("client");
  document.addEventListener("keydown", walkRegions);
  document.querySelectorAll("button[data-language]").forEach((button) =>
    button.addEventListener("click", () => {
      speakAgain(button.dataset.language);
      refresh();
    }),
  );
  document
    .querySelectorAll("button[data-region]")
    .forEach((button) => button.addEventListener("click", () => region(button.dataset.region)));
  const [, id, tab] = location.hash.match(/^#(\w+)(?:\/(home|messages))?$/) ?? [];
  await refresh();
  if (team.people.some((person) => person.id === id)) {
    if (tab) tabs.set(id, tab);
    await choose(id);
  } else if (matchMedia("(max-width: 899px)").matches) region("people");
  listen(refresh, (open) => {
    byId("offline").hidden = open;
  });
}

start();
