"use client";
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useState } from "react";
import { type Direction, nearestAhead, type Point } from "./hex-geometry";

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type Props = { hint: string; children: ReactNode };

/**
 * Arrow keys, Home and End over the tiles inside, of which one is a tab stop, and the name of the
 * tile that is pointed at. No live region: the focused link is read out already.
 */
export function HexMapKeys({ hint, children }: Props) {
  const [name, setName] = useState("");
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to the links inside */}
      <div
        onKeyDown={moveFocus}
        onFocus={(event) => setName(point(event))}
        onPointerOver={(event) => setName(point(event) || name)}
      >
        {children}
      </div>
      <p className="no-print min-h-7 text-sm">{name || <span className="text-soft">{hint}</span>}</p>
    </>
  );
}

/** Draws the cursor around the tile of an event and tells its name. */
function point({ target }: SyntheticEvent): string {
  const tile = target instanceof Element ? target.closest<SVGElement>("svg > a, svg > g") : null;
  if (!tile) return "";
  const shape = tile.querySelector("path")?.getAttribute("d") ?? "";
  tile.ownerSVGElement?.querySelector(".hex-cursor")?.setAttribute("d", shape);
  return tile.querySelector("title")?.textContent ?? "";
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const links = [...event.currentTarget.querySelectorAll<SVGAElement>("svg > a")];
  const from = links.findIndex((link) => link.matches(":focus"));
  const next = links[indexOfKey(event.key, links, from)];
  if (from === -1 || !next) return;
  event.preventDefault();
  links[from]?.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function indexOfKey(key: string, links: SVGAElement[], from: number): number {
  if (key === "Home") return 0;
  if (key === "End") return links.length - 1;
  const direction = directions[key];
  return direction ? nearestAhead(links.map(topOf), from, direction) : -1;
}

/** A tile's path starts at its top: "M252 63l...". */
function topOf(link: SVGAElement): Point {
  const [, x, y] = /^M(\d+) (\d+)/.exec(link.querySelector("path")?.getAttribute("d") ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}
