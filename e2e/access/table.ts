import { everybody } from "./table/everybody";
import { manage } from "./table/manage";
import { mine } from "./table/mine";
import { organisation } from "./table/organisation";
import { person } from "./table/person";
import type { Row } from "./table/row";

// Who sees and does what, entrance by entrance. This table is the specification (docs/domain.md,
// docs/decisions/0003): written by hand, it knows nothing of the code that it judges. How to add a
// row: docs/access.md.

export const table: Row[] = [...everybody, ...person, ...organisation, ...mine, ...manage];
