import type { Rule, Rules } from "../rule";
import type { Kind, Thing } from "../things";
import type { Fields } from "../visit";

export type Row = Rules & {
  /** "page /mijn", "GET /healthz" or "adoptions/moveAdoptionAction". */
  entrance: string;
  /** What a request is about: each thing of that kind is tried, and one that does not exist. */
  about?: Kind | undefined;
  /** For an action: a form about this thing that is right in every field. */
  fields?: ((thing: Thing) => Fields) | undefined;
  /** What comes after the address, or the address itself where its brackets mean something else. */
  query?: string;
  path?: string;
};

export function page(address: string, rule: Rule, about?: Kind): Row {
  return { entrance: `page ${address}`, rule, about };
}

export function route(methodAndAddress: string, rule: Rule, about?: Kind): Row {
  return { entrance: methodAndAddress, rule, about };
}

export function act(
  name: string,
  rule: Rule,
  about: Kind | undefined,
  fields: (thing: Thing) => Fields,
): Row {
  return { entrance: name, rule, about, fields };
}
