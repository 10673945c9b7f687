import { expect, test } from "vitest";
import { choiceMarkup } from "./choice-markup";

const choice = {
  word: "burgerzaken",
  label: "Burgerzaken",
  count: 3,
  title: "3 voorzieningen",
  isChosen: false,
};

test("a box that was chosen is ticked, another is not", () => {
  const draw = (isChosen: boolean) => choiceMarkup({ ...choice, isChosen }, { name: "thema", form: "zoek" });
  expect(draw(true)).toContain(" checked/>");
  expect(draw(false)).not.toContain("checked");
  expect(draw(false)).toContain('name="thema" value="burgerzaken" form="zoek"');
});

test("names of providers and licences are text, whatever they contain", () => {
  const markup = choiceMarkup(
    { ...choice, label: `<script>"&'`, word: `x" onclick="y` },
    { name: "a", form: "b" },
  );
  expect(markup).toContain("&lt;script&gt;");
  expect(markup).toContain('value="x&quot; onclick=&quot;y"');
});
