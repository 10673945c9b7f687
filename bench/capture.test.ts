import { expect, test } from "vitest";
import { listScripts } from "./capture.mjs";

test("the scripts of a page count once; old browsers' and inline ones do not", () => {
  const html = `<script src="/_next/a.js" async=""></script><link rel="preload" as="script" href="/_next/a.js"/>
    <script>self.x = '<p src="/no.js">'</script><script noModule="" src="/_next/old.js"></script>
    <script async src="/_next/b.js"></script><script src="/_next/a.js"></script>`;
  expect(listScripts(html)).toEqual(["/_next/a.js", "/_next/b.js"]);
});
