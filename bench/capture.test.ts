import { expect, test } from "vitest";
import { listLinked, listPreloaded, listScripts } from "./capture.mjs";

test("the scripts of a page count once; old browsers' and inline ones do not", () => {
  const html = `<script src="/_next/a.js" async=""></script><link rel="preload" as="script" href="/_next/a.js"/>
    <script>self.x = '<p src="/no.js">'</script><script noModule="" src="/_next/old.js"></script>
    <script async src="/_next/b.js"></script><script src="/_next/a.js"></script>`;
  expect(listScripts(html)).toEqual(["/_next/a.js", "/_next/b.js"]);
});

test("styles, pictograms and what the head announces count as well", () => {
  const html = `<link rel="stylesheet" href="/a.css"/><link rel="icon" href="/i.svg"/><img src="/i.svg" alt="">
    <link rel="preload" as="image" href="/p.svg"/><link rel="canonical" href="/nl"/><img src="data:x">`;
  expect(listLinked(html)).toEqual(["/a.css", "/i.svg", "/i.svg"]);
  expect(listPreloaded('</f.woff2>; rel=preload; as="font", </a.css>; rel=preload')).toEqual([
    "/f.woff2",
    "/a.css",
  ]);
  expect(listPreloaded(undefined)).toEqual([]);
});
