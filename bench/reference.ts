// Writes to the file that is named first, as JSON, the one SQL statement that answers each of the questions behind it.
import { writeFileSync } from "node:fs";
import { apiSearchSchema, toApiInput } from "@/lib/search/schema";
import { toReference } from "@/lib/search/testing/reference";

const [file = "", ...questions] = process.argv.slice(2);
const statements = [];
for (const question of questions) {
  const filters = apiSearchSchema.parse(toApiInput(new URLSearchParams(question)));
  const { text, values } = await toReference(filters);
  statements.push({ text, values });
}
writeFileSync(file, JSON.stringify(statements));
process.exit();
