// Slack's text to nodes: mrkdwn, plain_text and rich_text; data only ever becomes text, never markup.

import { el } from "./element.js";
import { ofTs, slackDate } from "./moment.js";

const SAFE_LINK = /^(https?|mailto|tel):/i;
// As in Slack, a mark counts only where no letter touches it from outside: これは*太字*です stays as typed.
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    "(?<![\\p{L}\\p{N}])\\*(?<bold>[^*\\n]+)\\*(?![\\p{L}\\p{N}])",
    "(?<![\\p{L}\\p{N}])_(?<italic>[^_\\n]+)_(?![\\p{L}\\p{N}])",
    "(?<![\\p{L}\\p{N}])~(?<strike>[^~\\n]+)~(?![\\p{L}\\p{N}])",
  ].join("|"),
  "gu",
);
const LINE_KINDS = [
  { tag: "ul", mark: /^\s*[•\-]\s+/ },
  { tag: "ol", mark: /^\s*\d+[.)]\s+/ },
  { tag: "blockquote", mark: /^(?:>|&gt;)\s?/ },
];

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function link(url, label) {
  if (!SAFE_LINK.test(url)) return label;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
}

function angle(body, reader) {
  const [target, label] = body.split(/\|(.*)/s);
  if (target.startsWith("@")) return el("span", { class: "mention" }, `@${reader.nameOf(target.slice(1))}`);
  if (target.startsWith("!date^")) {
    const [, seconds, pattern] = target.split("^");
    return el("time", {}, slackDate(Number(seconds), plain(pattern), reader.language));
  }
  if (/^[!#]/.test(target)) return el("span", { class: "mention" }, plain(label ?? target));
  return link(plain(target), plain(label ?? target));
}

function inline(text, reader) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const { code, angle: inAngle, bold, italic, strike } = match.groups;
    nodes.push(plain(text.slice(from, match.index)));
    if (code) nodes.push(el("code", {}, plain(code)));
    else if (inAngle) nodes.push(angle(inAngle, reader));
    else if (bold) nodes.push(el("strong", {}, inline(bold, reader)));
    else if (italic) nodes.push(el("em", {}, inline(italic, reader)));
    else nodes.push(el("s", {}, inline(strike, reader)));
    from = match.index + match[0].length;
  }
  nodes.push(plain(text.slice(from)));
  return nodes.filter((node) => node !== "");
}

function paragraph(lines, reader) {
  const nodes = lines.flatMap((line, index) =>
    index ? [el("br"), ...inline(line, reader)] : inline(line, reader),
  );
  return el("p", {}, nodes);
}

function group(tag, lines, reader) {
  if (tag === "blockquote") return el("blockquote", {}, paragraph(lines, reader));
  return el(
    tag,
    {},
    lines.map((line) => el("li", {}, inline(line, reader))),
  );
}

function lines(text, reader) {
  const nodes = [];
  let run = { tag: "p", lines: [] };
  const flush = () => {
    if (run.lines.length)
      nodes.push(run.tag === "p" ? paragraph(run.lines, reader) : group(run.tag, run.lines, reader));
  };
  for (const line of text.split("\n")) {
    const kind = LINE_KINDS.find(({ mark }) => mark.test(line));
    const tag = kind?.tag ?? "p";
    const ends = tag === "p" && line.trim() === "";
    if (tag !== run.tag || ends) {
      flush();
      run = { tag, lines: [] };
    }
    if (!ends) run.lines.push(kind ? line.replace(kind.mark, "") : line);
  }
  flush();
  return nodes;
}

/** mrkdwn `text` as block nodes; `reader.nameOf(id)` names the mentioned, `reader.language` is for dates. */
export function mrkdwn(text, reader) {
  return text
    .split("```")
    .flatMap((part, index) =>
      index % 2 ? [el("pre", {}, plain(part.replace(/^\n|\n$/g, "")))] : lines(part, reader),
    );
}

/** A Slack text object as nodes. */
export function textObject(text, reader) {
  if (text.type === "mrkdwn") return el("div", { class: "mrkdwn" }, mrkdwn(text.text, reader));
  return el("div", { class: "plain" }, text.text);
}

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code" };

function richLeaf(leaf, reader) {
  const bare =
    {
      text: () => leaf.text,
      link: () => link(leaf.url, leaf.text ?? leaf.url),
      user: () => el("span", { class: "mention" }, `@${reader.nameOf(leaf.user_id)}`),
      emoji: () =>
        String.fromCodePoint(...(leaf.unicode ?? "25a1").split("-").map((code) => parseInt(code, 16))),
      date: () =>
        el(
          "time",
          { datetime: new Date(ofTs(leaf.timestamp)).toISOString() },
          slackDate(leaf.timestamp, leaf.format, reader.language),
        ),
    }[leaf.type]?.() ??
    leaf.fallback ??
    "";
  return Object.entries(STYLES).reduce(
    (node, [style, tag]) => (leaf.style?.[style] ? el(tag, {}, node) : node),
    bare,
  );
}

const RICH = {
  rich_text_section: (part, reader) =>
    el(
      "p",
      { class: "plain" },
      part.elements.map((leaf) => richLeaf(leaf, reader)),
    ),
  rich_text_quote: (part, reader) =>
    el(
      "blockquote",
      { class: "plain" },
      part.elements.map((leaf) => richLeaf(leaf, reader)),
    ),
  rich_text_preformatted: (part, reader) =>
    el(
      "pre",
      {},
      part.elements.map((leaf) => richLeaf(leaf, reader)),
    ),
  rich_text_list: (part, reader) =>
    el(
      part.style === "ordered" ? "ol" : "ul",
      { class: part.indent ? "indented" : null },
      part.elements.map((item) =>
        el(
          "li",
          { class: "plain" },
          item.elements.map((leaf) => richLeaf(leaf, reader)),
        ),
      ),
    ),
};

/** A rich_text block as nodes. */
export function richText(block, reader) {
  return el(
    "div",
    { class: "mrkdwn" },
    block.elements.map((part) => RICH[part.type]?.(part, reader)),
  );
}
