import type { StatusGroup } from "@/lib/adoptions/rules";

/** The one adoption scale: the shade of each group on map, curve, badge and bar. */
export const levelOfGroup = { interested: 1, joining: 3, inUse: 5, stopped: 0 } as const satisfies Record<
  StatusGroup,
  number
>;

/** The groups that take part, the surest first: the order of bar, curve and legend. */
export const takingPart = ["inUse", "joining", "interested"] as const satisfies StatusGroup[];

/** The same shades as the fill of a drawing. */
export const fillOfGroup = {
  interested: "fill-scale-1",
  joining: "fill-scale-3",
  inUse: "fill-scale-5",
} as const satisfies Record<(typeof takingPart)[number], string>;
