import { expect, test } from "vitest";
import { asInner, html } from "./html";

test("a text cannot leave the place where it stands", () => {
  const text = `"><script>alert('x')</script>&`;
  expect(html`<a title="${text}">${text}</a>`.toString()).toBe(
    `<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>`,
  );
});

test("markup in markup stays what it is, in a list as well", () => {
  const items = ["a", "<b>"].map((text) => html`<li>${text}</li>`);
  expect(asInner(html`<ul>${items}</ul>`)).toEqual({ __html: "<ul><li>a</li><li>&lt;b&gt;</li></ul>" });
});

test("what is not there is left out, a nought is not", () => {
  expect(html`${false}${null}${undefined}${0}`.toString()).toBe("0");
});

test("an object that looks like markup is a text", () => {
  const forged = { toString: () => "<b>" } as unknown as string;
  expect(html`${[forged as never]}`.toString()).toBe("&lt;b&gt;");
});
