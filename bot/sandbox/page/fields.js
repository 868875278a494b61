// One field for each kind of Block Kit input; each keeps its answer in Slack's own shape (view.state.values).

import { el, freshId } from "./element.js";
import { say } from "./strings.js";

const optionsOf = (element) =>
  element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
const chosenOf = (element, answer) => optionsOf(element).find(({ value }) => value === answer?.value) ?? null;
const manyOf = (element, answers) =>
  optionsOf(element).filter(({ value }) => (answers ?? []).some((answer) => answer.value === value));

/** For each kind: the key of its answer, and the answer before anybody touched it. */
const ANSWERS = {
  plain_text_input: ["value", (element) => element.initial_value ?? null],
  static_select: ["selected_option", (element) => element.initial_option ?? null],
  radio_buttons: ["selected_option", (element) => element.initial_option ?? null],
  multi_static_select: ["selected_options", (element) => element.initial_options ?? []],
  checkboxes: ["selected_options", (element) => element.initial_options ?? []],
  datepicker: ["selected_date", (element) => element.initial_date ?? null],
  timepicker: ["selected_time", (element) => element.initial_time ?? null],
  users_select: ["selected_user", (element) => element.initial_user ?? null],
};

/** Whether `element` holds an answer (buttons and menus do not). */
export const isField = (element) => element.type in ANSWERS;

/** The answer in `element` when the form is new. */
export function untouched(element) {
  const [key, initial] = ANSWERS[element.type];
  return { type: element.type, [key]: initial(element) };
}

/** Whether `answer` can stand in `element`: of its kind, and choosing only what it still offers. */
export function fits(element, answer) {
  if (answer?.type !== element.type) return false;
  const chosen = [answer.selected_option ?? [], answer.selected_options ?? []].flat();
  return manyOf(element, chosen).length === chosen.length;
}

/** Whether nothing was given in this answer. */
export const isEmpty = (answer) => {
  const [key] = ANSWERS[answer.type];
  return Array.isArray(answer[key]) ? answer[key].length === 0 : answer[key] === null;
};

/** What is wrong with `answer` before it may be sent, as Slack's own client checks it; null if nothing. */
export function complaint(element, answer, optional) {
  if (isEmpty(answer)) return optional ? null : say("required");
  if (element.type !== "plain_text_input") return null;
  const n = [...answer.value].length;
  if (n > (element.max_length ?? 3000)) return say("tooLong", { max: element.max_length ?? 3000, n });
  if (n < (element.min_length ?? 0)) return say("tooShort", { min: element.min_length, n });
  return null;
}

function textField(element, answer, { attributes, changed, dispatched }) {
  const counter = el("span", { class: "counter", "aria-hidden": "true" });
  const count = (text) => {
    const n = [...text].length;
    counter.textContent =
      element.max_length && n >= element.max_length * 0.8
        ? say("counted", { n, max: element.max_length })
        : "";
    counter.classList.toggle("over", n > element.max_length);
  };
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const onInput = ({ target }) => {
    changed({ type: element.type, value: target.value === "" ? null : target.value });
    count(target.value);
    if (triggers.includes("on_character_entered")) dispatched();
  };
  const onKeydown = (event) => {
    if (
      event.key !== "Enter" ||
      event.isComposing ||
      element.multiline ||
      !triggers.includes("on_enter_pressed")
    )
      return;
    if (dispatched()) event.preventDefault();
  };
  const field = el(element.multiline ? "textarea" : "input", {
    ...attributes,
    rows: element.multiline ? 5 : null,
    type: element.multiline ? null : "text",
    autocomplete: "off",
    placeholder: element.placeholder?.text,
    on: { input: onInput, keydown: onKeydown },
  });
  field.value = answer.value ?? "";
  count(field.value);
  return el("div", { class: "text-field" }, field, counter);
}

const option = (text, value, selected) => el("option", { value, selected }, text);

