import { expect, it } from "vitest";
import { rowsMarkup } from "./row-table";

const columns = [{ label: "Gemeente" }, { label: "Aantal", isNumber: true }];

it("escapes texts and addresses, and names the row by its first cell", () => {
  const cells = [{ text: `'s-Graven<hage>`, href: `/x?a=1&b="2"` }, "12"];
  expect(rowsMarkup(columns, [cells])).toBe(
    '<tr><th scope="row"><a href="/x?a=1&amp;b=&quot;2&quot;">&#39;s-Graven&lt;hage&gt;</a></th>' +
      '<td class="number">12</td></tr>',
  );
});
