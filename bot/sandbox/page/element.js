// Builds DOM nodes from data without ever parsing text as HTML, and keeps the focus over a redraw.

/** A new element. `props`: attributes; `class`; `on` = listeners by event name; `data` = data-attributes. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on")
      Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...present(children));
  return node;
}

/** The children that are there; lists are flattened, null, undefined and false left out. */
export function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

let made = 0;

/** An id that no other element of this page has. */
export function freshId(prefix) {
  made += 1;
  return `${prefix}-${made}`;
}

/** Redraws `container` by `draw`; focus, caret and scroll stay when the same field is there again. */
export function keepingPlace(container, draw) {
  const active = container.contains(document.activeElement) ? document.activeElement : null;
  const { blockId, actionId, option } = active?.dataset ?? {};
  const caret = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  const scrolled = container.scrollTop;
  draw();
  container.scrollTop = scrolled;
  if (actionId === undefined) return;
  const again = [...container.querySelectorAll("[data-action-id]")].find(
    ({ dataset }) =>
      dataset.blockId === blockId && dataset.actionId === actionId && dataset.option === option,
  );
  again?.focus({ preventScroll: true });
  if (again && caret && caret[0] !== null) again.setSelectionRange(...caret);
}
