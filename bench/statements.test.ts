import { expect, test } from "vitest";
import { readCutStatements, readStatements } from "./statements.mjs";

// As PostgreSQL 18 writes it, with two databases in one log.
const log = `bench site|LOG:  duration: 0.500 ms  parse w1: SELECT 1 FROM
\t  "Solution"
bench site|LOG:  duration: 0.250 ms  bind w1: SELECT 1 FROM
\t  "Solution"
bench site|DETAIL:  Parameters: $1 = 'a: b'
bench site|LOG:  duration: 2.000 ms  execute w1: SELECT 1 FROM
\t  "Solution"
bench site|DETAIL:  Parameters: $1 = 'a: b'
bench other|LOG:  duration: 9.000 ms  statement: SELECT 'elsewhere'
bench site|LOG:  duration: 0.010 ms  statement: BEGIN
bench site|LOG:  duration: 0.100 ms  bind w1: SELECT 1 FROM
\t  "Solution"
bench site|LOG:  duration: 1.000 ms  execute w1: SELECT 1 FROM
\t  "Solution"
bench site|LOG:  duration: 3.000 ms  statement: UPDATE "User" SET "name" = 'COMMIT'
bench site|LOG:  duration: 0.010 ms  execute <unnamed>: COMMIT
bench |LOG:  checkpoint starting: time
`;

test("each execution counts once, with its parsing and binding; transactions and other databases do not", () => {
  expect(readStatements(log, "site")).toMatchObject([
    { sql: 'SELECT 1 FROM "Solution"', milliseconds: 2.75 },
    { sql: 'SELECT 1 FROM "Solution"', milliseconds: 1.1 },
    { sql: `UPDATE "User" SET "name" = 'COMMIT'`, milliseconds: 3 },
  ]);
});

test("a statement comes with the values that it ran with, to run it again", () => {
  const execution = `bench site|LOG:  duration: 1.000 ms  execute w1: SELECT $1,
\t$2, $3, $4
bench site|DETAIL:  Parameters: $1 = 'it''s, $2 = ', $2 = NULL, $3 = '{"a b"}', $4 = 'line
\tbreak'
`;
  expect(readStatements(execution, "site")).toMatchObject([
    { text: "SELECT $1,\n$2, $3, $4", values: ["it's, $2 = ", null, '{"a b"}', "line\nbreak"] },
  ]);
});

test("a log without statements gives none", () => {
  expect(readStatements("", "site")).toEqual([]);
});

test("a statement that took too long is found with its values, also from within a function", () => {
  const given = `bench site|ERROR:  canceling statement due to statement timeout
bench site|CONTEXT:  SQL function "f" statement 1
\tunnamed portal with parameters: $1 = '1', $2 = 'it''s
\tso'
bench site|STATEMENT:  SELECT f($1),
\t$2
bench other|ERROR:  canceling statement due to statement timeout
bench other|STATEMENT:  SELECT 1
bench site|ERROR:  duplicate key value violates unique constraint "a"
bench site|STATEMENT:  SELECT 2
bench site|ERROR:  canceling statement due to statement timeout
bench site|STATEMENT:  SELECT pg_sleep(9)
`;
  expect(readCutStatements(given, "site")).toEqual([
    { sql: "SELECT f($1), $2", text: "SELECT f($1),\n$2", values: ["1", "it's\nso"] },
    { sql: "SELECT pg_sleep(9)", text: "SELECT pg_sleep(9)", values: [] },
  ]);
});
