-- The home page: the themes with their counts, and what is newest, without reading every solution.
CREATE INDEX "Solution_publication_theme_idx" ON "Solution"("publication", "theme");
CREATE INDEX "Solution_publication_publishedAt_name_idx" ON "Solution"("publication", "publishedAt" DESC, "name");

-- The curve of the country counts steps per day from the index alone.
DROP INDEX "AdoptionEvent_occurredOn_idx";
CREATE INDEX "AdoptionEvent_occurredOn_from_to_idx" ON "AdoptionEvent"("occurredOn", "from", "to");
