import { expect, test } from "vitest";
import { readForms } from "./visitor.mjs";

test("a form is read as a browser would send it", () => {
  const [form] = readForms(
    `<form id="planning" action=""><input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;7f&quot;}"/>` +
      '<input name="leadName" value="J. &amp; P."/><input type="checkbox" name="no" value="1"/><input type="radio" name="kind" value="a"/>' +
      '<input type="radio" name="kind" value="b" checked=""/><textarea name="reason">caf&#xe9;</textarea>' +
      '<select name="body"><option value="">-</option><option value="RAAD" selected="">raad</option></select></form>',
  );
  expect(form).toMatchObject({
    id: "planning",
    values: {
      $ACTION_REF_1: "",
      "$ACTION_1:0": '{"id":"7f"}',
      leadName: "J. & P.",
      kind: "b",
      reason: "café",
      body: "RAAD",
    },
  });
  expect(form?.values).not.toHaveProperty("no");
});
