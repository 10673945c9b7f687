// A style sheet of the build, as far as one page needs it: half of it is for pages behind the sign-in.
import postcss from "postcss";

/**
 * The parts of a sheet: plain texts, rules with what their selectors name, and groups of parts such as
 * `@media`. A sheet that is not understood becomes one plain text.
 */
export function parseSheet(text) {
  try {
    return postcss.parse(text).nodes.flatMap(toPart);
  } catch (error) {
    if (error.name !== "CssSyntaxError") throw error;
    return [{ text }];
  }
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
  return used.length > 0 ? `${used.map((one) => one.selector).join(",")}${body}` : "";
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

function toPart(node) {
  if (node.type === "rule") return [toRule(node)];
  if (node.type === "comment") return [];
  if (node.nodes && /^(media|supports|layer|container)$/.test(node.name))
    return [{ group: node.clone({ nodes: [] }).toString().slice(0, -2), parts: node.nodes.flatMap(toPart) }];
  return [{ text: node.nodes ? node.toString() : `${node};` }];
}

function toRule(rule) {
  const selectors = rule.selectors.map((selector) => ({ selector, classes: listClasses(selector) }));
  return { selectors, body: rule.clone({ selector: "" }).toString() };
}

/** The classes that something must have to fit; what stands between brackets may be a choice or a "not". */
function listClasses(selector) {
  let depth = 0;
  let outside = "";
  for (const [piece] of selector.matchAll(/\\.|[^\\]/gs)) {
    if ("([".includes(piece)) depth++;
    if (depth === 0) outside += piece;
    if (")]".includes(piece)) depth--;
  }
  const classes = Array.from(outside.matchAll(/\.((?:\\.|[\w-])+)/g), ([, name]) => name);
  // An escape of digits is another sign than it shows; such a rule stays.
  return classes.some((name) => /\\[\da-f]/i.test(name))
    ? []
    : classes.map((name) => name.replace(/\\(.)/g, "$1"));
}
