// A style sheet of the build, as far as one page needs it: half of it is for pages behind the sign-in.

/**
 * The parts of a sheet: plain texts, rules with what their selectors name, and groups of parts such as
 * `@media`. A sheet that is not understood (its braces do not match) becomes one plain text.
 */
export function parseSheet(text) {
  const { parts, end } = parseParts(text, 0);
  return end === text.length ? parts : [{ text }];
}

/** The sheet without the rules for classes that are not among these names. */
export function keepUsed(parts, names) {
  return parts.map((part) => writePart(part, names)).join("");
}

function writePart({ text, selectors, body, group, parts }, names) {
  if (text !== undefined) return text;
  if (parts) {
    const inside = keepUsed(parts, names);
    return inside && `${group}{${inside}}`;
  }
  const used = selectors.filter(({ classes }) => classes.every((name) => names.has(name)));
  return used.length > 0 ? `${used.map((one) => one.selector).join(",")}{${body}}` : "";
}

/** Every class that a page names, and every word of its own scripts: they may set a class of that name. */
export function listNames(html, scripts = []) {
  const names = new Set(scripts.flatMap((script) => script.match(/[\w-]+/g) ?? []));
  for (const [, value] of html.matchAll(/\sclass="([^"]*)"/g)) {
    for (const name of decode(value).split(/\s+/)) names.add(name);
  }
  return names;
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const decode = (text) => text.replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);

function parseParts(text, start) {
  const parts = [];
  let at = start;
  while (at < text.length && text[at] !== "}") {
    const open = skipTo(text, at, "{};");
    const prelude = text.slice(at, open);
    if (text[open] !== "{") {
      at = text[open] === ";" ? open + 1 : open;
      parts.push({ text: text.slice(open - prelude.length, at) });
    } else if (/^\s*@(media|supports|layer|container)\b/.test(prelude)) {
      const inside = parseParts(text, open + 1);
      parts.push({ group: prelude, parts: inside.parts });
      at = inside.end + 1;
    } else {
      const close = skipTo(text, open + 1, "}");
      parts.push(toRule(prelude, text.slice(open + 1, close)));
      at = close + 1;
    }
  }
  return { parts, end: at };
}

/** A rule whose name needs no class, such as @font-face, stays whole. */
function toRule(prelude, body) {
  if (prelude.trimStart().startsWith("@")) return { text: `${prelude}{${body}}` };
  const selectors = splitSelectors(prelude).map((selector) => ({ selector, classes: listClasses(selector) }));
  return { selectors, body };
}

function splitSelectors(prelude) {
  const selectors = [];
  for (let at = 0; at <= prelude.length; ) {
    const end = skipTo(prelude, at, ",");
    selectors.push(prelude.slice(at, end));
    at = end + 1;
  }
  return selectors;
}

/** The classes that something must have to fit; what stands between brackets may be a choice or a "not". */
function listClasses(selector) {
  let outside = "";
  for (let at = 0; at < selector.length; ) {
    const end = skipTo(selector, at, "([");
    outside += selector.slice(at, end);
    at = end < selector.length ? skipBrackets(selector, end) : end;
  }
  const classes = Array.from(outside.matchAll(/\.((?:\\.|[\w-])+)/g), ([, name]) => name);
  // An escape of digits is another sign than it shows; such a rule stays.
  return classes.some((name) => /\\[\da-f]/i.test(name))
    ? []
    : classes.map((name) => name.replace(/\\(.)/g, "$1"));
}

/** The first place from `at` where one of these signs stands outside strings, brackets and blocks. */
function skipTo(text, at, signs) {
  let place = at;
  while (place < text.length && !signs.includes(text[place])) place = skipOne(text, place);
  return Math.min(place, text.length);
}

function skipOne(text, at) {
  const sign = text[at];
  if (sign === "\\") return at + 2;
  if (sign === '"' || sign === "'") return skipString(text, at);
  return sign === "(" || sign === "[" || sign === "{" ? skipBrackets(text, at) : at + 1;
}

const closing = { "(": ")", "[": "]", "{": "}" };

function skipBrackets(text, at) {
  return skipTo(text, at + 1, closing[text[at]]) + 1;
}

function skipString(text, at) {
  let place = at + 1;
  while (place < text.length && text[place] !== text[at]) place += text[place] === "\\" ? 2 : 1;
  return place + 1;
}
