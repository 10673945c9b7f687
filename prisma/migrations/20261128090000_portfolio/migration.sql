-- When the contract behind an adoption ends, and when the gemeente last said that the record is still right.
ALTER TABLE "Adoption" ADD COLUMN "contractEndsOn" DATE, ADD COLUMN "confirmedOn" DATE;

-- Views of the portfolio are kept beside searches of the catalogue: which page the address is of.
CREATE TYPE "SavedPlace" AS ENUM ('CATALOGUE', 'PORTFOLIO');
ALTER TABLE "SavedSearch" ADD COLUMN "place" "SavedPlace" NOT NULL DEFAULT 'CATALOGUE';
DROP INDEX "SavedSearch_userId_query_key";
CREATE UNIQUE INDEX "SavedSearch_userId_place_query_key" ON "SavedSearch" ("userId", "place", "query");
