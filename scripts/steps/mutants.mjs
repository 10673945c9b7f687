// Permissions with one line less, to see whether a test notices it.
import { readdirSync, readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/**
 * Every policy.ts with one thing less: a guard that does not refuse, an answer that is always yes, a condition of
 * an answer that is not asked. `line` is what stands there now, `put` what takes its place.
 */
export function listMutants() {
  return readdirSync(inRoot("lib"), { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|[\\/])policy\.ts$/.test(path))
    .sort()
    .flatMap((path) => listInFile(`lib/${path.replaceAll("\\", "/")}`))
    .map((mutant, number) => ({ ...mutant, number }));
}

function listInFile(file) {
  let name = "";
  let isQuestion = false;
  return readFileSync(inRoot(file), "utf8")
    .split("\n")
    .flatMap((line, at) => {
      name = /^(?:export )?function (\w+)/.exec(line)?.[1] ?? name;
      // The kind of answer stands where the head of the function ends.
      if (/^\S.*\{$/.test(line)) isQuestion = /\): (boolean|viewer is [^{]+) \{$/.test(line);
      return alternatives(line, isQuestion).map((put) => ({ file, at, name, line: line.trim(), put }));
    });
}

function alternatives(line, isQuestion) {
  if (/^ {2}if \(.+\) return .+;$/.test(line)) return ["  // left out"];
  if (!isQuestion || /^ {2}return (true|false);$/.test(line)) return [];
  if (line === "  return (") return ["  return true || ("];
  const [, answer] = /^ {2}return (.+);$/.exec(line) ?? [];
  if (!answer) return [];
  const conditions = splitOutside(answer, " && ");
  const without = conditions.map((_, left) => conditions.filter((_, at) => at !== left).join(" && "));
  // What both sides of "or" have in common stays; one of two conditions alone is a yes to more people.
  const isSure = conditions.length > 1 && splitOutside(answer, " || ").length === 1;
  return ["  return true;", ...(isSure ? without.map((rest) => `  return ${rest};`) : [])];
}

/** Splits where no bracket is open. */
function splitOutside(text, separator) {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ("([{".includes(text[at])) depth++;
    if (")]}".includes(text[at])) depth--;
    if (depth === 0 && text.startsWith(separator, at)) {
      parts.push("");
      at += separator.length - 1;
    } else parts[parts.length - 1] += text[at];
  }
  return parts;
}

/** For vitest: reads the file with the mutant in it; nothing is written. */
export function mutantPlugin({ file, at, put }) {
  return {
    name: "mutant",
    enforce: "pre",
    transform(code, id) {
      if (id.split("?")[0] !== inRoot(file)) return null;
      return code
        .split("\n")
        .map((line, index) => (index === at ? put : line))
        .join("\n");
    },
  };
}
