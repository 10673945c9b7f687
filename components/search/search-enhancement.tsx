"use client";
import { useEffect } from "react";
import { enhanceSearch } from "./enhance-search";

/** Makes every search box of the page suggest while somebody types, and "/" go to it. Draws nothing. */
export function SearchEnhancement({ label }: { label: string }) {
  useEffect(() => enhanceSearch(label), [label]);
  return null;
}