function selectField(element, answer, { attributes, changed, dispatched, optional }) {
  const now = chosenOf(element, answer.selected_option);
  const one = (item) => option(item.text.text, item.value, item.value === now?.value);
  const first = el(
    "option",
    { value: "", selected: !now, disabled: !optional, hidden: !optional && now },
    element.placeholder?.text ?? say(optional ? "none" : "choosePlaceholder"),
  );
  const groups = element.option_groups?.map((group) =>
    el("optgroup", { label: group.label.text }, group.options.map(one)),
  );
  const onChange = ({ target }) => {
    changed({ type: element.type, selected_option: chosenOf(element, { value: target.value }) });
    dispatched();
  };
  return el("select", { ...attributes, on: { change: onChange } }, first, groups ?? element.options.map(one));
}

function usersField(element, answer, { attributes, changed, dispatched, people }) {
  const first = option(element.placeholder?.text ?? say("choosePlaceholder"), "", !answer.selected_user);
  const rows = people
    .filter(({ is_bot: isBot }) => !isBot)
    .map(({ id, name }) => option(name, id, id === answer.selected_user));
  const onChange = ({ target }) => {
    changed({ type: element.type, selected_user: target.value || null });
    dispatched();
  };
  return el("select", { ...attributes, on: { change: onChange } }, first, rows);
}

const dated =
  (type, key) =>
  (element, answer, { attributes, changed, dispatched }) => {
    const onChange = ({ target }) => {
      changed({ type: element.type, [key]: target.value || null });
      dispatched();
    };
    return el("input", { ...attributes, type, value: answer[key], on: { change: onChange } });
  };

/** One tick of a group: label text and, smaller, its description. */
function tick(kind, item, checked, { attributes, name, onChange }) {
  const { id: _, "aria-label": __, ...shared } = attributes;
  const id = freshId("tick");
  const note = freshId("note");
  return el(
    "div",
    { class: "tick" },
    el("input", {
      ...shared,
      id,
      type: kind,
      name,
      value: item.value,
      checked,
      on: { change: onChange },
      data: { ...attributes.data, option: item.value },
      "aria-describedby": item.description ? note : null,
    }),
    el("label", { for: id }, item.text.text.replaceAll("*", "")),
    item.description && el("span", { id: note, class: "tick-note" }, item.description.text),
  );
}

function groupProps({ attributes, labelledBy }, role, box) {
  return {
    class: box,
    role,
    id: attributes.id,
    "aria-labelledby": labelledBy,
    "aria-label": attributes["aria-label"],
    "aria-describedby": attributes["aria-describedby"],
  };
}

function radioField(element, answer, context) {
  const name = freshId("radio");
  const now = chosenOf(element, answer.selected_option);
  const onChange = ({ target }) => {
    context.changed({ type: element.type, selected_option: chosenOf(element, { value: target.value }) });
    context.dispatched();
  };
  return el(
    "div",
    groupProps(context, "radiogroup", "ticks"),
    element.options.map((item) =>
      tick("radio", item, item.value === now?.value, { ...context, name, onChange }),
    ),
  );
}

function checkField(element, answer, context) {
  let now = manyOf(element, answer.selected_options);
  const onChange = ({ target }) => {
    const values = new Set(now.map(({ value }) => value));
    values[target.checked ? "add" : "delete"](target.value);
    now = optionsOf(element).filter(({ value }) => values.has(value));
    context.changed({ type: element.type, selected_options: now });
    context.dispatched();
  };
  const one = (item) => tick("checkbox", item, now.includes(item), { ...context, onChange });
  const box = element.type === "checkboxes" ? "ticks" : "ticks boxed";
  return el(
    "div",
    groupProps(context, "group", box),
    element.option_groups
      ? element.option_groups.map((group) => [
          el("p", { class: "ticks-title" }, group.label.text),
          group.options.map(one),
        ])
      : element.options.map(one),
  );
}

const FIELDS = {
  plain_text_input: textField,
  static_select: selectField,
  users_select: usersField,
  radio_buttons: radioField,
  checkboxes: checkField,
  multi_static_select: checkField,
  datepicker: dated("date", "selected_date"),
  timepicker: dated("time", "selected_time"),
};

/** The field of `element`, showing `answer`. `context`: attributes (id, names, data), labelledBy, optional,
 *  people, changed(answer) keeps what was typed, dispatched() tells the app where the block asks for it. */
export const field = (element, answer, context) => FIELDS[element.type](element, answer, context);
