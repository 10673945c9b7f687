import { expect, test } from "vitest";
import { describeGrowth } from "./growth-report.mjs";

type Time = { p50: number; p99: number; isCut?: boolean };
const statement = (name: string, sql: string, time: Time) => ({ name, sql, ...time });
const ms = (p50: number) => ({ p50, p99: 2 * p50 });

const sizes = [
  {
    name: "klein",
    solutions: 1_000,
    statements: [statement("start", "SELECT 1", ms(1)), statement("start", "SELECT 2", ms(1))],
  },
  {
    name: "groot",
    solutions: 50_000,
    statements: [statement("start", "SELECT 1", ms(50)), statement("start", "SELECT 2", ms(1.5))],
  },
  {
    name: "wereld",
    solutions: 1_000,
    scale: { gemeenten: 100_000, adoptions: 5_000_000 },
    failed: ["start"],
    statements: [
      statement("start", "SELECT 1", ms(1)),
      statement("start", "SELECT 3", ms(9)),
      statement("start", "SELECT 2", { p50: 60_000, p99: 60_000, isCut: true }),
    ],
  },
];
const known = [
  { sql: "SELECT 1", what: "alles", catalogue: "telt alles.", country: "mag hier niet staan." },
  { sql: "SELECT 2", what: "één", catalogue: "mag hier ook niet staan." },
];

const report = describeGrowth(sizes, known);

test("what grows faster than logarithmic is bold and has its sentence", () => {
  expect(report).toContain(
    "| start | 1 alles | 1,00 | 2,00 | 50,00 | 100,00 | 1,00 | 2,00 | **50,0×** | 1,0× |",
  );
  expect(report).toContain("- start 1 (50,0×): telt alles.");
  expect(report).not.toContain("niet staan");
});

test("a sentence that nobody wrote yet is missed", () => {
  expect(report).toContain("- start 2 (> 60.000,0×): **nog niet verklaard**.");
});

test("a statement that some sizes do not run, or not in time, is in the table all the same", () => {
  expect(report).toContain(
    "| start | 2 één | 1,00 | 2,00 | 1,50 | 3,00 | > 60.000,00 | > 60.000,00 | 1,5× | **> 60.000,0×** |",
  );
  expect(report).toContain("| start | 3 | – | – | – | – | 9,00 | 18,00 | – | – |");
  expect(report).toContain("Bij wereld gaven deze bezoeken geen antwoord");
});

test("without a size larger than the country there is one way to grow", () => {
  const [small, large] = sizes;
  expect(describeGrowth([small, large], known)).not.toContain("groei met het land");
});
